/**
 * Finds what is wrong with the drawn shapes, and where the drawn files and the fieldbook differ. Every fault is a
 * sentence.
 */
import * as v from 'valibot';
import { closestName, idOf, unknownName } from '../../src/model/data/data-problems.ts';
import { land } from '../../src/model/data/fields.ts';
import { coastsOf, faultsOfCoasts } from './coasts.ts';
import { type DrawnRing, shapesOf } from './fieldbook.ts';
import { geoName } from './geo-files.ts';
import { type LineOf, type PlacedCoast, placeOfStretch, positionText, sentenceOfCoasts } from './geo-sentences.ts';
import { anyCollection } from './tidy-features.ts';

/** Features that the fieldbook does not draw, and what it draws that is no feature. */
export function faultsOfNames(
  filed: ReadonlyMap<string, unknown>,
  rings: readonly DrawnRing[],
  lineOf: LineOf,
): readonly string[] {
  // Of what could not be read nothing more can be said.
  if ([...filed.values()].includes(undefined)) return [];
  const features = [...filed].flatMap(([file, value]) => featuresOf(file, value));
  const drawn = new Map(rings.map(({ feature, readings }) => [feature, readings[0]]));
  const known = features.map(({ id }) => id);
  const strangers = [...drawn].filter(([id]) => !known.includes(id));
  // What is misspelt is not missing as well.
  const ids = [...drawn.keys()];
  const meant = strangers.map(([id]) => closestName(id, known, ids));
  return [
    ...features
      .filter(({ id }) => !drawn.has(id) && !meant.includes(id))
      .map((feature) => `${placeOfFeature(feature, lineOf)}: has no “island ${feature.id}” in ${geoName('drawing/')}`),
    ...strangers.map(([id, first]) => {
      const where = first === undefined ? geoName('drawing/') : `${geoName(first.file)}, line ${first.line}`;
      return `${where}, island “${id}”: ${unknownName(id, known, ids)}`;
    }),
  ];
}

/** Features whose shapes are not what the fieldbook draws. */
export function faultsOfShapes(
  filed: ReadonlyMap<string, unknown>,
  rings: readonly DrawnRing[],
  lineOf: LineOf,
): readonly string[] {
  const drawn = shapesOf(rings);
  return [...filed]
    .flatMap(([file, value]) => featuresOf(file, value))
    .filter(({ id, geometry }) => !isSame(drawn.get(id), geometry))
    .map((feature) => `${placeOfFeature(feature, lineOf)}: is not what the fieldbook draws; run “npm run draw”`);
}

const placeOfFeature = ({ file, index, id }: FiledFeature, lineOf: LineOf) =>
  `${geoName(file)}, line ${lineOf(file, ['features', index])}, feature “${id}”`;

/** What is wrong with the coasts of the drawn files, and with those of the fieldbook where they are others. */
export function faultsOfLand(
  drawing: ReadonlyMap<string, unknown>,
  rings: readonly DrawnRing[],
  lineOf: LineOf,
): readonly string[] {
  const filed = [...drawing].flatMap(([file, value]) => placedCoasts(file, value, rings));
  const drawn = rings.map(
    ({ feature, ring, readings }, polygon): PlacedCoast => ({
      feature,
      polygon,
      hole: 0,
      ring: ring.map((position) => [...position]),
      file: readings[0]?.file ?? '',
      index: 0,
      readings,
    }),
  );
  const asDrawn = filed.every(({ readings }) => readings !== null);
  return [
    ...filed.flatMap((coast) => {
      const odd = coast.ring.find((position) => position.some((degrees) => Number(degrees.toFixed(4)) !== degrees));
      return odd === undefined
        ? []
        : [
            `${placeOfStretch({ coast, index: 0 }, lineOf)}: ${positionText(odd)} has more than four decimals; must have four at most (about 10 m)`,
          ];
    }),
    ...[filed, asDrawn ? [] : drawn].flatMap((coasts) =>
      faultsOfCoasts(coasts).map((fault) => sentenceOfCoasts(fault, lineOf)),
    ),
  ];
}

function placedCoasts(file: string, value: unknown, rings: readonly DrawnRing[]): readonly PlacedCoast[] {
  return featuresOf(file, value).flatMap(({ index, id, geometry }) => {
    const shape = v.safeParse(land, geometry);
    if (!shape.success) return [];
    const own = rings.filter(({ feature }) => feature === id);
    return coastsOf(id, shape.output).map((coast, at) => {
      const drawn = own[at];
      const readings = drawn !== undefined && isSame(drawn.ring, coast.ring) ? drawn.readings : null;
      return { ...coast, file, index, readings };
    });
  });
}

interface FiledFeature {
  readonly file: string;
  readonly index: number;
  readonly id: string;
  readonly geometry: unknown;
}

function featuresOf(file: string, value: unknown): readonly FiledFeature[] {
  const { success, output } = v.safeParse(anyCollection, value);
  if (!success) return [];
  return output.features.flatMap((feature, index) => {
    const id = idOf(feature);
    return id === null ? [] : [{ file, index, id, geometry: feature['geometry'] }];
  });
}

const isSame = (first: unknown, second: unknown) => JSON.stringify(first) === JSON.stringify(second);
