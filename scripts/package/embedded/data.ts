/** `virtual:four-islands/data` of the package: the files that the site fetches, carried inside the script. */
import { table, texts } from 'virtual:four-islands/embedded-data';
import { type PackedShapes, unpackShapes } from '../../../src/model/data/shapes.ts';

// Engines read JSON in a string faster than the same as a literal.
const map: { readonly islands: PackedShapes; readonly places: unknown } = JSON.parse(texts.map);

export const files = { map, readings: JSON.parse(texts.readings), timeline: JSON.parse(texts.timeline) };

const address = (text: string, type = 'application/geo+json') => URL.createObjectURL(new Blob([text], { type }));

/** Made when they are first used. */
export const downloads = {
  get islands() {
    return address(JSON.stringify(unpackShapes(map.islands)));
  },
  get places() {
    return address(JSON.stringify(map.places));
  },
  get table() {
    return address(table, 'text/csv');
  },
};
