import { describe, expect, it } from 'vitest';
import { printMarkup } from '../../../../src/kernel/markup.ts';
import { measureBetween } from '../../../../src/model/great-circle.ts';
import { languages } from '../../../../src/model/types.ts';
import { measurementInWords, measurePanel } from '../../../../src/text/tools/measure-markup.ts';
import { helpDialog, toolMenu } from '../../../../src/text/tools/tool-markup.ts';
import { parsedDataset } from '../../dataset.ts';
import { collectiveNames, forbiddenWords } from '../../neutral-words.ts';

const data = { islands: 'islands.geojson', places: 'places.geojson', table: 'places.csv' };
const menu = (canLink: boolean, canShare: boolean) =>
  printMarkup(toolMenu({ language: 'en', canLink, canShare, canSave: true, canFill: true, canEmbed: true, data }));

describe('the menu of tools', () => {
  it('offers a link only where there is an address for what is seen', () => {
    expect(menu(true, true)).toContain('Copy a link to this view');
    expect(menu(true, true)).toContain('share-link');
    expect(menu(true, false)).not.toContain('share-link');
    expect(menu(false, true)).not.toMatch(/copy-link|share-link/);
  });

  it('offers what a sandbox forbids only where it is allowed', () => {
    const may = (allowed: boolean) =>
      printMarkup(
        toolMenu({
          language: 'en',
          canLink: false,
          canShare: false,
          canSave: allowed,
          canFill: allowed,
          canEmbed: allowed,
          data,
        }),
      );
    for (const tool of ['data-picture="png1"', 'data-action="print"', 'data-action="fill"', 'data-action="embed"']) {
      expect(may(true)).toContain(tool);
      expect(may(false)).not.toContain(tool);
    }
  });

  it('offers the data with their licence', () => {
    expect(menu(false, false)).toContain('href="places.csv"');
    expect(menu(false, false)).toContain('CC BY 4.0');
  });
});

describe('the help', () => {
  it('lists the keys, tells how to move without dragging, and says whether the keys are on', () => {
    expect(printMarkup(helpDialog('en', true))).toMatch(
      /<kbd>\/<\/kbd>.*without dragging|without dragging.*<kbd>\/<\/kbd>/s,
    );
    expect(printMarkup(helpDialog('en', true))).toMatch(/checkbox" data-part="keys" checked/);
    expect(printMarkup(helpDialog('en', false))).not.toMatch(/checkbox" data-part="keys" checked/);
  });
});

describe('a measured distance in words', () => {
  const dataset = parsedDataset();
  const ends = [
    { kind: 'place', id: 'etorofu' },
    { kind: 'point', position: [149, 47] },
  ] as const;
  const measured = measureBetween(dataset, ...ends);
  if (measured === null) throw new Error('nothing was measured');

  it('gives kilometres and nautical miles, and says what it was taken from and how', () => {
    const { result, method } = measurementInWords(dataset, ends, measured, { language: 'en', names: 'both' });
    expect(result).toMatch(/^Etorofu \/ Iturup – 47\.00° N, 149\.00° E: \d+ km, \d+ nautical miles\.$/);
    expect(method).toBe(
      'Great circle on a sphere of radius 6371.0088 km, between the nearest coast, as drawn, of Etorofu / Iturup, and the point chosen at 47.00° N, 149.00° E.',
    );
  });

  it('writes numbers as the reader’s language does', () => {
    const { method } = measurementInWords(dataset, ends, measured, { language: 'ru', names: 'ru' });
    expect(method).toContain('6371,0088');
    expect(method).toContain('Итуруп');
  });

  it('has a list of every place for each end, with what was chosen', () => {
    const panel = printMarkup(measurePanel(dataset, ends, { language: 'en', names: 'ja' }));
    expect(panel.match(/<option value="stokap"/g)?.length).toBe(2);
    expect(panel).toContain('<option value="etorofu" selected="" translate="no">Etorofu</option>');
    expect(panel).toContain('<option value="point" selected="">47.00° N, 149.00° E</option>');
  });
});

it.each(languages)('the tools take no side in %s', (language) => {
  const text =
    printMarkup(
      toolMenu({ language, canLink: true, canShare: true, canSave: true, canFill: true, canEmbed: true, data }),
    ) + printMarkup(helpDialog(language, true));
  for (const pattern of forbiddenWords[language] ?? []) expect(text).not.toMatch(pattern);
  for (const pattern of collectiveNames[language] ?? []) expect(text).not.toMatch(pattern);
});
