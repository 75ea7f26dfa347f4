/** The element as it stands in any page: with its own style sheet, and with what the page has brought along in it. */
import { type Guest, guest } from './guest.ts';
import { MapElement } from './map-element.ts';

/** `<four-islands-map>`, as the package registers it and as a page can register it itself. */
export class FourIslandsMap extends MapElement {
  protected override get guest(): Guest {
    return guest;
  }
}
