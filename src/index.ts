export { describeProblem, type Problem } from './model/data/data-problems.ts';
export { type ParseResult, parseDataset, type RawDataset } from './model/data/parse-dataset.ts';
export { findPlace, type Label, labelOf, type NameRun } from './model/names/names.ts';
export { cslJson, viewAddress } from './model/story/citations.ts';
export { markMentions, passagesFor } from './model/story/passages.ts';
export type {
  Article,
  Convention,
  Dataset,
  GroupId,
  Language,
  Passage,
  Place,
  PlaceKind,
  Source,
} from './model/types.ts';
export { defaultState, formatViewState, parseViewState, type ViewState } from './model/view-state.ts';
export type { FourIslandsMapEvents } from './shell/context/element-events.ts';
export type { FourIslandsMapAttributes } from './shell/element/element-attributes.ts';
export { FourIslandsMap } from './shell/element/four-islands-map.ts';
export { type PopupContent, popupContent } from './text/popup/popup-content.ts';
