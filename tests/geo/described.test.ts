/** What geo/README.md and geo/DECISIONS.md say of the data, held to the data. */
import { describe, expect, it } from 'vitest';
import { readGeo } from '../../scripts/geo/read-geo.ts';
import { readText } from '../../scripts/machine/node-files.ts';
import { labelOf } from '../../src/model/names/names.ts';
import { conventions, type Language, languages } from '../../src/model/types.ts';
import { say } from '../../src/text/strings.ts';

const { dataset, timeline } = readGeo();
const readme = readText('geo/README.md');
const decisions = readText('geo/DECISIONS.md');

const numbers = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const inWords = (count: number) => numbers[count] ?? String(count);

/** What the map letters, without the dagger: of every place, in one language. */
const labels = (language: Language): ReadonlySet<string> =>
  new Set(
    dataset.places.flatMap((place) =>
      conventions.map((convention) =>
        labelOf(place, convention, language)
          .primary.map((run) => run.text)
          .join(' / '),
      ),
    ),
  );
const lettered = new Set(languages.flatMap((language) => [...labels(language)]));

describe('geo/README.md', () => {
  it('counts the settlements whose position has an unknown basis', () => {
    const unknown = dataset.places.filter((place) => place.kind === 'settlement' && place.positionBasis === 'unknown');
    expect(readme).toContain(`${inWords(unknown.length)} settlements among them, have an unknown basis`);
  });

  it('calls the islets that were measured what the map calls them', () => {
    const table = readme.slice(readme.indexOf('| islet | IoU'), readme.indexOf('All islets that the sheets show'));
    const islets = [...table.matchAll(/^\| ([^|]+?) \| \.\d/gmu)].map(([, name = '']) => name);
    expect(islets.length).toBe(6);
    for (const name of islets) expect(labels('en'), name).toContain(name);
  });

  it('repeats the disclaimer of the map', () => {
    expect(readme).toContain(say('en', 'disclaimer'));
  });

  it('is right that no source is an encyclopaedia that anybody edits', () => {
    expect(readme).toContain('No source is an encyclopaedia that anybody edits.');
    for (const { id, url } of dataset.sources) expect(url ?? '', id).not.toMatch(/wikipedia|wiktionary|wikiwand/iu);
  });
});

describe('geo/DECISIONS.md', () => {
  it('gives no pair of names as an example that the map does not letter', () => {
    const examples = [...decisions.matchAll(/[“«]([^”»]+ \/ [^”»]+)[”»]/gu)].map(([, pair = '']) => pair);
    expect(examples.length).toBeGreaterThan(2);
    for (const pair of examples) expect(lettered, pair).toContain(pair);
  });

  it('gives as examples of Russian names in the genitive what the map letters', () => {
    const [, latin = '', katakana = ''] =
      /BGN\/PCGN has it \(([^)]+)\).*?Japanese has it \(([^)]+)\)/su.exec(decisions) ?? [];
    expect(lettered).toContain(latin);
    expect(lettered).toContain(katakana);
  });

  it('counts the events without readings', () => {
    const without = timeline.events.filter(({ readings }) => readings.length === 0);
    expect(decisions.toLowerCase()).toContain(`or not at all.** ${inWords(without.length)} events have none`);
  });
});
