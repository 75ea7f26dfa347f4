/** Addresses of the built files, worked out by the build relative to the script that asks. */
declare module 'virtual:four-islands/files' {
  export const files: {
    readonly islands: string;
    readonly places: string;
    readonly article: string;
    readonly sources: string;
    readonly facts: string;
    readonly land: string;
    readonly regular: string;
    readonly italic: string;
    readonly mincho: string;
  };
}
