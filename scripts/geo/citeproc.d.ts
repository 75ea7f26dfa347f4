declare module 'citeproc' {
  /** An element of a style or locale, as the processor takes it in place of XML. */
  export interface CslElement {
    readonly name: string;
    readonly attrs: Readonly<Record<string, string>>;
    readonly children: readonly (CslElement | string)[];
  }

  interface Citation {
    readonly citationItems: readonly { readonly id: string; readonly locator: string; readonly label: string }[];
    readonly properties: { readonly noteIndex: number };
  }

  class Engine {
    constructor(
      system: { readonly retrieveLocale: (tag: string) => CslElement; readonly retrieveItem: () => object },
      style: CslElement,
      language: string,
      forceLanguage: boolean,
    );
    setOutputFormat(format: 'text'): void;
    updateItems(ids: readonly string[]): void;
    makeBibliography(): readonly [unknown, readonly string[]];
    previewCitationCluster(citation: Citation, before: readonly [], after: readonly [], format: 'text'): string;
  }

  const CSL: { readonly Engine: typeof Engine };
  export default CSL;
}
