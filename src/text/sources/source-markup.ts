/** A source as it is cited: a link, each run of its words in its own language. */
import { element, type Markup, untranslated } from '../../kernel/markup.ts';
import type { Language, Source } from '../../model/types.ts';

/** A source as a link with the part of it that is meant. */
export function sourceMarkup({ url, publisher, detail }: Source, language: Language): readonly (Markup | string)[] {
  return [
    element('a', { href: url, rel: 'noopener', target: '_blank' }, languageRuns(publisher, language)),
    ...(detail === null ? [] : [', ', ...languageRuns(detail, language)]),
  ];
}

/**
 * Publishers and titles as sources are cited: in English with the publisher's own words: each run with its language.
 */
export function languageRuns(text: string, language: Language): readonly (Markup | string)[] {
  const runs = text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー・]+|\p{Script=Cyrillic}[\p{Script=Cyrillic}\s«»]*|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Cyrillic}]+/gu,
  );
  return (runs ?? []).map((run) => {
    const lang = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(run)
      ? 'ja'
      : /\p{Script=Cyrillic}/u.test(run)
        ? 'ru'
        : 'en';
    return lang === language || !/\p{Letter}/u.test(run) ? run : element('span', { lang, ...untranslated }, [run]);
  });
}
