import { describe, expect, it } from 'vitest';
import { element, printMarkup } from '../../../src/kernel/markup.ts';

describe('printed markup', () => {
  it('keeps text text', () => {
    expect(printMarkup(element('p', { title: '"><script>' }, ['<img onerror=x> & co']))).toBe(
      '<p title="&quot;&gt;&lt;script&gt;">&lt;img onerror=x&gt; &amp; co</p>',
    );
  });

  it('leaves out what is false or absent and writes what is true empty', () => {
    expect(printMarkup(element('input', { checked: true, disabled: false, value: null }))).toBe('<input checked="">');
  });

  it('closes empty elements in XML', () => {
    expect(printMarkup(element('g', {}, [element('path', { d: 'M0,0' })]), 'xml')).toBe('<g><path d="M0,0"/></g>');
  });
});
