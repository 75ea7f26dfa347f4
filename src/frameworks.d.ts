/** The element in the templates of frameworks. A framework that a project lacks is passed over: that is what `@ts-ignore` is for here. */
import type { FourIslandsMapAttributes } from './shell/element-attributes.ts';
import type { FourIslandsMap } from './shell/four-islands-map.ts';

// @ts-ignore
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      // @ts-ignore
      'four-islands-map': FourIslandsMapAttributes & HTMLAttributes<FourIslandsMap> & RefAttributes<FourIslandsMap>;
    }
  }
}

// @ts-ignore
declare module 'vue' {
  interface GlobalComponents {
    // @ts-ignore
    'four-islands-map': new () => { $props: FourIslandsMapAttributes & import('vue').HTMLAttributes };
  }
}

// @ts-ignore
declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    // @ts-ignore
    'four-islands-map': FourIslandsMapAttributes & HTMLAttributes<FourIslandsMap>;
  }
}
