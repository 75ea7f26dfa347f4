/** The best position for one label, of all that its stance offers. */
import type { Steps } from '../kernel/steps.ts';
import type { Stance } from './labels/kinds.ts';
import type { Candidate, Candidates, LightTable } from './labels/light-table.ts';
import type { MeasuredLabel } from './labels/measure-labels.ts';
import { alongCourse } from './stances/along-course.ts';
import { alongShore } from './stances/along-shore.ts';
import { besideMark } from './stances/beside-mark.ts';
import { inWaters } from './stances/in-waters.ts';
import { onLand } from './stances/on-land.ts';
import { onWater } from './stances/on-water.ts';

const stances: Readonly<Record<Stance, (label: MeasuredLabel, table: LightTable) => Candidates>> = {
  shore: alongShore,
  beside: besideMark,
  course: alongCourse,
  waters: inWaters,
  within: onWater,
  area: onLand,
};

/** `null` where there is no good position. */
export function* bestPlace(label: MeasuredLabel, table: LightTable): Steps<Candidate | null> {
  let best: Candidate | null = null;
  for (const candidate of stances[label.lettering.stance](label, table)) {
    if (candidate === null) yield;
    else if (best === null || candidate.cost < best.cost) best = candidate;
  }
  return best;
}
