/**
 * `virtual:four-islands/fonts` of the package: addresses for the map, and entries in the document's own list for what
 * stands around the map, because a shadow tree cannot declare fonts.
 */
import { faces } from 'virtual:four-islands/embedded-fonts';

export const fonts = faces.map(({ family, style, range, base64 }) => {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  document.fonts.add(new FontFace(family, bytes, { style, unicodeRange: range.join() }));
  return { family, style, range, url: URL.createObjectURL(new Blob([bytes], { type: 'font/woff2' })) };
});
