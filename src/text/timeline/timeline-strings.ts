import { sayFrom, type Tables } from '../say-from.ts';

/** The headings of the timeline. `{number}` is filled in. */
const en = {
  line: 'The line',
  administration: 'Administration',
  article: 'article or paragraph {number}',
  languages: 'Where the texts differ',
  readings: 'What the two governments say',
  'reading.ja': 'Japan’s government',
  'reading.ru': 'Russia’s government',
  missing: 'Why no readings are given',
  sources: 'Sources',
  heading: 'How the lines moved: 1855 to now',
  lead: 'Five steps on one map: who drew or holds each line, who administered what, and what both governments say of it, each with its source.',
  linesOnMap: 'Lines on the map',
  solid: 'whole: agreed by treaty',
  dashed: 'dashed: held by one side',
  close: 'Close the timeline',
  whose: 'Lines on the map, today',
  'whose.both': 'Of both sides',
  'whose.ja': 'As official Japanese maps draw it',
  'whose.ru': 'As official Russian maps draw it',
  outline: 'Outline on the map',
  opensMap: 'Show on the map',
  back: 'To the map',
  instrument: 'Instrument',
  caveat:
    'Lines show who drew or holds them and are no opinion on where any boundary runs. Vertices were placed by hand and have no legal value.',
};

export type TimelineString = keyof typeof en;

export const timelineTables: Tables<TimelineString> = {
  en,
  ja: {
    line: '線',
    administration: '統治',
    article: '条項：{number}',
    languages: '条文の違い',
    readings: '両国政府の見解',
    'reading.ja': '日本政府',
    'reading.ru': 'ロシア政府',
    missing: '見解を示さない理由',
    sources: '出典',
    heading: '線の移り変わり：1855年から現在まで',
    lead: '一枚の地図の五つの段階。だれが線を引き、または主張し、だれが何を統治し、両国政府がどう述べているかを、出典とともに示す。',
    linesOnMap: '地図上の線',
    solid: '実線：条約で合意された線',
    dashed: '破線：一方の側による線',
    close: '線の移り変わりを閉じる',
    whose: '地図上の線（現在）',
    'whose.both': '双方',
    'whose.ja': '日本の公式地図が描くとおり',
    'whose.ru': 'ロシアの公式地図が描くとおり',
    outline: '地図上で縁取る',
    opensMap: '地図で見る',
    back: '地図へ',
    instrument: '文書',
    caveat:
      '線は、それを引いた、または主張する側を示すもので、境界の位置についての見解ではない。点は手で打ったもので、法的な意味を持たない。',
  },
  ru: {
    line: 'Линия',
    administration: 'Управление',
    article: 'статья или пункт {number}',
    languages: 'Чем различаются тексты',
    readings: 'Что говорят два правительства',
    'reading.ja': 'Правительство Японии',
    'reading.ru': 'Правительство России',
    missing: 'Почему позиции не приведены',
    sources: 'Источники',
    heading: 'Как менялись линии: с 1855 года до сегодняшнего дня',
    lead: 'Пять шагов на одной карте: кто провёл линию или стоит за ней, кто чем управлял и что об этом говорят оба правительства, каждый раз с источником.',
    linesOnMap: 'Линии на карте',
    solid: 'сплошная: согласована договором',
    dashed: 'штриховая: за ней стоит одна сторона',
    close: 'Закрыть историю линий',
    whose: 'Линии на карте сегодня',
    'whose.both': 'Обеих сторон',
    'whose.ja': 'По официальным картам Японии',
    'whose.ru': 'По официальным картам России',
    outline: 'Обвести на карте',
    opensMap: 'Показать на карте',
    back: 'К карте',
    instrument: 'Документ',
    caveat:
      'Линии показывают, кто их провёл или на них настаивает, и не выражают мнения о том, где проходит рубеж. Точки поставлены от руки и юридического значения не имеют.',
  },
};

/** A heading of the timeline, with `{number}` replaced. */
export const sayOfTimeline = sayFrom(timelineTables);
