/** The ground of a picture: land, coasts, waterlines, hatch and graticule. */
import { type GeoStreamWrapper, geoClipRectangle, geoPath, geoTransform } from 'd3-geo';
import type { FeatureCollection, Geometry, MultiPolygon, Polygon } from 'geojson';
import type { Box } from '../kernel/box.ts';
import { element, type Markup } from '../kernel/markup.ts';
import { polygonsOf } from '../kernel/rings.ts';
import type { Steps } from '../kernel/steps.ts';
import { type Frame, toPixels } from '../model/camera.ts';
import type { Gazetteer, LngLat } from '../model/types.ts';
import { graticuleBounds, graticuleLines } from '../style/graticule.ts';
import {
  coastWidthAt,
  coastWidths,
  graticuleWidth,
  halfDegreeZoom,
  mix,
  waterlines,
  waterlineWidth,
} from '../style/theme/theme.ts';
import { compactPath } from './compact-path.ts';
import { type GroundHatch, hatchLines, hatchMarkup, hatchOf, pageHatch } from './hatch-markup.ts';
import type { Colours } from './picture-style.ts';
import { finer, groundUnits, groundUnitsHigh, toHomeGround } from './units.ts';

export interface GroundInput {
  readonly dataset: Gazetteer;
  readonly land: FeatureCollection<Polygon | MultiPolygon>;
  /** Tells apart the ids of several pictures in one document. */
  readonly prefix: string;
}

/** How the ground is drawn: onto the paper, with which coast. */
export interface Ground {
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

/** Land, coasts, waterlines, hatch and graticule. Pauses after every outline. */
export function* groundMarkup(
  { dataset, land, prefix }: GroundInput,
  colour: Colours,
  { paper, coast, step, pen, hatch, seen }: Ground,
): Steps<readonly Markup[]> {
  const path = geoPath(paper).digits(1);
  const draw = (geometry: Geometry) => path(geometry) ?? '';
  const disputed: GroundInput['land'] = {
    type: 'FeatureCollection',
    features: dataset.places.flatMap((place) =>
      place.geometry === null ? [] : [{ type: 'Feature', properties: {}, geometry: place.geometry }],
    ),
  };
  const graticule = graticuleLines(graticuleBounds.picture, step);
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
 * Land as paths: each long shore is one of its own, the short ones are together. A browser paints a picture tile by
 * tile and passes over the paths that do not reach a tile.
 */
function* pieces(
  land: FeatureCollection<Polygon | MultiPolygon>,
  draw: (geometry: Geometry) => string,
): Steps<readonly Markup[]> {
  const long = 400;
  const polygons = land.features.flatMap(({ geometry }) => polygonsOf(geometry));
  const paths: string[] = [];
  for (const coordinates of polygons) {
    const path = draw({ type: 'Polygon', coordinates: [...coordinates] });
    yield;
    paths.push(compactPath(path));
    yield;
  }
  const short = paths.filter((path) => path.length < long).join('');
  return [...paths.filter((path) => path.length >= long), ...(short === '' ? [] : [short])].map((d) =>
    element('path', { d }),
  );
}

/**
 * A share of the waterline's colour over the sea: by CSS where colours are custom properties, worked out where they are
 * not.
 */
function mixed(colour: Colours, strength: number): string {
  const [sea, line] = [colour('sea'), colour('waterline')];
  return sea.startsWith('#')
    ? mix(sea, line, strength)
    : `color-mix(in srgb,${line} ${Math.round(strength * 100)}%,${sea})`;
}

/** Planar, so that rings of either direction are land and the adaptive resampling of a sphere adds no points. */
export const homeGround: Ground = {
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

/** The same for a file of its own: strokes that grow with it, and a hatch of lines. */
export function plateGround({ view }: Frame): Ground {
  return {
    ...homeGround,
    pen: finer,
    hatch: hatchOf(toHomeGround, Math.floor(view.zoom)),
    seen: { left: 0, top: 0, right: groundUnits, bottom: groundUnitsHigh },
  };
}

/** The ground of any frame, clipped beyond it: a close view of one cape must not carry all of Hokkaido. */
export function groundOf(frame: Frame): Ground {
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
  // Farther out than half a waterline's stroke, so that no clipped edge is seen as a coast.
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
