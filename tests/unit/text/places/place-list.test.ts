import { describe, expect, it } from 'vitest';
import { readDataset } from '../../../../scripts/geo/read-geo.ts';
import type { Markup } from '../../../../src/kernel/markup.ts';
import { finish } from '../../../../src/kernel/steps.ts';
import { labelOf, primaryText, secondaryText } from '../../../../src/model/names/names.ts';
import { type Convention, conventions, languages } from '../../../../src/model/types.ts';
import { placeControl, placeList } from '../../../../src/text/places/place-list.ts';
import { sayOfReadings } from '../../../../src/text/reading-strings.ts';

const dataset = readDataset();

/** The text that the style sheet leaves to see under a convention. */
function textUnder(node: Markup | string, convention: Convention): string {
  if (typeof node === 'string') return node;
  const classes = (node.attributes['class'] ?? '').split(' ');
  const only = classes.filter((name) => name.startsWith('names-'));
  if (classes.includes(`not-${convention}`) || (only.length > 0 && !only.includes(`names-${convention}`))) return '';
  return node.children.map((child) => textUnder(child, convention)).join('');
}

function* elementsOf(node: Markup | string): Generator<Markup> {
  if (typeof node === 'string') return;
  yield node;
  for (const child of node.children) yield* elementsOf(child);
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

describe.each(languages)('in %s', (language) => {
  it.each(conventions)('a place in the list shows its label under “%s”, and its kind', (convention) => {
    for (const place of dataset.places) {
      const label = labelOf(place, convention, language);
      const kind = sayOfReadings(language, place.endedIn1945 ? 'kindUntil1945' : `kind.${place.kind}`);
      expect(plain(textUnder(placeControl(place, language, 'page'), convention))).toBe(
        plain(`${primaryText(label)} ${secondaryText(label)} ${kind}`),
      );
    }
  });

  it.each(['page', 'frame', 'element'] as const)('every place stands once in the list of the %s', (layout) => {
    const ids = [...elementsOf(finish(placeList(dataset, language, layout)))].flatMap(
      (node) => node.attributes['data-place'] ?? [],
    );
    expect([...ids].sort()).toEqual(dataset.places.map(({ id }) => id).sort());
  });
});

it('every name in another script than the reader’s carries its language', () => {
  const foreign = [...elementsOf(finish(placeList(dataset, 'en', 'page')))].filter(({ children }) =>
    children.some((child) => typeof child === 'string' && /[\p{sc=Han}\p{sc=Katakana}\p{sc=Cyrillic}]/u.test(child)),
  );
  expect(foreign.length).toBeGreaterThan(dataset.places.length);
  for (const { attributes } of foreign) expect(attributes['lang']).toMatch(/^(ja|ru)$/);
});

it('a name that two conventions share is written once', () => {
  const etorofu = dataset.places.find(({ id }) => id === 'etorofu');
  if (etorofu === undefined) throw new Error('Etorofu is missing');
  const names = [...elementsOf(placeControl(etorofu, 'en', 'page'))].flatMap(({ children }) =>
    children.filter((child) => child === 'Etorofu' || child === '択捉島'),
  );
  expect(names).toEqual(['Etorofu', '択捉島']);
});

it('the search field is covered until a script uncovers it', () => {
  const search = [...elementsOf(finish(placeList(dataset, 'en', 'page')))].find(
    ({ attributes }) => attributes['data-part'] === 'search',
  );
  expect(search?.attributes['hidden']).toBe('');
});

it('the kinds in the list go from the islets to the lakes', () => {
  const kinds = [...elementsOf(finish(placeList(dataset, 'en', 'page')))]
    .flatMap((node) => node.attributes['data-place'] ?? [])
    .flatMap((id) => dataset.places.find((place) => place.id === id && place.group === 'kunashiri')?.kind ?? []);
  const order = ['island', 'islet', 'rock', 'settlement', 'peak', 'cape', 'bay', 'strait', 'lake'];
  expect(kinds).toEqual([...kinds].sort((first, second) => order.indexOf(first) - order.indexOf(second)));
});
