/** What all the formats say of the data as a whole. */
import * as v from 'valibot';
import { readJson } from '../machine/node-files.ts';

/** The day on which the data was last read through as a whole: what is in use is in use on this day. */
export const readThrough = '2026-12-01';

export const edition = {
  /** The version of the project, which is that of its data. */
  version: v.parse(v.object({ version: v.string() }), readJson('package.json')).version,
  title: 'Four Islands: a gazetteer of the islands disputed between Japan and Russia',
  description:
    'The four island groups called the Northern Territories in Japan and the Southern Kurils in Russia, drawn by hand, with the names of both sides in their time, figures and positions, each with its source.',
  creator: 'The Four Islands contributors',
  licence: {
    name: 'CC-BY-4.0',
    title: 'Creative Commons Attribution 4.0 International',
    path: 'https://creativecommons.org/licenses/by/4.0/',
  },
} as const;
