import type { Line } from '../../model/story/lines.ts';
import type { Step } from '../../model/story/timeline.ts';
import type { Convention, Language } from '../../model/types.ts';
import { conjunction } from '../conjunction.ts';
import { say } from '../strings.ts';

/** What of the timeline a picture shows. */
export interface PictureTime {
  readonly lines: readonly Line[];
  /** A step of the past; `null` for now. */
  readonly step: Step | null;
  /** Whose lines it shows, where it shows those of now. */
  readonly whose: Convention;
}

/** What the picture is called and what it shows, for those who hear it. */
export function pictureWords(
  language: Language,
  { lines, step, whose }: PictureTime,
): { readonly title: string; readonly description: string } {
  const drawn = conjunction(language, [...new Set(lines.map(({ name }) => name[language]))]);
  return {
    title: [say(language, 'pictureTitle'), step?.title[language]].filter((part) => part !== undefined).join(' – '),
    description: [
      say(language, 'pictureDescription'),
      step === null ? (drawn === '' ? null : sentence(drawn, language)) : step.line[language],
      whoseWords(language, whose),
    ]
      .filter((part) => part !== null)
      .join(language === 'ja' ? '' : ' '),
  };
}

function sentence(text: string, language: Language): string {
  return `${text}${language === 'ja' ? '。' : '.'}`;
}

/** Says so where a picture shows the lines of one side only; `null` where it shows those of both. */
export function whoseWords(language: Language, whose: Convention): string | null {
  return whose === 'both' ? null : say(language, `lines.${whose}`);
}

/** The line under a plate that stands alone: the year, the stated convention, the disclaimer and the source. */
export function plateCredit(
  language: Language,
  names: Convention,
  { step, whose }: Omit<PictureTime, 'lines'>,
): string {
  const parts = [
    step === null ? null : sentence(step.title[language], language),
    whoseWords(language, whose),
    say(language, `legend.${names}`),
    say(language, 'disclaimer'),
    say(language, 'attribution'),
  ];
  return parts.filter((part) => part !== null).join(' ');
}

/** What a long description says of the picture, paragraph by paragraph. */
export function longDescription(language: Language): readonly string[] {
  return (
    [
      'pictureTitle',
      'introduction',
      'pictureDescription',
      'status',
      'legendOrder',
      'oneSided',
      'ainu',
      'disclaimer',
      'attribution',
    ] as const
  ).map((key) => say(language, key));
}
