import { describe, expect, it } from 'vitest';
import { readDataset } from '../../scripts/geo/read-geo.ts';
import { type Fact, groupIds, type Localised, languages, parties } from '../../src/model/types.ts';

const { facts, places, sources } = readDataset();
const titled = facts.map((fact, index) => ({ title: `#${index}, ${fact.kind} of ${fact.place}`, fact }));

function textsOf(fact: Fact): readonly Localised[] {
  switch (fact.kind) {
    case 'summit':
      return [];
    case 'remark':
      return [fact.text];
    case 'administration':
      return [fact.unit, fact.basis].filter((texts) => texts !== null);
    case 'derivation':
      return [fact.gloss, fact.basis].filter((texts) => texts !== null);
    default:
      return [fact.basis];
  }
}

/** Words that are kept for attributed quotations, and lines without an owner. */
const partisan =
  /\b(occup|illegal|liberat|annex|inherent|border)|固有の領土|不法占拠|占領|返還|国境|исконно|оккуп|аннекс|незаконн/i;

describe('the facts', () => {
  it.each(titled)('$title takes no side, and is short in every language', ({ fact }) => {
    for (const texts of textsOf(fact))
      for (const language of languages) {
        expect(texts[language].replace(/border guards|国境警備隊/, '')).not.toMatch(partisan);
        expect(texts[language].length).toBeLessThanOrEqual(130);
        expect(texts[language]).toBe(texts[language].trim());
      }
  });

  it.each(titled)('$title stands in the script of its language', ({ fact }) => {
    for (const texts of textsOf(fact)) {
      expect(texts.en).not.toMatch(/[\p{Script=Cyrillic}\p{Script=Han}]/u);
      expect(texts.ru).not.toMatch(/[\p{Script=Han}]/u);
      expect(texts.ru).toMatch(/\p{Script=Cyrillic}/u);
      expect(texts.ja).toMatch(/[\p{Script=Han}\p{Script=Katakana}]/u);
    }
  });

  it.each(titled)('$title comes from no encyclopaedia that anybody edits', ({ fact }) => {
    for (const id of fact.sources)
      expect(sources.find((source) => source.id === id)?.url).not.toMatch(/wikipedia|weblio|wiki/i);
  });

  it('stand once each', () => {
    const keys = facts.map((fact) => JSON.stringify({ ...fact, sources: null }));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it.each(groupIds)('name the unit of %s in the system of either side', (group) => {
    const units = facts.filter((fact) => fact.kind === 'administration' && fact.place === group);
    expect(new Set(units.flatMap((fact) => (fact.kind === 'administration' ? [fact.party] : [])))).toEqual(
      new Set(parties),
    );
  });

  it.each(groupIds)('give %s an area, a distance and the population of 1945', (group) => {
    const kinds = new Set(facts.filter((fact) => fact.place === group).map((fact) => fact.kind));
    expect(kinds).toEqual(new Set([...kinds, 'area', 'distance', 'population', 'derivation']));
  });

  it('sum up: the islets of the Habomai had the population of the group in 1945', () => {
    const of = (place: string) =>
      facts.flatMap((fact) =>
        fact.kind === 'population' && fact.place === place && fact.basis.en.includes('1945') ? [fact.value] : [],
      );
    const islets = places.filter((place) => place.group === 'habomai' && place.id !== 'habomai');
    expect(islets.flatMap((place) => of(place.id)).reduce((sum, people) => sum + people, 0)).toBe(of('habomai')[0]);
  });

  it('call Kaigara a low-tide elevation and give it no area', () => {
    const kaigara = facts.filter((fact) => fact.place === 'kaigara');
    const remark = kaigara.flatMap((fact) => (fact.kind === 'remark' ? [fact.text] : []))[0];
    expect(remark?.en).toMatch(/low-tide elevation.*does not count as an island/);
    expect(remark?.ja).toMatch(/低潮高地.*島とは扱われない/);
    expect(remark?.ru).toMatch(/островом не считается/);
    expect(kaigara.map((fact) => fact.kind)).not.toContain('area');
  });

  it('call capes in Russian what the names have, after Polivanov', () => {
    const capes = places.filter(({ kind }) => kind === 'cape');
    const known = capes.flatMap(({ names }) => [names.ja?.cyrillic, names.ru?.native].filter((name) => name != null));
    // Beyond the map, between which the Russian half of the Sōya Strait was measured; a spit of the mainland.
    const beyond = ['Соя', 'Крильон', 'Ноцукэ'];
    const mentioned = facts.flatMap((fact) =>
      textsOf(fact).flatMap(({ ru }) => [...ru.matchAll(/мыс\p{L}* (\p{Lu}\p{L}+)/gu)].map(([, name = '']) => name)),
    );
    expect(new Set(mentioned).size).toBeGreaterThan(5);
    for (const name of mentioned.filter((word) => !beyond.includes(word)))
      expect(
        known.some((form) => form.includes(name)),
        name,
      ).toBe(true);
  });

  it('put the highest point of an island on that island', () => {
    for (const fact of facts)
      if (fact.kind === 'summit')
        expect(places.find((place) => place.id === fact.peak)).toMatchObject({ kind: 'peak', group: fact.place });
  });
});
