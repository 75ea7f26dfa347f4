/**
 * What the build knows and the scripts need. The site gives addresses of files, worked out relative to the script that
 * asks; the package and the script for a tag carry the files themselves, because no address holds under every bundler
 * and policy.
 */
declare module 'virtual:four-islands/files' {
  /** Where the site is published, as the build was told (`SITE_URL`); `null` where it was not. */
  export const siteUrl: string | null;
  /** The folder of the site that this script came from, with a slash at its end; `null` in the package. */
  export const siteRoot: string | null;
  /**
   * This version, and the folder under the site that keeps it for good; `null` where none is kept, and in that folder
   * itself.
   */
  export const release: { readonly version: string; readonly path: string } | null;
  /** Address of the globe that shows where in the world the map lies; `null` in the package, which does without. */
  export const inset: string | null;
  /**
   * The form of the address that takes reports of errors, as the build was told (`REPORT_URL`); `null` where it was not.
   */
  export const reportForm: string | null;
}

declare module 'virtual:four-islands/stands' {
  /** Where the names stand in the first picture, by language, plate and id of the place. */
  export const stands: Readonly<
    Record<
      import('./model/types.ts').Language,
      Readonly<Record<string, Readonly<Record<string, import('./model/types.ts').LngLat>>>>
    >
  >;
}

declare module 'virtual:four-islands/plates' {
  /** Of the pictures in `static/`; none in the package. */
  export const heights: import('./text/pictures/plate-file.ts').PlateHeights;
}

declare module 'virtual:four-islands/advances' {
  /** Widths of the characters that the faces hold. */
  export const advances: import('./lettering/fonts/text-width.ts').Advances;
}

declare module 'virtual:four-islands/data' {
  /** Address of each file, or its decoded content: what the map draws, what is read on it, and how the lines moved. */
  export const files: Readonly<Record<'map' | 'readings' | 'timeline', string | object>>;
  /** Addresses from which files can be taken away; `table` holds the places without drawn land. */
  export const downloads: Readonly<Record<'islands' | 'places' | 'table', string>>;
}

declare module 'virtual:four-islands/fonts' {
  export const fonts: readonly import('./lettering/fonts/fonts.ts').FontFile[];
}

declare module 'virtual:four-islands/worker' {
  /** Address of MapLibre's worker. */
  export function workerAddress(): string;
}
