/** Addresses of the built files, worked out by the build relative to the script that asks. */
declare module 'virtual:four-islands/files' {
  export const files: {
    readonly islands: string;
    readonly places: string;
    readonly lettering: string;
    readonly article: string;
    readonly sources: string;
    readonly facts: string;
    /** The places without drawn land, as a table. */
    readonly table: string;
    readonly land: string;
    readonly lines: string;
    readonly timeline: string;
  };
  /** Where the site is published, as the build was told (`SITE_URL`); `null` where it was not. */
  export const siteUrl: string | null;
  /** The font files, as the style takes them. */
  export const fonts: readonly import('../style/build-style.ts').FontFile[];
  /** Widths of the characters that the faces hold. */
  export const advances: import('../style/text-width.ts').Advances;
}
