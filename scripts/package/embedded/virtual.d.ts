declare module 'virtual:four-islands/embedded-data' {
  /** The content of the files by their keys in `virtual:four-islands/data`. */
  export const texts: Readonly<Record<'map' | 'readings' | 'timeline', string>>;
  /** The spreadsheet of the places. */
  export const table: string;
}

declare module 'virtual:four-islands/embedded-fonts' {
  export const faces: readonly (Omit<import('../../../src/lettering/fonts/fonts.ts').FontFile, 'url'> & {
    readonly base64: string;
  })[];
}
