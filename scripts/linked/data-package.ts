/** The description of the data as a Data Package 2.0 (https://datapackage.org), with the columns of its tables. */
import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { edition, readThrough } from './edition.ts';
import { tableSchema } from './table-schemas.ts';

/** What each file is, by its name in `geo/`; the map's own files, whose form may change, are not among them. */
const descriptions: Readonly<Record<string, string>> = {
  'islands.geojson': 'The four groups as drawn by hand, with the names of today',
  'hokkaido.geojson': 'Eastern Hokkaido as drawn by hand',
  'land.geojson': 'The land around the islands: hand-drawn, and Natural Earth (public domain) beyond',
  'lettering.geojson': 'The lines and waters along which names are set',
  'lines.geojson': 'The lines that somebody holds or held, with their owners and dates',
  'places.geojson': 'The places of places.csv with the names of today',
  'places.csv': 'Settlements, peaks, capes, bays, straits, lakes, seas, rocks and regions, a row each',
  'names.csv': 'Every name with its party, its dates and the sources that have it, a row each',
  'publishers.csv': 'The publishers of the sources',
  'sources.json': 'Where names, positions and figures were read',
  'facts.json': 'Heights, areas, lengths, distances, population, administrative units, derivations',
  'timeline.json': 'How the lines moved, 1855 to now: steps, events, both governments’ readings',
  'article.json': 'The article’s passages and bibliography; the quoted words are the publisher’s',
  'corrections.json': 'What was wrong and is right, with its date',
};

const mediaTypes: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.json': 'application/json',
  '.geojson': 'application/geo+json',
};

/** The descriptor of the files, path in the site to text, as it lies beside them. */
export function dataPackage(files: ReadonlyMap<string, string | Uint8Array>): string {
  const resources = [...files]
    .map(([path, content]) => ({ name: basename(path), content }))
    .filter(({ name }) => name in descriptions)
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ name, content }) => {
      const bytes = Buffer.from(content);
      const isTable = name.endsWith('.csv');
      return {
        name: name.replaceAll('.', '-'),
        path: name,
        title: descriptions[name],
        ...(isTable ? { type: 'table', schema: tableSchema(name, bytes.toString('utf8')) } : {}),
        format: extname(name).slice(1),
        mediatype: mediaTypes[extname(name)],
        encoding: 'utf-8',
        bytes: bytes.length,
        hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
        // The words that are quoted in it are not ours to license.
        ...(name === 'article.json' ? {} : { licenses: [edition.licence] }),
      };
    });
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'four-islands',
    title: edition.title,
    description: edition.description,
    version: edition.version,
    created: `${readThrough}T00:00:00Z`,
    keywords: ['gazetteer', 'toponymy', 'Kuril Islands', 'Northern Territories', 'Hokkaido', 'Sakhalin'],
    licenses: [edition.licence],
    contributors: [{ title: edition.creator, roles: ['author'] }],
    sources: [
      { title: 'MLIT Japan, National Land Numerical Information, administrative areas (N03), edited' },
      { title: 'Natural Earth' },
      { title: 'All sources of names, positions and figures', path: 'sources.json' },
    ],
    resources,
  };
  return `${JSON.stringify(descriptor, null, 1)}\n`;
}
