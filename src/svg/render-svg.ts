/** The plate as a picture: the same land, lettering and colours as the map, as elements that print without a script. */
import { type GeoStreamWrapper, geoClipRectangle, geoGraticule, geoPath, geoTransform } from 'd3-geo';
import type { FeatureCollection, Geometry, MultiPolygon, Polygon } from 'geojson';
import type { Box } from '../kernel/box.ts';
import { element, type Markup } from '../kernel/markup.ts';
import { finish, type Steps } from '../kernel/steps.ts';
import { type Advances, breakLines } from '../lettering/fonts/text-width.ts';
import type { Outlines } from '../lettering/land/outlines.ts';
import { type Frame, toPixels } from '../model/camera.ts';
import type { Line } from '../model/story/lines.ts';
import type { Convention, Gazetteer, Language, LngLat } from '../model/types.ts';
import {
  coastWidthAt,
  coastWidths,
  graticuleWidth,
  halfDegreeZoom,
  mix,
  type Palette,
  palettes,
  propertyName,
  waterlines,
  waterlineWidth,
} from '../style/theme.ts';

import { compactPath } from './compact-path.ts';
import { type GroundHatch, hatchLines, hatchMarkup, hatchOf, pageHatch } from './hatch-markup.ts';
import { plateLettering, renderLettering } from './lettering-markup.ts';
import { linesMarkup } from './lines-markup.ts';
import { marksMarkup } from './marks-markup.ts';
import { type Colours, customProperty, pictureStyle } from './picture-style.ts';
import { finer, frameRatio, groundUnits, homePlate, type PlateSize, plates, toHomeGround, unitsWide } from './units.ts';

const groundUnitsHigh = Number((groundUnits / frameRatio).toFixed(2));

export interface PictureInput {
  readonly dataset: Gazetteer;
  readonly land: FeatureCollection<Polygon | MultiPolygon>;
  readonly advances: Advances;
  /** Those that are shown. */
  readonly lines?: readonly Line[];
  /** All land as the map has it, where `land` is simplified: names stand where the map’s will stand. */
  readonly outlines?: Outlines;
  readonly language: Language;
  readonly title: string;
  readonly description: string;
  /** Tells apart the ids of several pictures in one document. */
  readonly prefix: string;
}

/**
 * The picture inside a page, two drawings in one box: the ground fits itself into it as `xMidYMid meet` does and goes on beyond it on every
 * side; the lettering stands in shares of the home frame, into which a style sheet fits a drawing of its own (browsers do not agree on the
 * size that a style sheet gives to a drawing inside another). Lettering and strokes keep their size in CSS pixels. It holds the lettering for
 * the sizes that are asked for, of `plates`, each for all conventions under the classes `names-both`, `names-ja` and `names-ru`, of which a style sheet shows one.
 * Colours come from the custom properties of `paletteProperties`.
 */
export function renderPicture(input: PictureInput, sizes: readonly PlateSize[] = plates): Markup {
  return finish(pictureInSteps(input, sizes));
}

/** The same, with pauses. */
export function* pictureInSteps(input: PictureInput, sizes: readonly PlateSize[]): Steps<Markup> {
  const { prefix, title, description, lines = [] } = input;
  const ground = yield* groundMarkup(input, customProperty, homeGround);
  const lettering: Markup[] = [];
  for (const plate of sizes) lettering.push(yield* plateLettering(input, plate));
  return element('div', { class: 'picture', role: 'img', 'aria-labelledby': `${prefix}-title ${prefix}-desc` }, [
    element('svg', { class: 'ground', viewBox: `0 0 ${groundUnits} ${groundUnitsHigh}`, 'aria-hidden': 'true' }, [
      element('title', { id: `${prefix}-title` }, [title]),
      element('desc', { id: `${prefix}-desc` }, [description]),
      ...ground,
      ...linesMarkup(lines, toHomeGround, customProperty),
    ]),
    element('svg', { class: 'home', 'aria-hidden': 'true' }, lettering),
  ]);
}

export interface FittedInput extends PictureInput {
  readonly convention: Convention;
  /** What is seen, in CSS pixels. */
  readonly frame: Frame;
  /** What lies over it, in the same pixels. */
  readonly covered: readonly Box[];
}

/** The picture inside a page for a view other than the first: any frame, one convention, colours from custom properties. It grows with its box. */
export function renderFitted(input: FittedInput): Markup {
  const { frame, prefix } = input;
  const palette = Object.fromEntries(
    Object.keys(palettes.light).map((colour) => [colour, `var(--${propertyName(colour)})`]),
  ) as unknown as Palette;
  return element(
    'svg',
    {
      class: 'picture',
      role: 'img',
      viewBox: `0 0 ${Math.round(frame.width)} ${Math.round(frame.height)}`,
      'aria-labelledby': `${prefix}-title ${prefix}-desc`,
    },
    [
      element('title', { id: `${prefix}-title` }, [input.title]),
      element('desc', { id: `${prefix}-desc` }, [input.description]),
      element(
        'g',
        { transform: `scale(${1 / finer})` },
        finish(groundMarkup(input, customProperty, { ...groundOf(frame), pen: 1 })),
      ),
      ...linesMarkup(input.lines ?? [], (position) => toPixels(frame, position), customProperty),
      ...marksMarkup(input.dataset, frame, palette),
      renderLettering(input, frame, input.convention),
    ],
  );
}

export interface PlateInput extends PictureInput {
  readonly convention: Convention;
  readonly theme: keyof typeof palettes;
  /** The line under the picture that names sources and convention. */
  readonly credit: string;
  /** What is seen: camera, width and height in CSS pixels. Left out, the four groups at 1000 pixels. */
  readonly frame?: Frame;
  /** What lies over it, in the same pixels. */
  readonly covered?: readonly Box[];
  /** Embedded faces as `data:` addresses; without them the file falls back to faces that the reader has. */
  readonly fontFaces?: string;
}

/** A file of its own: fixed frame, colours written in, one convention. Its strokes and letters grow with it. */
export function renderPlate(input: PlateInput): Markup {
  const palette = palettes[input.theme];
  const { prefix, frame = homePlate(unitsWide) } = input;
  const [width, height] = [Math.round(frame.width), Math.round(frame.height)];
  const lines = breakLines(input.credit, (width - 20) / creditSize, 'regular', input.advances);
  const whole = height + 26 + (lines.length - 1) * creditLine;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${whole}`,
      width,
      height: whole,
      role: 'img',
      'aria-labelledby': `${prefix}-title ${prefix}-desc`,
      'xml:lang': input.language,
    },
    [
      element('title', { id: `${prefix}-title` }, [input.title]),
      element('desc', { id: `${prefix}-desc` }, [input.description]),
      element('style', {}, [
        `${input.fontFaces ?? ''}${pictureStyle((colour) => palette[colour])}path{vector-effect:none}text{text-spacing-trim:space-all}`,
      ]),
      element('clipPath', { id: `${prefix}-frame` }, [element('rect', { width, height })]),
      element('rect', { width, height: whole, fill: palette.page }),
      element('g', { 'clip-path': `url(#${prefix}-frame)` }, [
        element('rect', { width, height, fill: palette.sea }),
        element(
          'g',
          { transform: `scale(${1 / finer})` },
          finish(
            groundMarkup(
              input,
              (colour) => palette[colour],
              input.frame === undefined
                ? {
                    ...homeGround,
                    pen: finer,
                    hatch: hatchOf(toHomeGround, Math.floor(frame.view.zoom)),
                    seen: { left: 0, top: 0, right: groundUnits, bottom: groundUnitsHigh },
                  }
                : groundOf(input.frame),
            ),
          ),
        ),
        ...linesMarkup(
          input.lines ?? [],
          (position) => toPixels(frame, position),
          (colour) => palette[colour],
        ),
        ...marksMarkup(input.dataset, frame, palette),
        renderLettering(input, frame, input.convention),
      ]),
      ...lines.map((line, index) =>
        element('text', { class: 'credit', x: 10, y: height + 17 + index * creditLine }, [line]),
      ),
    ],
  );
}

/** CSS pixels: the size of the credit's letters, as `pictureStyle` sets it, and the distance of its lines. */
const creditSize = 11;
const creditLine = 15;

/** How the ground is drawn: onto the paper, with which coast. */
interface Ground {
  readonly paper: GeoStreamWrapper;
  readonly coast: number;
  /** Units of the ground to one of a stroke: 1 where strokes do not scale. */
  readonly pen: number;
  /** Degrees between the lines of the graticule. */
  readonly step: number;
  readonly hatch: GroundHatch;
  /** What can be seen of it, in its units; `null` where it goes on beyond a box of any shape. */
  readonly seen: Box | null;
}

/** With pauses for every outline. */
function* groundMarkup(
  { dataset, land, prefix }: PictureInput,
  colour: Colours,
  { paper, coast, step, pen, hatch, seen }: Ground,
): Steps<readonly Markup[]> {
  const path = geoPath(paper).digits(1);
  const draw = (geometry: Geometry) => path(geometry) ?? '';
  const disputed: FeatureCollection = {
    type: 'FeatureCollection',
    features: dataset.places.flatMap((place) =>
      place.geometry === null ? [] : [{ type: 'Feature', properties: {}, geometry: place.geometry }],
    ),
  };
  const graticule = geoGraticule()
    .extent([
      [130, 36],
      [164, 54],
    ])
    .step([step, step])
    .precision(step)
    .lines();
  const shores = [`${prefix}-land`, `${prefix}-islands`];
  const use = (id: string, attributes: Readonly<Record<string, string | number>>) =>
    element('use', { href: `#${id}`, ...attributes });
  const islands = yield* pieces(disputed, draw);
  const islandCoast = { stroke: colour('coast'), 'stroke-width': Number((coast * pen).toFixed(2)) };
  return [
    element('defs', {}, [
      element('g', { id: shores[0] ?? '' }, yield* pieces(land, draw)),
      // What is clipped by a shore wants it as one path.
      element('g', { id: shores[1] ?? '' }, seen === null ? islands : [oneOf(islands, `${prefix}-shore`)]),
      seen === null
        ? hatchMarkup(`${prefix}-hatch`, hatch, colour('hatch'))
        : element('clipPath', { id: `${prefix}-hatched` }, [use(`${prefix}-shore`, {})]),
    ]),
    element('path', {
      d: graticule.map((line) => compactPath(draw(line))).join(''),
      fill: 'none',
      stroke: colour('graticule'),
      'stroke-width': graticuleWidth * pen,
    }),
    ...waterlines.flatMap(({ distance, strength }) =>
      (['line', 'sea'] as const).map((part) =>
        element(
          'g',
          {
            fill: 'none',
            // So wide and so faint that nobody sees the corners; round ones take twice the time to paint.
            'stroke-linejoin': 'bevel',
            stroke: part === 'sea' ? colour('sea') : mixed(colour, strength),
            'stroke-width': Number((2 * pen * (part === 'sea' ? distance - waterlineWidth : distance)).toFixed(1)),
          },
          shores.map((id) => use(id, {})),
        ),
      ),
    ),
    use(shores[0] ?? '', {
      fill: colour('land'),
      stroke: colour('coast'),
      'stroke-width': Number((coast * pen).toFixed(2)),
    }),
    use(shores[1] ?? '', { fill: colour('disputed') }),
    ...(seen === null
      ? [use(shores[1] ?? '', { fill: `url(#${prefix}-hatch)`, ...islandCoast })]
      : [
          element('g', { 'clip-path': `url(#${prefix}-hatched)` }, [hatchLines(hatch, seen, colour('hatch'))]),
          use(shores[1] ?? '', { fill: 'none', ...islandCoast }),
        ]),
  ];
}

/** Paths as one, under an id. */
function oneOf(paths: readonly Markup[], id: string): Markup | null {
  return paths.length === 0 ? null : element('path', { id, d: paths.map((path) => path.attributes['d']).join('') });
}

/**
 * Land as paths, each long shore one of its own and the short ones together: a browser paints a picture tile by tile and passes over the paths
 * that do not reach a tile.
 */
function* pieces(land: FeatureCollection, draw: (geometry: Geometry) => string): Steps<readonly Markup[]> {
  const long = 400;
  const parts = land.features.flatMap(({ geometry }): readonly Geometry[] =>
    geometry.type === 'MultiPolygon'
      ? geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }))
      : [geometry],
  );
  const paths: string[] = [];
  for (const part of parts) {
    const path = draw(part);
    yield;
    paths.push(compactPath(path));
    yield;
  }
  const short = paths.filter((path) => path.length < long).join('');
  return [...paths.filter((path) => path.length >= long), ...(short === '' ? [] : [short])].map((d) =>
    element('path', { d }),
  );
}

/** A share of the waterline's colour over the sea: by CSS where colours are custom properties, worked out where they are not. */
function mixed(colour: Colours, strength: number): string {
  const [sea, line] = [colour('sea'), colour('waterline')];
  return sea.startsWith('#')
    ? mix(sea, line, strength)
    : `color-mix(in srgb,${line} ${Math.round(strength * 100)}%,${sea})`;
}

/** Planar, so that rings of either direction are land and the adaptive resampling of a sphere adds no points. */
const homeGround: Ground = {
  paper: geoTransform({
    point(lng, lat) {
      const [x, y] = toHomeGround([lng, lat]);
      this.stream.point(x, y);
    },
  }),
  coast: coastWidths[0].width + 0.2,
  step: 1,
  pen: 1,
  hatch: pageHatch,
  seen: null,
};

/** The ground of any frame, cut off beyond it: a close view of one cape must not carry all of Hokkaido. */
function groundOf(frame: Frame): Ground {
  const toGround = (position: LngLat) => {
    const [x, y] = toPixels(frame, position);
    return [x * finer, y * finer] as const;
  };
  const planar = geoTransform({
    point(lng, lat) {
      const [x, y] = toGround([lng, lat]);
      this.stream.point(x, y);
    },
  });
  // Farther out than half a waterline's stroke, so that no cut is seen as a coast.
  const beyond = 40;
  const [left, top, right, bottom] = [
    -beyond * finer,
    -beyond * finer,
    (frame.width + beyond) * finer,
    (frame.height + beyond) * finer,
  ] as const;
  const clip = geoClipRectangle(left, top, right, bottom);
  return {
    paper: { stream: (stream) => planar.stream(clip(stream)) },
    coast: coastWidthAt(frame.view.zoom),
    pen: finer,
    step: frame.view.zoom < halfDegreeZoom ? 1 : 0.5,
    hatch: hatchOf(toGround, Math.floor(frame.view.zoom)),
    seen: { left, top, right, bottom },
  };
}
