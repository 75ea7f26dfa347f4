/**
 * Where names and the words on lines stand in the first picture: the map that takes over from it begins with them, and
 * need not letter the picture again.
 */

import { finish } from '../../src/kernel/steps.ts';
import { projectOutlines } from '../../src/lettering/land/outlines.ts';
import { positionsOf } from '../../src/lettering/letter-frame.ts';
import { languages } from '../../src/model/types.ts';
import { lettersOf } from '../../src/svg/lettering-markup.ts';
import { letterPlate } from '../../src/svg/place-on-plate.ts';
import { plates } from '../../src/svg/units.ts';
import { type Drawn, timeNow } from './drawn.ts';

/** By language, plate and id of the place: `[lng, lat]` in degrees. */
export function pictureStands(drawn: Drawn) {
  const now = timeNow(drawn);
  const outlines = finish(projectOutlines(drawn));
  const round = (degrees: number) => Number(degrees.toFixed(7));
  return Object.fromEntries(
    languages.map((language) => {
      const letters = finish(lettersOf({ ...drawn, ...now, outlines, language }));
      return [
        language,
        Object.fromEntries(
          plates.map((plate) => [
            plate.name,
            Object.fromEntries(
              [...positionsOf(finish(letterPlate(letters, plate)))].map(([id, at]) => [id, at.map(round)]),
            ),
          ]),
        ),
      ];
    }),
  );
}
