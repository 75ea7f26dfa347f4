import { FourIslandsMap } from './shell/element/four-islands-map.ts';
import { register } from './shell/element/register.ts';

declare global {
  interface HTMLElementTagNameMap {
    'four-islands-map': FourIslandsMap;
  }
}

register(FourIslandsMap);
