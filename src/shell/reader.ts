/** All that is made of what is read: popups, lists, citations, search. Picture and map stand without it. */
export { findPlace } from '../model/names.ts';
export { passagesFor } from '../model/passages.ts';
export { frameContents, frameContentsInSteps } from '../text/frame-contents.ts';
export { popupContent } from '../text/popup-content.ts';
export { popupMarkup } from '../text/popup-markup.ts';
export { sourceListMarkup } from '../text/source-list.ts';
export { PassagesView } from './passages-view.ts';
export { PlaceSearch } from './place-search.ts';
export { default as rules } from './reader.css?inline';
