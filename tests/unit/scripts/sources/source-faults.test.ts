import { describe, expect, it } from 'vitest';
import { faultsOfSources } from '../../../../scripts/sources/source-faults.ts';
import type { Source } from '../../../../src/model/types.ts';

const source = (url: string, detail: string | null = null, id = 'one'): Source => ({ id, publisher: 'P', detail, url });
const faults = (...sources: readonly Source[]) =>
  faultsOfSources(sources, '2026-12-01').map(({ index, field, message }) => `${index} ${field}: ${message}`);

describe('an address', () => {
  it.each([
    'https://www.mofa.go.jp/region/index.html',
    'https://geoportal.kscnet.ru/volcanoes/volc?name=Ivan%20Grozny',
    'http://az.lib.ru/g/golownin_w_m/text_1811.shtml',
    'https://books.google.com/books?id=agMMAAAAYAAJ&pg=PA86',
    'https://en.wikisource.org/wiki/Page:A_dictionary.djvu/597',
    'https://www.shugiin.go.jp/html/a165107.htm',
    'https://rg.ru/2019/01/16/lavrov.html',
    'https://worldjpn.net/documents/texts/pw/18550207.T1J.html',
    'https://www.nippon.com/en/news/yjj2022122100355/japan.html',
  ])('%s is sound', (url) => {
    expect(faults(source(url))).toEqual([]);
  });

  it.each([
    [
      'https://cyberleninka.ru./article',
      'has the host “cyberleninka.ru.”; must be a full name, with no point at its end',
    ],
    ['https://192.168.0.1/page', 'must name its host; a number is none'],
    ['https://jma.go.jp:8080/page', 'must have neither port nor user'],
    ['https://jma.go.jp/page#height', 'must not end with “#height”: the part of a page belongs to “detail”'],
    ['https://jma.go.jp/%25E6%25AD%25AF', 'is escaped twice'],
    ['https://jma.go.jp/岳', 'must be written https://jma.go.jp/%E5%B2%B3'],
    ['https://jma.go.jp/page?id=1&utm_source=x', 'must do without “utm_source”: the page is the same'],
    ['https://books.google.com.tw/books?id=a&pg=PA1&hl=zh-TW', 'must do without “hl”: the page is the same'],
    ['https://blog.goo.ne.jp/o/d/20101105', '“blog.goo.ne.jp” is a blog or a social network; cite who is quoted there'],
    ['https://ru.wikipedia.org/wiki/X', '“ru.wikipedia.org” is a wiki; cite what it cites'],
    ['https://en.wikisource.org/wiki/Treaty', '“en.wikisource.org” is a wiki; cite what it cites'],
    [
      'https://megalodon.jp/ref/page',
      '“megalodon.jp” is a copy of other people’s pages; cite the page itself, or say “archived page” in “detail” where it is gone',
    ],
    [
      'https://www.scribd.com/document/8',
      '“www.scribd.com” is a collection of other people’s texts; cite where they were published',
    ],
    [
      'http://u0097160.cp.regruhosting.ru/page',
      '“u0097160.cp.regruhosting.ru” is the panel of a hosting company; cite the address under which the site is known',
    ],
    ['http://www.volcano.si.edu/volcano.cfm?vn=1', 'must be https: its host answers it'],
    ['http://www.data.jma.go.jp/page', 'must be https: its host answers it'],
    ['https://rg.ru/2027/01/16/page.html', 'names 2027-01-16, which is still to come'],
    ['https://rg.ru/2019/02/30/page.html', 'names 2019-02-30, a day that there was not'],
    ['https://rg.ru/20270116/page.html', 'names 2027-01-16, which is still to come'],
  ])('%s has one fault', (url, message) => {
    expect(faults(source(url))).toEqual([`0 url: ${message}`]);
  });

  it('is https where another source shows that the host answers it', () => {
    expect(
      faults(source('https://kotobank.jp/a', 'Britannica'), source('http://kotobank.jp/b', 'Britannica', 'two')),
    ).toEqual(['1 url: must be https: its host answers it']);
  });

  it.each([
    ['https://rg.ru/a', 'https://www.rg.ru/a/'],
    ['https://tass.com/1', 'https://tass.com/1/amp'],
    ['https://ndl.go.jp/%E5%B2%B3', 'https://m.ndl.go.jp/%e5%b2%b3'],
  ])('%s stands once, also as %s', (one, other) => {
    expect(faults(source(one), source(other, null, 'two'))).toContain(
      '1 url: is the address of “one” too; cite one of them',
    );
  });

  it('differs by its query', () => {
    expect(faults(source('https://rg.ru/a?id=1'), source('https://rg.ru/a?id=2', null, 'two'))).toEqual([]);
  });
});

describe('what is said of a source', () => {
  it.each([
    ['31 June 2024', 'names 2024-06-31, a day that there was not'],
    ['read on 2 December 2026', 'names 2026-12-02, which is still to come'],
    ['read on 2026-12-02', 'names 2026-12-02, which is still to come'],
  ])('%s has a fault', (detail, message) => {
    expect(faults(source('https://rg.ru/a', detail))).toEqual([`0 detail: ${message}`]);
  });

  it('names the work that a portal shows', () => {
    const message = '0 detail: must name the work that the portal shows, or end with “work not seen”';
    expect(faults(source('https://kotobank.jp/word/1'))).toEqual([message]);
    expect(faults(source('https://www.weblio.jp/content/1', 'an entry'))).toEqual([message]);
    expect(faults(source('https://kotobank.jp/word/1', '日本歴史地名大系 (Heibonsha), 泊湾'))).toEqual([]);
    expect(faults(source('https://kotobank.jp/word/1', '国後水道, work not seen'))).toEqual([]);
  });

  it('says that a page is an archived one', () => {
    expect(faults(source('https://megalodon.jp/ref/a', '1 May 2014, archived page'))).toEqual([]);
  });
});
