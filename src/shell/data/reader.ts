/** All that is made of what is read: popups, lists, citations. Picture and map stand without it. */
export { findPlace } from '../../model/names/names.ts';
export { passagesFor } from '../../model/story/passages.ts';
export { frameContents, frameContentsInSteps } from '../../text/frame/frame-contents.ts';
export { popupContent } from '../../text/popup/popup-content.ts';
export { popupMarkup } from '../../text/popup/popup-markup.ts';
export { sourceListMarkup } from '../../text/sources/source-list.ts';
export { default as rules } from '../css/reader.css?inline';
