/** The plate as a picture: the same land, lettering and colours as the map, as elements that print without a script. */
import { geoGraticule, geoPath, geoTransform } from 'd3-geo';
import type { FeatureCollection, Geometry, MultiPolygon, Polygon } from 'geojson';
import { homeFrame, project } from '../model/camera.ts';
import { element, type Markup } from '../model/markup.ts';
import { labelOf, type NameRun, nameSeparator, oneSidedMark } from '../model/names.ts';
import { type Convention, conventions, type Dataset, type Language, type Place } from '../model/types.ts';
import { letteringOf, secondaryScale } from '../style/lettering.ts';
import { coastWidths, graticuleWidth, hatch, mix, palettes, waterlines, waterlineWidth } from '../style/theme.ts';

import { compactPath } from './compact-path.ts';
import { type Colours, customProperty, pictureStyle } from './picture-style.ts';
import { unitsHigh, unitsWide } from './units.ts';

/** The ground is drawn in finer units than the rest, so that whole numbers do. */
const finer = 5;
const groundUnits = unitsWide * finer;
/** Across the lines: `hatch.spacing` is along an axis, which they cross at 45°. */
const hatchSpacing = Number(((hatch.spacing * finer) / Math.SQRT2).toFixed(1));
const groundUnitsHigh = unitsHigh * finer;

export interface PictureInput {
  readonly dataset: Dataset;
  readonly land: FeatureCollection<Polygon | MultiPolygon>;
  readonly language: Language;
  readonly title: string;
  readonly description: string;
  /** Tells apart the ids of several pictures in one document. */
  readonly prefix: string;
}

/**
 * The picture inside a page. It fills its box as `xMidYMid meet` does, goes on beyond it on every side, keeps lettering and
 * strokes at their size in CSS pixels, and holds the labels of all conventions under the classes `names-both`, `names-ja`
 * and `names-ru`, of which a style sheet shows one. Colours come from the custom properties of `paletteProperties`.
 */
export function renderPicture(input: PictureInput): Markup {
  const ground = element(
    'svg',
    { viewBox: `0 0 ${groundUnits} ${groundUnitsHigh}`, width: '100%', height: '100%', overflow: 'visible' },
    groundMarkup(input, customProperty),
  );
  const labels = conventions.map((convention) =>
    element(
      'g',
      { class: `names-${convention}` },
      input.dataset.places.flatMap((place) => labelMarkup(place, convention, input.language, 'relative')),
    ),
  );
  return element(
    'svg',
    {
      class: 'picture',
      role: 'img',
      'aria-labelledby': `${input.prefix}-title ${input.prefix}-desc`,
      overflow: 'visible',
    },
    [
      element('title', { id: `${input.prefix}-title` }, [input.title]),
      element('desc', { id: `${input.prefix}-desc` }, [input.description]),
      ground,
      element('g', { 'text-anchor': 'middle' }, labels),
    ],
  );
}

export interface PlateInput extends PictureInput {
  readonly convention: Convention;
  readonly theme: keyof typeof palettes;
  /** The line under the picture that names sources and convention. */
  readonly credit: string;
  /** Embedded faces as `data:` addresses; without them the file falls back to faces that the reader has. */
  readonly fontFaces?: string;
}

/** A file of its own: fixed frame, colours written in, one convention. */
export function renderPlate(input: PlateInput): Markup {
  const palette = palettes[input.theme];
  const credit = 26;
  const { prefix } = input;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${unitsWide} ${unitsHigh + credit}`,
      width: unitsWide,
      height: unitsHigh + credit,
      role: 'img',
      'aria-labelledby': `${prefix}-title ${prefix}-desc`,
      'xml:lang': input.language,
    },
    [
      element('title', { id: `${prefix}-title` }, [input.title]),
      element('desc', { id: `${prefix}-desc` }, [input.description]),
      element('style', {}, [`${input.fontFaces ?? ''}${pictureStyle((colour) => palette[colour])}`]),
      element('clipPath', { id: `${prefix}-frame` }, [element('rect', { width: unitsWide, height: unitsHigh })]),
      element('rect', { width: unitsWide, height: unitsHigh + credit, fill: palette.page }),
      element('g', { 'clip-path': `url(#${prefix}-frame)` }, [
        element('rect', { width: unitsWide, height: unitsHigh, fill: palette.sea }),
        element(
          'g',
          { transform: `scale(${1 / finer})` },
          groundMarkup(input, (colour) => palette[colour]),
        ),
        element(
          'g',
          { 'text-anchor': 'middle' },
          input.dataset.places.flatMap((place) => labelMarkup(place, input.convention, input.language, 'absolute')),
        ),
      ]),
      element('text', { class: 'credit', x: 10, y: unitsHigh + 17 }, [input.credit]),
    ],
  );
}

function groundMarkup({ dataset, land, prefix }: PictureInput, colour: Colours): readonly Markup[] {
  const path = geoPath(mercator()).digits(1);
  const trace = (geometry: Geometry | FeatureCollection) => compactPath(path(geometry) ?? '');
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
    .step([1, 1])
    .precision(1)
    .lines();
  const shores = [`${prefix}-land`, `${prefix}-islands`];
  const use = (id: string, attributes: Readonly<Record<string, string | number>>) =>
    element('use', { href: `#${id}`, ...attributes });
  const coast = coastWidths[0].width + 0.2;
  return [
    element('defs', {}, [
      element('path', { id: shores[0] ?? '', d: trace(land) }),
      element('path', { id: shores[1] ?? '', d: trace(disputed) }),
      element(
        'pattern',
        {
          id: `${prefix}-hatch`,
          width: hatchSpacing,
          height: hatchSpacing,
          patternUnits: 'userSpaceOnUse',
          patternTransform: 'rotate(45)',
        },
        [
          element('path', {
            d: `M0,0V${hatchSpacing}`,
            stroke: colour('hatch'),
            'stroke-width': hatch.width,
          }),
        ],
      ),
    ]),
    element('path', {
      d: graticule.map(trace).join(''),
      fill: 'none',
      stroke: colour('graticule'),
      'stroke-width': graticuleWidth,
    }),
    ...waterlines.flatMap(({ distance, strength }) =>
      (['line', 'sea'] as const).map((part) =>
        element(
          'g',
          {
            fill: 'none',
            stroke: part === 'sea' ? colour('sea') : mixed(colour, strength),
            'stroke-width': 2 * (part === 'sea' ? distance - waterlineWidth : distance),
          },
          shores.map((id) => use(id, {})),
        ),
      ),
    ),
    use(shores[0] ?? '', { fill: colour('land'), stroke: colour('coast'), 'stroke-width': coast }),
    use(shores[1] ?? '', { fill: colour('disputed') }),
    use(shores[1] ?? '', { fill: `url(#${prefix}-hatch)`, stroke: colour('coast'), 'stroke-width': coast }),
  ];
}

/** A share of the waterline's colour over the sea: by CSS where colours are custom properties, worked out where they are not. */
function mixed(colour: Colours, strength: number): string {
  const [sea, line] = [colour('sea'), colour('waterline')];
  return sea.startsWith('#')
    ? mix(sea, line, strength)
    : `color-mix(in srgb,${line} ${Math.round(strength * 100)}%,${sea})`;
}

function labelMarkup(
  place: Place,
  convention: Convention,
  language: Language,
  units: 'relative' | 'absolute',
): readonly Markup[] {
  const lettering = letteringOf(place);
  if (lettering.fromFrame === null) return [];
  const [x, y] = frameFraction(place);
  if (x < -0.6 || x > 1.6 || y < -0.6 || y > 1.6) return [];
  const label = labelOf(place, convention, language);
  const at =
    units === 'relative'
      ? { x: `${(x * 100).toFixed(2)}%`, y: `${(y * 100).toFixed(2)}%` }
      : { x: (x * unitsWide).toFixed(1), y: (y * unitsHigh).toFixed(1) };
  const line = (runs: readonly NameRun[], mark: string) =>
    runs.flatMap((run, index) => [
      index === 0 ? null : nameSeparator,
      element(
        'tspan',
        { lang: units === 'relative' ? run.lang : null, 'xml:lang': units === 'absolute' ? run.lang : null },
        [run.text],
      ),
      index === runs.length - 1 && mark !== '' ? mark : null,
    ]);
  const rows = [
    element(
      'tspan',
      { x: at.x, dy: label.secondary.length > 0 ? '-0.2em' : '0.35em' },
      line(label.primary, label.oneSided ? oneSidedMark : ''),
    ),
    label.secondary.length > 0
      ? element('tspan', { x: at.x, dy: '1.2em', 'font-size': `${secondaryScale}em` }, line(label.secondary, ''))
      : null,
  ];
  return [
    element(
      'text',
      {
        class: [lettering.water ? 'water' : null, `from-${lettering.fromFrame}`]
          .filter((name) => name !== null)
          .join(' '),
        y: at.y,
        'font-size': lettering.size,
        'letter-spacing': lettering.spacing === 0 ? null : `${lettering.spacing}em`,
        'text-anchor': textAnchors[place.anchor],
        'data-place': units === 'relative' ? place.id : null,
      },
      rows,
    ),
  ];
}

const textAnchors = { center: null, left: 'start', right: 'end', top: null, bottom: null } as const;

/** Where a place stands in the home frame: 0…1 from its left and top edge. */
function frameFraction(place: Pick<Place, 'position'>): readonly [number, number] {
  const frame = homeFrame();
  const [x, y] = project(place.position);
  return [(x - frame.x) / frame.width, (y - frame.y) / frame.height];
}

/** Planar, so that rings of either direction are land and the adaptive resampling of a sphere adds no points. */
function mercator() {
  const frame = homeFrame();
  return geoTransform({
    point(lng, lat) {
      const [x, y] = project([lng, lat]);
      this.stream.point(((x - frame.x) / frame.width) * groundUnits, ((y - frame.y) / frame.width) * groundUnits);
    },
  });
}
