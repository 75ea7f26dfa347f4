import type { Convention, Language } from '../model/types.ts';
import { say } from './strings.ts';

/** What the picture is called and what it shows, for those who hear it. */
export function pictureWords(language: Language): { readonly title: string; readonly description: string } {
  return { title: say(language, 'pictureTitle'), description: say(language, 'pictureDescription') };
}

/** The line under a plate that stands alone: the stated convention, the disclaimer and the source. */
export function plateCredit(language: Language, names: Convention): string {
  return `${say(language, `legend.${names}`)} ${say(language, 'disclaimer')} ${say(language, 'attribution')}`;
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
