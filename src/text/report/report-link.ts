/** “Report an error”: where the build names an address for it, every place, quotation and figure leads there. */
import { element, type Markup } from '../../kernel/markup.ts';

/**
 * The address with what is meant filled in: `{place}` is the id of the place, empty where none is meant, `{id}` says
 * what of it: `place`, `passage/paragraph-5`, `figure/area/ja/1`, `event/yalta-1945/1`. An address of mail without
 * either takes both as its subject. `null` where the build names no address.
 */
export function reportAddress(form: string | null, place: string, id: string): string | null {
  if (form === null) return null;
  if (!/\{(place|id)\}/.test(form)) {
    const subject = [place, id].filter((part) => part !== '').join(': ');
    return `${form}${form.includes('?') ? '&' : '?'}subject=${encodeURIComponent(`Four Islands, ${subject}`)}`;
  }
  return form.replaceAll('{place}', encodeURIComponent(place)).replaceAll('{id}', encodeURIComponent(id));
}

/** The link, in words, or as a small sign beside a figure, which is told in words to whoever does not see it. */
export function reportLink(address: string, words: string, sign: string | null = null): Markup {
  return element(
    'a',
    {
      class: 'report',
      href: address,
      target: '_blank',
      rel: 'noopener',
      ...(sign === null ? {} : { 'aria-label': words, title: words }),
    },
    [sign ?? words],
  );
}
