/** The names of each step against the spreadsheet itself: none stands outside its dates, and each has a source. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { readGeo } from '../../scripts/geo/read-geo.ts';
import { projectPath } from '../../scripts/machine/node-files.ts';
import { labelOf, secondaryText } from '../../src/model/names/names.ts';
import { gazetteerOn, isNamed } from '../../src/model/names/names-in-time.ts';
import { conventions, languages, parties } from '../../src/model/types.ts';

type Row = Readonly<Record<'place' | 'form' | 'lang' | 'party' | 'kind' | 'of' | 'from' | 'to' | 'sources', string>>;

const { dataset, timeline } = readGeo();
const rows = parse(readFileSync(projectPath('geo/names.csv'), 'utf8'), { columns: true }) as Row[];
const names = rows.filter(({ kind }) => kind !== 'transcription');
const past = timeline.steps.flatMap(({ id, at }) => (at === null ? [] : [{ id, at }]));

/** Written here a second time, so that a slip in the one does not hide in the other: the years alone. */
const lastYear = (date: string) => Number(date.slice(0, 4).replaceAll('X', '9'));
const standsIn = ({ from, to }: Row, year: number) =>
  from !== '' && lastYear(from) <= year && (to === '' || to === '..' || lastYear(to) >= year);
const formsIn = (place: string, year: number) =>
  names.filter((row) => row.place === place && standsIn(row, year)).map(({ form }) => form);

describe.each(past)('in $id', ({ id, at }) => {
  const { places } = gazetteerOn(dataset, at);
  it('every name that is shown is dated at or before it', () => {
    for (const place of places.filter(isNamed)) {
      const allowed = formsIn(place.id, Number(id));
      for (const party of parties) {
        const native = place.names[party]?.native;
        if (native !== undefined) expect(allowed, `${place.id}, ${native}`).toContain(native);
      }
      if (place.names.en !== null) expect(allowed, place.id).toContain(place.names.en);
    }
  });

  it.each(conventions.flatMap((convention) => languages.map((language) => ({ convention, language }))))(
    'no later name is lettered under $convention in $language',
    ({ convention, language }) => {
      const lettered = new Set(
        places.filter(isNamed).flatMap((place) => {
          const label = labelOf(place, convention, language);
          return [...label.primary, ...label.secondary].map(({ text, lang }) => `${place.id} ${lang} ${text}`);
        }),
      );
      const later = names.filter((row) => row.party === row.lang && !formsIn(row.place, Number(id)).includes(row.form));
      expect(later.length).toBeGreaterThan(100);
      for (const { place, lang, form } of later) expect([...lettered]).not.toContain(`${place} ${lang} ${form}`);
    },
  );
});

describe('the names', () => {
  it('of 1946 stand in no step before it', () => {
    for (const { at } of past)
      expect(
        gazetteerOn(dataset, at).places.filter(({ names: { ru } }) =>
          /Южно-Курильск|Курильск$|Головнино/.test(ru?.native ?? ''),
        ),
      ).toEqual([]);
  });

  it('each have a source of their own', () => {
    expect(names.filter(({ sources }) => sources === '')).toEqual([]);
    const known = new Set(dataset.sources.map(({ id }) => id));
    expect(rows.flatMap(({ sources }) => sources.split(' ')).filter((source) => !known.has(source))).toEqual([]);
  });

  it('that are no Ainu names have a party where they stand in its script', () => {
    const scripts = {
      ja: /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー・ゝヽ（）]+$/u,
      ru: /^[\p{sc=Cyrillic}\s«»()Ii.-]+$/u,
    };
    for (const party of parties)
      for (const { form } of names.filter((row) => row.party === party && row.lang === party))
        expect(form).toMatch(scripts[party]);
  });

  it('of Etorofu change from step to step as the sources have them', () => {
    const shown = past.map(({ at }) => {
      const place = gazetteerOn(dataset, at).places.find(({ id }) => id === 'etorofu');
      return place === undefined ? '' : secondaryText(labelOf(place, 'both', 'en'));
    });
    expect(shown).toEqual(['ヱトロプ島 / Итуруп', '択捉 / Итуруп', '擇捉島 / Итуруп', '擇捉島 / Итуруп']);
  });
});
