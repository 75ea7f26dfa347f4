/** All that is made of the data once it is there: pictures, popups, lists, citations, search. The first picture stands without it. */
export { advances } from 'virtual:four-islands/advances';
export { findPlace } from '../model/names.ts';
export { frameContents } from '../text/frame-contents.ts';
export { popupContent } from '../text/popup-content.ts';
export { popupMarkup } from '../text/popup-markup.ts';
export { sourceListMarkup } from '../text/source-list.ts';
export { PassagesView } from './passages-view.ts';
export { PlaceSearch } from './place-search.ts';
export { default as rules } from './reader.css?inline';
export { missingPlates, platePicture, stagePicture, viewPicture } from './stage-pictures.ts';
