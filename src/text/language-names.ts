import type { Language } from '../model/types.ts';

/** Each language of the interface, named in itself. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', ja: '日本語', ru: 'Русский' };
