/** All that is made of what is read: popups, lists, citations. Picture and map stand without it. */
import readerRules from '../css/reader.css?inline';

export { findPlace } from '../../model/names/names.ts';
export { passagesFor } from '../../model/story/passages.ts';
export { frameContents, frameContentsInSteps } from '../../text/frame/frame-contents.ts';
export { popupContent } from '../../text/popup/popup-content.ts';
export { popupMarkup } from '../../text/popup/popup-markup.ts';
export { sourceListMarkup } from '../../text/sources/source-list.ts';

/** The rules of what is read, which come with it. */
export const rules: string = readerRules;
