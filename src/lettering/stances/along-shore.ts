/** The stance of drawn land: its name stands off the shore. An islet is unnamed rather than misnamed. */
import { around, type Box, contains, distanceBetween, grown, type Point } from '../../kernel/box.ts';
import { toPixels } from '../../model/camera.ts';
import {
  before,
  type Candidate,
  type Candidates,
  crossing,
  grid,
  groundsOf,
  hysteresis,
  isFree,
  type LightTable,
  level,
  sizeOf,
  triedAtOnce,
} from '../labels/light-table.ts';
import { isGroup, type MeasuredLabel } from '../labels/measure-labels.ts';
import { otherLand } from '../land/outlines.ts';
import type { Region } from '../land/region.ts';

/** CSS pixels at which a name stands off its coast, outside the waterlines. */
const shoreDistance = 16;
/** CSS pixels from which nobody joins a name to a coast any more. */
const outOfReach = 45;
/** The cost from which a name stands too far off to be taken for its land’s. */
export const tooFar = 40;
/** What it costs to stand nearer to the land of another: alone too far. */
const mistakable = 45;
/** The cost from which a position near a shore is searched for more closely. */
const closely = 20;

/**
 * The name of drawn land: off the nearest of it that the frame shows, never on other land; on it where it fills the
 * frame.
 */
export function* alongShore(label: MeasuredLabel, table: LightTable): Candidates {
  const { mask, input, courses } = table;
  const grounds = groundsOf(label.place, input);
  const own = mask.region(grounds);
  if (own.extent === null) return;
  const foreign = mask.region(mask.visible.filter((ground) => !grounds.includes(ground)));
  const rivals = mask.region(mask.visible.filter((ground) => !grounds.includes(ground) && ground !== otherLand));
  const { width, height } = sizeOf(label, input.frame.view.zoom);
  const wanted = before(label, table) ?? toPixels(input.frame, label.place.position);
  const { gain = hysteresis.moved } = input;
  // The tables of distances are the longest work of all: each is made in a turn of its own.
  for (const region of [own, rivals]) {
    region.distance(0, 0);
    yield null;
  }
  const cost = (centre: Point, least: number): number | null => {
    const away = centre === wanted ? -gain : Math.min(20, distanceBetween(centre, wanted) * 0.04);
    if (away >= least) return null;
    const box = around(centre, width / 2, height / 2);
    if (!isFree(box, table) || foreign.share(grown(box, 2)) > 0) return null;
    const share = own.share(box);
    const distance = share > 0 ? 0 : nearest(own, box);
    const off = share === 1 ? 14 : offShore(distance);
    const crossed = share > 0 && share < 1 ? 15 + 40 * crossing(share) : 0;
    const mistaken = share === 0 && nearest(rivals, box) < distance + 8 ? mistakable : 0;
    const inStrait = courses.some((point) => contains(grown(box, 14), point)) ? 18 : 0;
    // Nearer to the land of another nothing is gained by staying.
    const lost = centre === wanted && mistaken > 0 ? gain : 0;
    return off + crossed + mistaken + inStrait + away + lost;
  };
  function* search(centres: Iterable<Point>, most: number): Generator<null, Candidate | null, undefined> {
    let best: Candidate | null = null;
    let tried = 0;
    for (const centre of centres) {
      tried += 1;
      if (tried % triedAtOnce === 0) yield null;
      const least = best?.cost ?? most;
      const found = cost(centre, least);
      if (found !== null && found < least) best = level(centre, around(centre, width / 2, height / 2), found);
    }
    return best;
  }
  const nearby = grown(own.extent, 120);
  const coarse = yield* search([wanted, ...grid(input, width, height, 10, nearby)], Number.POSITIVE_INFINITY);
  // Where little is free, the good place may lie between those that were tried.
  const near =
    coarse !== null && coarse.cost < closely
      ? coarse
      : ((yield* search(grid(input, width, height, 4, nearby), coarse?.cost ?? Number.POSITIVE_INFINITY)) ?? coarse);
  // An islet is named only where the name is plainly its own. A group is always named: where another name has all the
  // room near its shore, a little farther off rather than not at all.
  const best = near ?? (isGroup(label) ? yield* search(grid(input, width, height, 6), Number.POSITIVE_INFINITY) : null);
  if (best !== null && (isGroup(label) || best.cost < tooFar)) yield best;
}

/**
 * What it costs to stand this many CSS pixels off a coast: little where the eye still joins the two, and ever more
 * where it does not.
 */
function offShore(distance: number): number {
  const farther = distance - shoreDistance;
  return farther < 0 ? -farther * 0.6 : farther * 0.35 + Math.max(0, distance - outOfReach) * 1.5;
}

/** CSS pixels from the edge of a box to a region. */
function nearest(region: Region, { left, top, right, bottom }: Box): number {
  if (region.extent === null) return Number.POSITIVE_INFINITY;
  const [middle, quarter] = [(left + right) / 2, (right - left) / 4];
  const ends = Math.min(region.distance(left, (top + bottom) / 2), region.distance(right, (top + bottom) / 2));
  return [-2, -1, 0, 1, 2].reduce((least, part) => {
    const x = middle + part * quarter;
    return Math.min(least, region.distance(x, top), region.distance(x, bottom));
  }, ends);
}
