/** Prints the picture, the naming control, the list and the passages into the pages, so that they are there before any script. */
import { createHash } from 'node:crypto';
import { bbox, bboxClip, coordAll, flatten, truncate } from '@turf/turf';
import type { BBox, Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { element, type Markup, printMarkup } from '../../src/kernel/markup.ts';
import { finish } from '../../src/kernel/steps.ts';
import type { Advances } from '../../src/lettering/fonts/text-width.ts';
import { projectOutlines } from '../../src/lettering/land/outlines.ts';
import { homeFrame, homeView } from '../../src/model/camera.ts';
import { type Line, openLines } from '../../src/model/story/lines.ts';
import { extentOf, linesAt, type Timeline } from '../../src/model/story/timeline.ts';
import { type Convention, conventions, type Dataset, type Language, languages } from '../../src/model/types.ts';
import { type Year, years } from '../../src/model/view-state.ts';
import { palettes } from '../../src/style/theme/theme.ts';
import { renderPicture, renderPlate } from '../../src/svg/render-svg.ts';
import { frameContents } from '../../src/text/frame/frame-contents.ts';
import { frameMarkup } from '../../src/text/frame/frame-markup.ts';
import type { Layout } from '../../src/text/layout.ts';
import { type PictureTime, pictureWords, plateCredit } from '../../src/text/pictures/picture-words.ts';
import { simplifyLand } from '../drawing/surrounding-land.ts';

export interface Drawn {
  readonly dataset: Dataset;
  readonly advances: Advances;
  readonly land: FeatureCollection<Polygon | MultiPolygon>;
  /** Of all years. */
  readonly lines: readonly Line[];
}

/** Degrees: what the first picture shows beyond its frame, for windows of any shape. */
const pictureCut: BBox = [130, 37.5, 164, 51.5];

/** Degrees: half a pixel of a frame 1000 pixels wide. */
const pictureTolerance = 0.0024;

/**
 * Degrees. How much land is simplified that lies beyond each box: what is beside the first view is seen in wide or tall windows alone, and
 * what is beyond that in none of usual shape.
 */
const thinning: readonly (readonly [beyond: BBox, tolerance: number])[] = [
  [[144.4, 42.6, 149.8, 46.2], 0.007],
  [[142, 40, 152, 48.5], 0.04],
];

/** Simplifies land more the farther it lies beyond the first view; no seam is cut, because every vertex kept is one of its own. */
function thinBeyond<G extends Polygon | MultiPolygon>(land: Feature<G>): Feature<G> {
  const key = ([lng, lat]: Position) => `${lng} ${lat}`;
  const steps = thinning.map(
    ([box, tolerance]) => [box, new Set(coordAll(simplifyLand(land, tolerance)).map(key))] as const,
  );
  const stays = (position: Position): boolean =>
    steps.every(([[west, south, east, north], kept]) => {
      const [lng = 0, lat = 0] = position;
      return (lng > west && lng < east && lat > south && lat < north) || kept.has(key(position));
    });
  const thin = (ring: readonly Position[]): Position[] => {
    const kept = ring.filter(stays);
    return kept.length < 4 ? [...ring] : kept;
  };
  const { geometry } = land;
  const thinned =
    geometry.type === 'Polygon'
      ? { ...geometry, coordinates: geometry.coordinates.map(thin) }
      : { ...geometry, coordinates: geometry.coordinates.map((polygon) => polygon.map(thin)) };
  return { ...land, geometry: thinned as G };
}

/** The drawing at the resolution of the first picture. */
export function forPicture(
  { dataset, land, advances, lines }: Drawn,
  cut: BBox = pictureCut,
  tolerance: number = pictureTolerance,
): Drawn {
  const reduce = <G extends Polygon | MultiPolygon>(feature: Feature<G>): Feature<G> =>
    truncate(simplifyLand(feature, tolerance), { precision: 4 });
  return {
    advances,
    lines,
    dataset: {
      ...dataset,
      places: dataset.places.map((place) =>
        place.geometry === null
          ? place
          : { ...place, geometry: reduce({ type: 'Feature', properties: {}, geometry: place.geometry }).geometry },
      ),
    },
    land: {
      type: 'FeatureCollection',
      features: flatten(land).features.flatMap((part) => {
        const clipped = bboxClip(part as Feature<Polygon>, cut) as Feature<Polygon | MultiPolygon>;
        if (clipped.geometry.coordinates.flat(2).length === 0) return [];
        return isSpeck(clipped) ? [] : [truncate(thinBeyond(simplifyLand(clipped, tolerance)), { precision: 4 })];
      }),
    },
  };
}

/** Too small for the first picture: under 0.02° wide, and not one of the four groups. */
function isSpeck(feature: Feature<Polygon | MultiPolygon>): boolean {
  const [west, , east] = bbox(feature);
  return east - west < 0.02;
}

/** What every picture of today shows. */
export function timeNow({ lines }: Pick<Drawn, 'lines'>): PictureTime {
  return { lines: openLines(lines, 'both'), step: null, whose: 'both' };
}

/** The picture inside a page; all documents of a language hold the same. */
export function pagePicture(drawn: Drawn, whole: Drawn, language: Language): Markup {
  const now = timeNow(drawn);
  const outlines = finish(projectOutlines(whole));
  const input = { ...drawn, ...now, outlines, language, ...pictureWords(language, now), prefix: 'picture' };
  return finish(renderPicture(input));
}

export interface PrintInput {
  readonly drawn: Drawn;
  /** From `pagePicture`. */
  readonly picture: Markup;
  readonly language: Language;
  readonly names: Convention;
  readonly layout: Layout;
  readonly styleSheet: string;
  /** From the document to the root of the site. */
  readonly toRoot: string;
}

/** The element's shadow tree as a declarative template: works without a script, and the script takes it over as it stands. */
export function printShadowTree({ drawn, picture, language, names, layout, styleSheet, toRoot }: PrintInput): string {
  const contents = frameContents(drawn.dataset, language, layout, drawn.lines);
  const frame = frameMarkup({ language, names, layout, contents, picture, inset: `${toRoot}static/inset.svg`, toRoot });
  return `<template shadowrootmode="open"><style>${styleSheet}</style>${printMarkup(placesByAddress(frame))}</template>`;
}

/** Links whose address says their place say it once: in the list of places that is half a kilobyte. The script adds what it asks them for. */
function placesByAddress(node: Markup): Markup {
  const { 'data-place': place, ...others } = node.attributes;
  const isSaid = place !== undefined && node.attributes['href'] === `?place=${place}`;
  const children = node.children.map((child) => (typeof child === 'string' ? child : placesByAddress(child)));
  return { ...node, attributes: isSaid ? others : node.attributes, children };
}

/** A picture for a file of its own, which no face is embedded in yet. */
export interface Plate {
  readonly names: Convention;
  readonly language: Language;
  /** `now`, or the step of the past that it shows. */
  readonly year: Year;
  readonly picture: Markup;
}

/** The plates of every convention and language. */
export function platePictures(drawn: Drawn): readonly Plate[] {
  return conventions.flatMap((names) =>
    languages.map((language) => ({
      names,
      language,
      year: 'now',
      picture: renderPlate({
        ...drawn,
        ...timeNow(drawn),
        language,
        convention: names,
        theme: 'light',
        ...pictureWords(language, timeNow(drawn)),
        credit: plateCredit(language, names, timeNow(drawn)),
        prefix: 'plate',
      }),
    })),
  );
}

/** Degrees: what the pictures of all years show. */
const yearCut: BBox = [132, 36, 168, 57];

/** CSS pixels. */
const yearWidth = 1000;

/** The plates of the past, fitted to their lines, in every convention and language. Of the whole drawing only what they can show is kept. */
export function yearPlates(whole: Drawn, timeline: Timeline): readonly Plate[] {
  return years.flatMap((year) => {
    const step = timeline.steps.find(({ id }) => id === year);
    if (year === 'now' || step === undefined) return [];
    const extent = extentOf(timeline, year);
    const bounds = homeFrame(extent);
    const height = Math.round((yearWidth * bounds.height) / bounds.width);
    const frame = { view: homeView(yearWidth, height, extent), width: yearWidth, height };
    // Half a pixel, as in the first picture.
    const drawn = forPicture(whole, yearCut, 180 / (yearWidth / bounds.width));
    const time = { lines: linesAt(timeline, year), step, whose: 'both' as const };
    return conventions.flatMap((names) =>
      languages.map((language) => ({
        names,
        language,
        year,
        picture: renderPlate({
          ...drawn,
          ...time,
          language,
          convention: names,
          theme: 'light',
          ...pictureWords(language, time),
          credit: plateCredit(language, names, time),
          prefix: 'plate',
          frame,
        }),
      })),
    );
  });
}

/** A plate as an SVG file's text, with the rules of the faces that it embeds. */
export function printPlate({ picture: plate }: Plate, faces: string): string {
  const children = plate.children.map((child) =>
    typeof child !== 'string' && child.tag === 'style' ? element('style', {}, [faces, ...child.children]) : child,
  );
  return printMarkup({ ...plate, children }, 'xml');
}

/** The site's icon: a hatched square, the sign that stands for the disputed area on the map. */
export function iconPicture(): Markup {
  const { disputed, hatch, coast } = palettes.light;
  return element('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: '0 0 32 32' }, [
    element('rect', { x: 2, y: 2, width: 28, height: 28, rx: 5, fill: disputed, stroke: coast, 'stroke-width': 2 }),
    element('path', { d: 'M5 17L17 5M5 27L27 5M15 27L27 15', stroke: hatch, 'stroke-width': 2.5 }),
  ]);
}

/** The content security policy of our documents. Inline styles are allowed by their hash, scripts not at all. */
export function contentSecurityPolicy(inlineStyles: readonly string[]): string {
  const hashes = inlineStyles.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${hashes.join(' ')}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    // The embed builder's preview.
    "frame-src 'self'",
    "worker-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

/** Inserts text where a page has `<!--name-->`. Throws when the page lacks it. */
export function fillIn(html: string, name: string, text: string): string {
  const mark = `<!--${name}-->`;
  if (!html.includes(mark)) throw new Error(`the page has no ${mark}`);
  return html.replace(mark, () => text);
}
