import { expect, test } from 'vitest';
import { languages } from '../../../src/model/types.ts';
import { conjunction } from '../../../src/text/conjunction.ts';

const words = ['Etorofu', 'Кунашир', '色丹島', 'Habomai'];

test.each(languages)('words stand in a row as the standard has them: %s', (language) => {
  const standard = new Intl.ListFormat(language === 'en' ? 'en-GB' : language);
  for (let count = 0; count <= words.length; count++)
    expect(conjunction(language, words.slice(0, count))).toBe(standard.format(words.slice(0, count)));
});
