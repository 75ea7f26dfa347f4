/**
 * Where one party’s publishers are cited at least three times as often as the other’s, and why. Printed with the tables
 * of `geo/README.md`; a subject that is no longer lopsided must leave.
 */
import type { ClaimSubject } from './claims.ts';

export const whyLopsided: Readonly<Partial<Record<ClaimSubject, string>>> = {
  area: 'no Russian survey’s area of an island was found at its publisher; copies of encyclopaedias are not cited',
  length: 'no Russian publisher of the lengths was found that can be cited',
  width: 'the straits’ widths were found in Japanese dictionaries and offices alone',
  distance: 'they are measured from Hokkaido, which Japanese offices do',
  population:
    'that of 1945 was counted by Japan; the Russian statistics of today were found only as a Japanese newspaper quotes them, not at the statistical office',
  derivation: 'most are from dictionaries of Japanese place names, which treat Ainu names',
  summit:
    'which peak is highest was found stated by Japanese offices alone; heights of both sides stand beside each other',
  remark: 'what is remarked of Kaigara and of the Habomai today was found in Japanese publishers alone',
  events:
    'instruments are cited from collections of texts, and the ones that could be opened are Japanese; readings are in pairs all the same',
  quotations:
    'the texts could be opened in Japanese collections and ministries; a treaty’s words are those of both, whoever prints them',
  lines: 'the lines of treaties are cited from the same collections; those of school atlases were found in Japan alone',
};
