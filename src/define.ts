import { FourIslandsMap } from './shell/element/four-islands-map.ts';

declare global {
  interface HTMLElementTagNameMap {
    'four-islands-map': FourIslandsMap;
  }
}

if (globalThis.customElements !== undefined && customElements.get('four-islands-map') === undefined)
  customElements.define('four-islands-map', FourIslandsMap);
