/**
 * The element in the templates of frameworks. A framework that a project lacks is passed over: that is what
 * `@ts-ignore` is for here.
 */
import type { FourIslandsMapEvents } from './shell/context/element-events.ts';
import type { FourIslandsMapAttributes } from './shell/element/element-attributes.ts';
import type { FourIslandsMap } from './shell/element/four-islands-map.ts';

/** Without those that the element takes otherwise, such as `lang`. */
type Other<Attributes> = Omit<Attributes, keyof FourIslandsMapAttributes>;

/** As React 19 and Svelte 5 hand a listener over: `onfour-islands-select`. */
type Listeners = {
  readonly [Type in keyof FourIslandsMapEvents as `on${Type}`]?: Listener<Type>;
};

/** As Vue does for `@four-islands-select`. */
type VueListeners = {
  readonly [Type in keyof FourIslandsMapEvents as `on${Joined<Type>}`]?: Listener<Type>;
};

/** `four-islands-select` as `FourIslandsSelect`. */
type Joined<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Joined<Rest>}`
  : Capitalize<Name>;

type Listener<Type extends keyof FourIslandsMapEvents> =
  | ((event: FourIslandsMapEvents[Type]) => unknown)
  | null
  | undefined;

// @ts-ignore
declare module 'react' {
  // @ts-ignore
  type FourIslandsMapOther = Other<HTMLAttributes<FourIslandsMap>> & RefAttributes<FourIslandsMap>;
  namespace JSX {
    interface IntrinsicElements {
      'four-islands-map': FourIslandsMapAttributes & Listeners & FourIslandsMapOther;
    }
  }
}

// @ts-ignore
declare module 'vue' {
  // @ts-ignore
  type FourIslandsMapOther = Other<import('vue').HTMLAttributes>;
  interface GlobalComponents {
    'four-islands-map': new () => {
      $props: FourIslandsMapAttributes & VueListeners & FourIslandsMapOther;
    };
  }
}

// @ts-ignore
declare module 'svelte/elements' {
  // @ts-ignore
  type FourIslandsMapOther = Other<HTMLAttributes<FourIslandsMap>>;
  interface SvelteHTMLElements {
    'four-islands-map': FourIslandsMapAttributes & Listeners & FourIslandsMapOther;
  }
}
