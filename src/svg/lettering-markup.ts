/** The lettering of the picture, from the same table and the same placement as the map's. */
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { Box } from '../kernel/box.ts';
import { element, type Markup } from '../kernel/markup.ts';
import { finish, type Steps } from '../kernel/steps.ts';
import type { Advances } from '../lettering/fonts/text-width.ts';
import { anchorOffsets } from '../lettering/labels/anchors.ts';
import { lineHeight, secondaryScale, sizeAt } from '../lettering/labels/kinds.ts';
import { measureLabels } from '../lettering/labels/measure-labels.ts';
import { type Outlines, projectOutlines } from '../lettering/land/outlines.ts';
import type { Lettered } from '../lettering/letter-frame.ts';
import type { PlacedLineLabel } from '../lettering/line-labels.ts';
import type { PlacedLabel } from '../lettering/place-labels.ts';
import { type Frame, toPixels } from '../model/camera.ts';
import { type Label, labelOf, type NameRun, nameSeparator, oneSidedMark } from '../model/names/names.ts';
import type { Line } from '../model/story/lines.ts';
import { type Convention, conventions, type Gazetteer, type Language } from '../model/types.ts';
import { type Letters, letterPicture, letterPlate } from './place-on-plate.ts';
import { frameRatio, type PlateSize, plateFrame } from './units.ts';

export interface LetteringInput {
  readonly dataset: Gazetteer;
  readonly land: FeatureCollection<Polygon | MultiPolygon>;
  readonly advances: Advances;
  readonly lines?: readonly Line[];
  /** All land as the map has it, where the picture shows it simplified: names stand where the map’s will stand. */
  readonly outlines?: Outlines;
  /** What lies over the frame and must hide no name, in its pixels. */
  readonly covered?: readonly Box[];
  readonly language: Language;
  readonly prefix: string;
}

/** How positions are written: as shares of the box that the home view fills, or in the units of a fixed frame. */
type Units = 'relative' | 'absolute';

/**
 * The element that holds lettering of which a style sheet may show none: a drawing inside the drawing, for browsers lay
 * out the words in a hidden group all the same. In a picture of its own nothing is hidden, and a group does.
 */
const holder = { relative: 'svg', absolute: 'g' } as const satisfies Readonly<Record<Units, string>>;

/** From the upper edge of a line to its baseline, in em. */
const ascent = 0.95;

/** The lettering for a size of a page's stage, all conventions in it. */
export function* plateLettering(input: LetteringInput, plate: PlateSize): Steps<Markup> {
  const letters = yield* lettersOf(input);
  const lettered = yield* letterPlate(letters, plate);
  yield;
  return element(holder.relative, { class: `plate-${plate.name}`, 'text-anchor': 'middle' }, [
    ...(yield* letter(lettered, {
      frame: plateFrame(plate),
      units: 'relative',
      shown: conventions,
      language: input.language,
      prefix: `${input.prefix}-${plate.name}`,
    })),
  ]);
}

/** The lettering of any frame under one convention. */
export function renderLettering(input: LetteringInput, frame: Frame, convention: Convention): Markup {
  const lettered = finish(letterPicture(finish(lettersOf(input)), frame, input.covered ?? []));
  return element(
    'g',
    { 'text-anchor': 'middle' },
    finish(
      letter(lettered, {
        frame,
        units: 'absolute',
        shown: [convention],
        language: input.language,
        prefix: `${input.prefix}-course`,
      }),
    ),
  );
}

/** What is lettered of a drawing, wherever it is seen. */
export function* lettersOf(input: Omit<LetteringInput, 'covered' | 'prefix'>): Steps<Letters> {
  const { dataset, language, advances, lines = [] } = input;
  const labels = yield* measureLabels(dataset, language, advances);
  return { labels, outlines: input.outlines ?? (yield* projectOutlines(input)), lines, language, advances };
}

interface Writing {
  readonly frame: Frame;
  readonly units: Units;
  readonly shown: readonly Convention[];
  readonly language: Language;
  readonly prefix: string;
}

function* letter(
  { placed, lineLabels }: Lettered,
  { frame, units, shown, language, prefix }: Writing,
): Steps<readonly Markup[]> {
  const levels = placed.filter((label) => label.course === null);
  const courses = placed.filter((label) => label.course !== null);
  const read = ({ place, rows }: PlacedLabel, convention: Convention): Label => {
    const label = labelOf(place, convention, language);
    return rows === 2 ? label : { ...label, secondary: [] };
  };
  const level: Markup[] = [];
  for (const convention of shown) {
    level.push(
      element(
        holder[units],
        { class: units === 'relative' ? `names-${convention}` : null },
        levels.map((label) => levelMarkup(label, read(label, convention), frame, units)),
      ),
    );
    yield;
  }
  return [
    ...lineLabels.map((label) => lineLabelMarkup(label, frame, units)),
    ...level,
    ...courses.map((label) =>
      courseMarkup(
        label,
        shown.map((convention) => [convention, read(label, convention)] as const),
        frame,
        units,
        `${prefix}-${label.place.id}`,
      ),
    ),
  ];
}

function positionIn(
  { width, height }: Frame,
  [x, y]: readonly [number, number],
  units: Units,
): { readonly x: string; readonly y: string } {
  if (units === 'absolute') return { x: String(round(x, 1)), y: String(round(y, 1)) };
  const wide = Math.min(width, height * frameRatio);
  const share = (value: number, whole: number, part: number) =>
    `${round(((value - (whole - part) / 2) / part) * 100, 2)}%`;
  return { x: share(x, width, wide), y: share(y, height, wide / frameRatio) };
}

/** The words on a line: rows round their middle. */
function lineLabelMarkup({ rows, size, at }: PlacedLineLabel, frame: Frame, units: Units): Markup {
  const { x, y } = positionIn(frame, toPixels(frame, at), units);
  return element(
    'text',
    { class: 'on-line', y, 'font-size': round(size, 1) },
    rows.map((row, index) =>
      element('tspan', { x, dy: em(index === 0 ? ascent - (lineHeight * rows.length) / 2 : lineHeight) }, [row]),
    ),
  );
}

function levelMarkup(placed: PlacedLabel, label: Label, frame: Frame, units: Units): Markup {
  const { place, lettering, anchor, offset } = placed;
  const { x, y } = positionIn(frame, toPixels(frame, placed.at), units);
  const [dx, dy] = offset ? anchorOffsets[anchor] : [0, 0];
  const tall = lineHeight * (label.secondary.length > 0 ? 1 + secondaryScale : 1);
  const above = anchor.startsWith('top') ? 0 : anchor.startsWith('bottom') ? tall : tall / 2;
  const rows = [
    element(
      'tspan',
      { x, dx: dx === 0 ? null : em(dx), dy: em(dy + ascent - above) },
      line(label.primary, label.oneSided, units),
    ),
    label.secondary.length > 0
      ? element(
          'tspan',
          { x, dx: dx === 0 ? null : em(dx / secondaryScale), dy: em(lineHeight), 'font-size': em(secondaryScale) },
          line(label.secondary, false, units),
        )
      : null,
  ];
  return element(
    'text',
    {
      class: lettering.water ? 'water' : null,
      y,
      'font-size': round(sizeAt(lettering, frame.view.zoom), 1),
      'letter-spacing': lettering.spacing === 0 ? null : em(lettering.spacing),
      'text-anchor': anchor.endsWith('left') ? 'start' : anchor.endsWith('right') ? 'end' : null,
      'data-place': units === 'relative' ? place.id : null,
    },
    rows,
  );
}

/**
 * Letters along their course: a small drawing of its own that stands at a point, because a path knows no shares of a
 * box.
 */
function courseMarkup(
  placed: PlacedLabel,
  labels: readonly (readonly [Convention, Label])[],
  frame: Frame,
  units: Units,
  id: string,
): Markup {
  const middle = toPixels(frame, placed.at);
  const points = (placed.course ?? []).map((position) => toPixels(frame, position));
  const path = points.map(([x, y]) => `${round(x - middle[0], 1)} ${round(y - middle[1], 1)}`).join('L');
  const size = sizeAt(placed.lettering, frame.view.zoom);
  const text = (runs: readonly NameRun[], oneSided: boolean, dy: number, scale: number) =>
    element('text', { dy: em(dy), 'font-size': scale === 1 ? null : em(scale) }, [
      element('textPath', { href: `#${id}`, startOffset: '50%' }, line(runs, oneSided, units)),
    ]);
  return element(
    'svg',
    {
      ...positionIn(frame, middle, units),
      // In a page the sheet says so, of every drawing inside another.
      overflow: units === 'absolute' ? 'visible' : null,
      'data-place': units === 'relative' ? placed.place.id : null,
    },
    [
      element('path', { id, d: `M${path}`, fill: 'none' }),
      ...labels.map(([convention, label]) =>
        element(
          holder[units],
          {
            class: units === 'relative' ? `water names-${convention}` : 'water',
            // Spaced by its own size, as on the map, and not by that of the page.
            'font-size': round(size, 1),
            'letter-spacing': em(placed.lettering.spacing),
          },
          label.secondary.length === 0
            ? [text(label.primary, label.oneSided, 0.35, 1)]
            : [text(label.primary, label.oneSided, -0.2, 1), text(label.secondary, false, 0.95, secondaryScale)],
        ),
      ),
    ],
  );
}

function line(runs: readonly NameRun[], oneSided: boolean, units: Units): readonly (Markup | string | null)[] {
  return runs.flatMap((run, index) => [
    index === 0 ? null : nameSeparator,
    element(
      'tspan',
      { lang: units === 'relative' ? run.lang : null, 'xml:lang': units === 'absolute' ? run.lang : null },
      [run.text],
    ),
    index === runs.length - 1 && oneSided ? oneSidedMark : null,
  ]);
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function em(value: number): string {
  return `${round(value, 2)}em`;
}
