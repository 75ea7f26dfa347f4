/**
 * Compiles MapLibre from its source, so that map and worker share what both need: the files that it publishes hold it twice, a quarter of
 * all that a reader downloads. What no map of ours uses is left out of it. `MAPLIBRE=published` builds the site with the published files
 * instead, should a new version not compile.
 */
import { readFileSync } from 'node:fs';
import { latest } from '@maplibre/maplibre-gl-style-spec';
import type { Plugin } from 'vite';
import { projectPath } from '../machine/node-files.ts';

const library = projectPath('node_modules/maplibre-gl/');
const source = (path: string) => `${library}src/${path}`;
const styleSpec = projectPath('node_modules/@maplibre/maplibre-gl-style-spec/dist/');
const worker = 'virtual:four-islands/worker';
const earlyWorker = 'virtual:four-islands/early-worker';

/** Where MapLibre's worker begins. */
export const workerSource = source('source/worker.ts');

/**
 * Files of MapLibre, as patterns under its source, that our page and frame have no use for: nobody adds layers there. In their place stand
 * files with the same exports, of which none can be called, so that a change in what is used is an error that says so and not a map that
 * is drawn wrong. The package and the script for a tag carry MapLibre whole, because the pages of others do add layers.
 */
const leftOut: readonly RegExp[] = [
  /^geo\/projection\/(vertical_perspective_|globe_(transform|projection|camera_helper|covering)).*/,
  /^render\/terrain\.ts/,
  /^webgl\/render_to_texture\.ts/,
  /^webgl\/draw\/draw_(heatmap|raster|hillshade|color_relief|fill_extrusion|debug|collision_debug|custom)\.ts/,
  /^tile\/(terrain_tile_manager|tile_manager_raster|tile_manager_raster_dem)\.ts/,
  /^source\/(image|video|canvas|raster_tile|raster_dem_tile|vector_tile)_source\.ts/,
  /^source\/(raster_dem_tile_worker_source|vector_tile_mlt)\.ts/,
  /^data\/(dem_data|bucket\/(fill_extrusion|heatmap)_bucket)\.ts/,
  /^source\/geojson_source_diff\.ts/,
  /^style\/style_layer\/(fill_extrusion|hillshade|color_relief|heatmap|custom|raster)_style_layer\.ts/,
  /^ui\/(hash|control\/(attribution|logo)_control)\.ts/,
  /^shaders\/glsl\/(heatmap|color_relief|hillshade|fill_extrusion|raster|terrain|line_gradient|collision|debug|atmosphere|sky).*\.g\.ts/,
  // Patterns are drawn in fills alone, edges of fills by their coast, and text without icons.
  /^shaders\/glsl\/(background_pattern|line_pattern|fill_outline|symbol_icon|symbol_text_and_icon|_projection_globe).*\.g\.ts/,
];

/** The same of its style specification: the comparison of styles, functions from before there were expressions, and two about distances on the globe. */
const leftOutOfSpec: readonly RegExp[] = [
  /^diff\.mjs/,
  /^function\/index\.mjs/,
  /^expression\/definitions\/(distance|within)\.mjs/,
];

/** What the specification says of layers and sources that are left out, and what it says to those who write styles. */
const leftOutOfReference =
  /raster|heatmap|hillshade|color-relief|fill-extrusion|^source_(vector|image|video)|^(requires|units)$/;

/** What something says that is left out and yet asked for. */
const refusal = (what: string) =>
  `throw new Error(${JSON.stringify(`four-islands: this build of MapLibre has no ${what}`)});`;

/**
 * Declarations inside of single files, by what finds them, with what takes their place. Clusters of points and changes of single features are
 * left out; polygons and lines are cut into pieces for the globe alone, and outlines of fills are drawn as lines.
 */
const amended: ReadonlyMap<string, readonly (readonly [declaration: RegExp, instead: string])[]> = new Map([
  [
    projectPath('node_modules/@maplibre/geojson-vt/dist/geojson-vt.mjs'),
    [
      [
        /^var ClusterTileIndex = class \{[\s\S]*?^\};$/m,
        `const ClusterTileIndex = function () { ${refusal('clusters')} };`,
      ],
      [/^function applySourceDiff\([\s\S]*?^\}$/m, `function applySourceDiff() { ${refusal('changes of features')} }`],
    ],
  ],
  [
    source('util/web_worker.ts'),
    [
      [
        /^function createWorker\(url: string, asModule: boolean\): Worker \{$/m,
        `import { takeWorker } from ${JSON.stringify(projectPath('src/shell/map/workarounds/early-worker.ts'))};
        function createWorker(url: string, asModule: boolean): Worker {
          const early = takeWorker(url);
          if (early !== null) return early;`,
      ],
    ],
  ],
  // Positions are sent as they are: to make a copy of each list of them first takes longer than to send them.
  [
    source('util/web_worker_transfer.ts'),
    [
      [
        /^ {4}if \(Array\.isArray\(input\)\) \{$\s*const serialized/m,
        `    if (Array.isArray(input) && isNumbers(input)) return input;
    if (Array.isArray(input)) {
        const serialized`,
      ],
      [
        /^ {4}if \(Array\.isArray\(input\)\) \{$\s*return input\.map\(deserialize\);/m,
        `    if (Array.isArray(input) && isNumbers(input)) return input;
    if (Array.isArray(input)) {
        return input.map(deserialize);`,
      ],
      [
        /^export function serialize\(/m,
        `/** Whether a list holds numbers alone, or lists of them. */
function isNumbers(list: any[]): boolean {
    for (const item of list) if (typeof item !== 'number' && !(Array.isArray(item) && isNumbers(item))) return false;
    return true;
}

export function serialize(`,
      ],
    ],
  ],
  // To check nothing takes no copy of the whole style, which would be made at every layer that is added.
  [source('style/style.ts'), [[/^ {12}style: this\.serialize\(\),\n/m, '']]],
  [
    source('render/subdivision.ts'),
    [
      [
        /^class Subdivider \{[\s\S]*?^\}$/m,
        `class Subdivider {
          constructor(granularity) { if (granularity > 1) ${refusal('globe')} }
          subdividePolygonInternal(polygon) {
            const { flattened, holeIndices } = flatten(polygon);
            const triangles = fixWindingOrder(flattened, earcut(flattened, holeIndices));
            return { verticesFlattened: flattened, indicesTriangles: triangles, indicesLineList: [] };
          }
        }`,
      ],
      [/^ {4}const cellSize = [\s\S]*?^ {4}return finalLineVertices;$/m, `    ${refusal('globe')}`],
    ],
  ],
]);

/** What stands for a file that is left out: the names that it exports, numbers and texts as they are, and all else an error when it is called. */
function hollow(path: string, text: string): string {
  // A function in the place of a number would be reckoned with, and nobody would be told.
  const values = new Map(
    [...text.matchAll(/^export const ([A-Za-z_]+)(?:: \w+)? = (-?[\d.]+|'[^']*')(?: as const)?;/gm)].map(
      ([, name = '', value]) => [name, value],
    ),
  );
  const declared = [...text.matchAll(/^export (?:abstract )?(?:class|(?:async )?function|const|let) ([A-Za-z_]+)/gm)];
  const listed = [...text.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, list = '']) => [
    ...list.matchAll(/([A-Za-z_]+)\s*(?:,|$)/g),
  ]);
  const refuse = `const refuse = () => { ${refusal(path)} };`;
  return [
    refuse,
    // A question about a layer or a source, to which the answer is no.
    ...[...declared, ...listed].map(([, name = '']) => {
      const no = /^(is|has)[A-Z]/.test(name) ? '() => false' : 'function () { refuse(); }';
      return `export const ${name} = ${values.get(name) ?? no};`;
    }),
    /^export default /m.test(text) ? "export default '';" : '',
  ].join('\n');
}

/** By id, packages (resolved to `\0` and their name) and files in whose place something simpler does for us. */
const simpler: ReadonlyMap<string, string> = new Map([
  // Decodes tiles in a format that no map of ours has.
  [
    '\0@maplibre/mlt',
    `export const GEOMETRY_TYPE = {}; export const decodeTile = () => { throw new Error('four-islands: this build reads no vector tiles'); };`,
  ],
  // All our names are written from left to right, and none in Arabic letters.
  [
    '\0bidi-js',
    `export default () => ({
      getBidiCharTypeName: () => 'L',
      getMirroredCharacter: () => null,
      getEmbeddingLevels: (text) => {
        const starts = [0, ...[...text.matchAll(/\\n/g)].map(({ index }) => index + 1)];
        return {
          levels: new Uint8Array(text.length),
          paragraphs: starts.map((start, at) => ({ start, end: (starts[at + 1] ?? text.length) - 1, level: 0 })),
        };
      },
    });`,
  ],
  // Nobody can tilt our maps so far that the sky is seen.
  [source('webgl/draw/draw_sky.ts'), 'export const drawSky = () => {}; export const drawAtmosphere = () => {};'],
  // The map draws with the document's faces.
  [
    source('render/font_face_manager.ts'),
    'export class FontFaceManager { setFontFaces() {} hasFontFaces() { return false; } destroy() {} }',
  ],
  // The package in the form of modules: otherwise all files of ours would need what turns one into the other.
  [
    '\0murmurhash-js',
    `${readFileSync(projectPath('node_modules/murmurhash-js/murmurhash3_gc.js'), 'utf8')}\nexport default murmurhash3_32_gc;`,
  ],
  [source('symbol/arabic_shaping.ts'), 'export const applyArabicShaping = (text) => text;'],
  // The tests validate our style, for every language and convention.
  [
    source('style/validate_style.ts'),
    `export const validateStyle = new Proxy({}, { get: () => () => [] });
    export const SPEC_SOURCE_TYPES = new Set();
    export const validateStyleAndEmit = () => false;
    export const emitValidationErrors = () => false;
    export const validateAndEmit = () => false;`,
  ],
]);

/** Whether a file of the build is MapLibre's worker as it is published, for frames without an origin, where another serves the page. */
export function isSpareWorker(
  path: string,
  bundle: Readonly<Record<string, { readonly type: 'asset' | 'chunk' }>>,
): boolean {
  const isWorker = (other: string) => other.startsWith('assets/maplibre-gl-worker-');
  const compiled = Object.entries(bundle).some(([other, { type }]) => isWorker(other) && type === 'chunk');
  return compiled && isWorker(path) && bundle[path]?.type === 'asset';
}

export function shareMapLibre(): Plugin {
  let reference = '';
  return {
    name: 'four-islands-share-maplibre',
    apply: (_config, { command }) => command === 'build' && process.env['MAPLIBRE'] !== 'published',
    enforce: 'pre',
    // As the library's own build has it: a field that is only declared must not wipe what a parent's constructor has set.
    config: () => ({
      oxc: {
        assumptions: { setPublicClassFields: true },
        typescript: { removeClassFieldsWithoutInitializer: true },
      },
    }),
    buildStart() {
      reference = this.emitFile({ type: 'chunk', id: workerSource, name: 'maplibre-gl-worker' });
    },
    resolveId(id) {
      if (id === 'maplibre-gl') return source('index.ts');
      return id === worker || id === earlyWorker || simpler.has(`\0${id}`) ? `\0${id}` : null;
    },
    load(id) {
      const instead = simpler.get(id);
      if (instead !== undefined) return instead;
      // Of its own description the library uses the version alone.
      if (id === `${library}package.json`)
        return JSON.stringify({ version: JSON.parse(readFileSync(id, 'utf8')).version });
      if (id === `${styleSpec}reference/v8.mjs`)
        return `export default ${JSON.stringify(latest, (key, value) => (leftOutOfReference.test(key) ? undefined : value))};`;
      const amendments = amended.get(id);
      if (amendments !== undefined)
        return amendments.reduce(
          (text, [declaration, instead]) => {
            if (!declaration.test(text))
              throw new Error(`${id} has changed: nothing in it is like ${declaration.source}`);
            return text.replace(declaration, () => instead);
          },
          readFileSync(id, 'utf8'),
        );
      for (const [folder, patterns] of [
        [source(''), leftOut],
        [styleSpec, leftOutOfSpec],
      ] as const) {
        const path = id.slice(folder.length);
        if (id.startsWith(folder) && patterns.some((pattern) => pattern.test(path)))
          return hollow(path, readFileSync(id, 'utf8'));
      }
      if (id === `\0${earlyWorker}`)
        return `import { startWorker as start } from ${JSON.stringify(projectPath('src/shell/map/workarounds/early-worker.ts'))};
          export const startWorker = () => start(import.meta.ROLLUP_FILE_URL_${reference});`;
      // In a sandbox without an origin the library hands its worker over as text, in which no address of another file would hold.
      return id === `\0${worker}`
        ? `import alone from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
           const shared = import.meta.ROLLUP_FILE_URL_${reference};
           export const workerAddress = () => (globalThis.origin === 'null' ? alone : shared);`
        : null;
    },
  };
}
