/** Places the names of the four groups, which no other name may drive off their land. */
import type { Steps } from '../kernel/steps.ts';
import { bestPlace } from './best-place.ts';
import { type Candidate, groundsOf, hysteresis, type LightTable } from './labels/light-table.ts';
import type { MeasuredLabel } from './labels/measure-labels.ts';
import { tooFar } from './stances/along-shore.ts';

/** A label with the position that was found for it; `null` where there is none. */
export type Choice = readonly [label: MeasuredLabel, best: Candidate | null];

/**
 * How many positions are searched for in all orders together: as many as four names have. Of more groups only some
 * orders are tried.
 */
const mostTries = 64;
/** What it costs to leave a group that is seen without a name. */
const unnamed = 1000;

/**
 * The groups in their order. Where that leaves one without a position near its land, in the order that names all of
 * them best: in a small frame the last of four names would otherwise be driven to another island.
 */
export function* placeGroups(groups: readonly MeasuredLabel[], table: LightTable): Steps<readonly Choice[]> {
  const cost = ([label, found]: Choice): number => {
    if (found !== null) return found.cost;
    return table.mask.region(groundsOf(label.place, table.input)).extent === null ? 0 : unnamed;
  };
  const total = (choices: readonly Choice[]) => choices.reduce((sum, choice) => sum + cost(choice), 0);
  function* choose(label: MeasuredLabel, before: readonly Choice[]): Steps<Choice> {
    const taken = [...table.taken, ...before.flatMap(([, best]) => best?.boxes ?? [])];
    return [label, yield* bestPlace(label, { ...table, taken })];
  }
  const inOrder: Choice[] = [];
  for (const label of groups) {
    inOrder.push(yield* choose(label, inOrder));
    yield;
  }
  if (inOrder.every((choice) => cost(choice) <= tooFar)) return inOrder;
  let best: readonly Choice[] = inOrder;
  let tries = mostTries;
  function* complete(before: readonly Choice[], left: readonly MeasuredLabel[]): Steps<void> {
    // A gain for staying may still come to every one that is left.
    if (total(before) - left.length * (table.input.gain ?? hysteresis.moved) >= total(best)) return;
    if (left.length === 0) best = before;
    for (const label of left) {
      if (tries === 0) return;
      tries -= 1;
      yield;
      yield* complete(
        [...before, yield* choose(label, before)],
        left.filter((other) => other !== label),
      );
    }
  }
  yield* complete([], groups);
  return best;
}
