import { describe, expect, it } from 'vitest';
import { findPlace, labelOf, primaryText, secondaryText, slugsOf } from '../../../../src/model/names/names.ts';
import type { Convention, Language } from '../../../../src/model/types.ts';
import { parsedDataset, placeCalled } from '../../dataset.ts';

/** The table of the public contract: convention, language, first line, second line. */
const etorofu: readonly (readonly [Convention, Language, string, string])[] = [
  ['both', 'en', 'Etorofu / Iturup', '択捉島 / Итуруп'],
  ['ja', 'en', 'Etorofu', '択捉島'],
  ['ru', 'en', 'Iturup', 'Итуруп'],
  ['both', 'ja', '択捉島 / イトゥルップ島', 'Итуруп'],
  ['ja', 'ja', '択捉島', ''],
  ['ru', 'ja', 'イトゥルップ島', 'Итуруп'],
  ['both', 'ru', 'Эторофу / Итуруп', '択捉島'],
  ['ja', 'ru', 'Эторофу', '択捉島'],
  ['ru', 'ru', 'Итуруп', ''],
];

describe('the naming rule', () => {
  it.each(etorofu)('letters Etorofu under %s read in %s as “%s”, then “%s”', (convention, language, first, second) => {
    const label = labelOf(placeCalled('etorofu'), convention, language);
    expect(primaryText(label)).toBe(first);
    expect(secondaryText(label)).toBe(second);
  });

  it.each(['en', 'ja', 'ru'] as const)('puts Kunashir before Kunashiri in %s, as the alphabet has it', (language) => {
    expect(labelOf(placeCalled('kunashiri'), 'both', language).primary.map((run) => run.party)).toEqual(['ru', 'ja']);
  });

  it('writes two names that read the same once', () => {
    const label = labelOf(placeCalled('shikotan'), 'both', 'en');
    expect(primaryText(label)).toBe('Shikotan');
    expect(secondaryText(label)).toBe('色丹島 / Шикотан');
  });

  it('settles a tie of Latin forms in the order of the parties', () => {
    expect(primaryText(labelOf(placeCalled('shikotan'), 'both', 'ru'))).toBe('Сикотан / Шикотан');
  });

  it.each(['both', 'ja', 'ru'] as const)(
    'shows a place that one side has named by that name under %s, with a dagger',
    (convention) => {
      expect(primaryText(labelOf(placeCalled('grieg'), convention, 'en'))).toBe('Griga†');
    },
  );

  it('gives a sea its English name in English, whichever convention, and no dagger', () => {
    for (const convention of ['both', 'ja', 'ru'] as const)
      expect(primaryText(labelOf(placeCalled('sea-okhotsk'), convention, 'en'))).toBe('Sea of Okhotsk');
  });

  it('reads an ocean in the reader’s own language', () => {
    expect(primaryText(labelOf(placeCalled('sea-okhotsk'), 'both', 'ru'))).toBe('Охотское море');
    expect(primaryText(labelOf(placeCalled('sea-okhotsk'), 'ru', 'ja'))).toBe('オホーツク海');
  });

  it('lets a name stand in its own script where there is no transcription of it', () => {
    const label = labelOf(placeCalled('habomai'), 'both', 'ja');
    expect(primaryText(label)).toBe('歯舞群島 / Хабомаи');
    expect(secondaryText(label)).toBe('');
  });

  it('marks every run with the language it is in', () => {
    const label = labelOf(placeCalled('etorofu'), 'both', 'ja');
    expect(label.primary.map((run) => run.lang)).toEqual(['ja', 'ru-Kana']);
    expect(label.secondary.map((run) => run.lang)).toEqual(['ru']);
  });
});

describe('the names that a link may use', () => {
  it('are the id and the Latin names', () => {
    expect(slugsOf(placeCalled('etorofu'))).toEqual(['etorofu', 'iturup']);
  });

  it.each(['iturup', 'Iturup', 'ETOROFU'])('resolve “%s” to etorofu', (name) => {
    expect(findPlace(parsedDataset().places, name)?.id).toBe('etorofu');
  });

  it('resolve nothing that is not on the map', () => {
    expect(findPlace(parsedDataset().places, 'atlantis')).toBeNull();
  });
});
