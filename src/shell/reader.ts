/** All that is made of the data once it is there: pictures, popups, lists, citations, search. The first picture stands without it. */
export { citationChoices, cslJson, viewAddress } from '../model/citations.ts';
export { findPlace, labelOf, primaryText } from '../model/names.ts';
export { renderFitted, renderPicture, renderPlate } from '../svg/render-svg.ts';
export { frameContents } from '../text/frame-contents.ts';
export { popupContent } from '../text/popup-content.ts';
export { popupMarkup } from '../text/popup-markup.ts';
export { sourceListMarkup } from '../text/source-list.ts';
export { PlaceSearch } from './place-search.ts';
export { default as rules } from './reader.css?inline';
