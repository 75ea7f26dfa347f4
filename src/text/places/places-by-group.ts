/**
 * The map as a list: every place, under the group it belongs to, in the order of the article, then kind by kind, from
 * north to south.
 */
import { type Label, labelOf } from '../../model/names/names.ts';
import {
  type Convention,
  type Gazetteer,
  type GroupId,
  groupIds,
  type Language,
  type Place,
  placeKinds,
} from '../../model/types.ts';

export interface ListedPlace {
  readonly place: Place;
  readonly label: (convention: Convention) => Label;
}

export interface PlaceGroup {
  /** `null` for the waters and the land around the four groups. */
  readonly group: GroupId | null;
  readonly items: readonly ListedPlace[];
}

export function placesByGroup(dataset: Gazetteer, language: Language): readonly PlaceGroup[] {
  return [...groupIds, null].flatMap((group) => {
    const members = dataset.places
      .filter((place) => place.group === group)
      .sort((first, second) => order(first, group) - order(second, group) || second.position[1] - first.position[1]);
    return members.length === 0
      ? []
      : [
          {
            group,
            items: members.map((place) => ({ place, label: (convention) => labelOf(place, convention, language) })),
          },
        ];
  });
}

/** The group itself, then kind by kind. */
function order(place: Place, group: GroupId | null): number {
  return place.id === group ? -1 : placeKinds.indexOf(place.kind);
}
