export { cslJson, viewAddress } from './model/citations.ts';
export { describeProblem, type Problem } from './model/data-problems.ts';
export { findPlace, type Label, labelOf, type NameRun } from './model/names.ts';
export { type ParseResult, parseDataset, type RawDataset } from './model/parse-dataset.ts';
export { markMentions, passagesFor } from './model/passages.ts';
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
export type { FourIslandsMapAttributes, FourIslandsMapEvents } from './shell/element-attributes.ts';
export { FourIslandsMap } from './shell/four-islands-map.ts';
export { buildStyle } from './style/build-style.ts';
export { renderPlate } from './svg/render-svg.ts';
export { type PopupContent, popupContent } from './text/popup-content.ts';
