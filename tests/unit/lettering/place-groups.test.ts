import { expect, it } from 'vitest';
import { finish } from '../../../src/kernel/steps.ts';
import { placeGroups } from '../../../src/lettering/place-groups.ts';
import { tooFar } from '../../../src/lettering/stances/along-shore.ts';
import { box, labelOf, tableOf } from './light-table.ts';

const first = labelOf({ kind: 'island', at: [120, 160], id: 'kunashiri', group: 'kunashiri', drawn: true });
const second = labelOf({ kind: 'island', at: [280, 160], id: 'shikotan', group: 'shikotan', drawn: true });
const land = { kunashiri: box(100, 140, 140, 180), shikotan: box(260, 140, 300, 180) };

it('every group is named beside its own land, none over another', () => {
  const choices = finish(placeGroups([first, second], tableOf([first, second], { land })));
  expect(choices.map(([label]) => label.place.id)).toEqual(['kunashiri', 'shikotan']);
  for (const [label, best] of choices) expect(best?.cost, label.place.id).toBeLessThan(tooFar);
});

it('a group whose land the frame does not show is left out', () => {
  const choices = finish(placeGroups([first, second], tableOf([first, second], { land: { shikotan: land.shikotan } })));
  expect(choices.map(([, best]) => best === null)).toEqual([true, false]);
});

it('where one group would be left without a name, another order names both', () => {
  // Free is one row under both lands: who comes first must not take the middle of it.
  const taken = [box(0, 0, 400, 184), box(0, 222, 400, 300), box(0, 184, 90, 222), box(310, 184, 400, 222)];
  const choices = finish(placeGroups([first, second], tableOf([first, second], { land, taken })));
  for (const [label, best] of choices) expect(best, label.place.id).not.toBeNull();
});
