/**
 * Makes the files that are derived from `geo/`: what the map fetches, what can be downloaded, the fonts, and the land
 * around the islands.
 */
import { createHash } from 'node:crypto';
import { printMarkup } from '../../src/kernel/markup.ts';
import { packShapes } from '../../src/model/data/shapes.ts';
import type { Correction } from '../../src/model/story/corrections.ts';
import type { Timeline } from '../../src/model/story/timeline.ts';
import type { Attestation } from '../../src/model/types.ts';
import { readGeo } from '../geo/read-geo.ts';
import { buildSurroundingLand, naturalEarthGrid } from '../geo/surrounding-land.ts';
import { printFeatures } from '../geo/tidy-features.ts';
import { dataPackage } from '../linked/data-package.ts';
import { type Drawn, forPicture } from '../pictures/drawn.ts';
import { advancesOf, charactersOf, cutFonts, type FontCut } from '../pictures/fonts.ts';
import { iconPicture } from '../pictures/icon-picture.ts';
import { insetPicture } from '../pictures/inset-picture.ts';

export interface Derived {
  /** The drawing as the first picture needs it. */
  readonly picture: Drawn;
  /** The same at full resolution. */
  readonly whole: Drawn;
  readonly timeline: Timeline;
  readonly corrections: readonly Correction[];
  /** The transcriptions that a source prints. */
  readonly transcriptions: readonly Attestation[];
  /** Path in the site, from its root, to content. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /**
   * Key in `virtual:four-islands/data` to path in the site: of what the map is made of, and of what can be downloaded.
   */
  readonly paths: Readonly<Record<string, string>>;
  readonly downloads: Readonly<Record<string, string>>;
  /** Path in the site to the globe. */
  readonly insetPath: string;
  readonly fonts: readonly (FontCut & { readonly path: string })[];
}

/** A short name for some content, which changes with it. */
export function contentHash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}

/** Throws `DataFaults` where the data is wrong. */
export async function derive(): Promise<Derived> {
  const { raw, rawTimeline, dataset, timeline, corrections, transcriptions, islands, hokkaido, texts } = readGeo();
  const land = buildSurroundingLand(hokkaido);
  const { lines } = timeline;
  const characters = charactersOf(dataset, lines, timeline, corrections);
  const whole = { dataset, land, advances: advancesOf(characters), lines };
  const fonts = (await cutFonts(characters)).map((font) => ({
    ...font,
    path: `assets/${font.key}-${createHash('sha256').update(font.woff2).digest('base64url').slice(0, 8)}.woff2`,
  }));
  const published = {
    islands: ['geo/islands.geojson', printFeatures(islands)],
    places: ['geo/places.geojson', JSON.stringify(raw.places)],
    table: ['geo/places.csv', texts.get('places.csv') ?? ''],
  } as const;
  const data = {
    map: [
      'geo/map.json',
      JSON.stringify({
        islands: packShapes(islands),
        land: packShapes(land, naturalEarthGrid()),
        places: raw.places,
        lettering: raw.lettering,
        lines: rawTimeline.lines,
      }),
    ],
    readings: [
      'geo/readings.json',
      JSON.stringify({ article: raw.article, sources: raw.sources, facts: raw.facts, names: raw.names }),
    ],
    timeline: ['geo/timeline.json', JSON.stringify(rawTimeline.timeline)],
  } as const;
  const inset = ['static/inset.svg', printMarkup(insetPicture(), 'xml')] as const;
  // The address holds the content's hash, so that a cache never serves the scripts of one build with the data of
  // another.
  const addressOf = ([path, text]: readonly [string, string]) => `${path}?${contentHash(text)}`;
  const addressesOf = (files: Readonly<Record<string, readonly [string, string]>>) =>
    Object.fromEntries(Object.entries(files).map(([key, file]) => [key, addressOf(file)]));
  const geoFiles = new Map<string, string>([
    ...Object.values(data),
    ...Object.values(published),
    // The map does not fetch these; they are for people who work with the data.
    ['geo/land.geojson', JSON.stringify(land)],
    ['geo/article.json', JSON.stringify(raw.article)],
    ...[...texts].map(([name, text]): [string, string] => [`geo/${name}`, text]),
  ]);
  return {
    picture: forPicture(whole),
    whole,
    timeline,
    corrections,
    transcriptions,
    files: new Map<string, string | Uint8Array>([
      ...geoFiles,
      ['geo/datapackage.json', dataPackage(geoFiles)],
      inset,
      ['icon.svg', printMarkup(iconPicture(), 'xml')],
      ...fonts.map(({ path, woff2 }): [string, Uint8Array] => [path, woff2]),
    ]),
    paths: addressesOf(data),
    downloads: addressesOf(published),
    insetPath: addressOf(inset),
    fonts,
  };
}
