import type { Language } from '../model/types.ts';

/** The headings of the timeline. `{number}` is filled in. */
const en = {
  line: 'The line',
  administration: 'Administration',
  quotation: 'Quotation',
  article: 'article or paragraph {number}',
  languages: 'Where the texts differ',
  readings: 'What the two governments say',
  'reading.ja': 'Japan’s government',
  'reading.ru': 'Russia’s government',
  missing: 'Why no readings are given',
  sources: 'Sources',
  caveat:
    'Lines show who drew or holds them and are no opinion on where any boundary runs. Vertices were placed by hand and have no legal value.',
};

type TimelineString = keyof typeof en;

const tables: Readonly<Record<Language, Readonly<Record<TimelineString, string>>>> = {
  en,
  ja: {
    line: '線',
    administration: '統治',
    quotation: '引用',
    article: '条項：{number}',
    languages: '条文の違い',
    readings: '両国政府の見解',
    'reading.ja': '日本政府',
    'reading.ru': 'ロシア政府',
    missing: '見解を示さない理由',
    sources: '出典',
    caveat:
      '線は、それを引いた、または主張する側を示すもので、境界の位置についての見解ではない。点は手で置いたもので、法的な意味を持たない。',
  },
  ru: {
    line: 'Линия',
    administration: 'Управление',
    quotation: 'Цитата',
    article: 'статья или пункт {number}',
    languages: 'Чем различаются тексты',
    readings: 'Что говорят два правительства',
    'reading.ja': 'Правительство Японии',
    'reading.ru': 'Правительство России',
    missing: 'Почему позиции не приведены',
    sources: 'Источники',
    caveat:
      'Линии показывают, кто их провёл или на них настаивает, и не выражают мнения о том, где проходит рубеж. Точки поставлены от руки и юридического значения не имеют.',
  },
};

/** A heading of the timeline, with `{number}` replaced. */
export function sayOfTimeline(language: Language, key: TimelineString, number = ''): string {
  return tables[language][key].replace('{number}', () => number);
}
