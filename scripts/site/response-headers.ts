/**
 * The headers that the site is served with: one table, printed for static hosts (`_headers`), for nginx (`_nginx.conf`)
 * and used by the preview server, so that what is tested is what is shipped.
 */
import { contentSecurityPolicy } from './content-security-policy.ts';
import { frames, pages, type SiteDocument } from './site-documents.ts';

export interface HeaderRule {
  readonly header: string;
  /** Globs of paths from the site's root, `*` for anything, in the first rule that fits; `/*` is all that is left. */
  readonly values: readonly (readonly [paths: readonly string[], value: string])[];
}

/** Where the files for hosts stand in the build. */
export const headerFiles = { staticHosts: '_headers', nginx: '_nginx.conf' } as const;

/**
 * What neither page nor frame uses, and no script that got in should. `clipboard-write` and `fullscreen` are left to
 * the embedding page.
 */
const unusedPowers = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

const seconds = { minutes: 300, day: 86_400, year: 31_536_000 } as const;

/** A document under the addresses that hosts give it: with its file's name, without its ending, and as a folder. */
function addressesOf({ path }: SiteDocument): readonly string[] {
  const whole = `/${path}`;
  const folder = whole.endsWith('/index.html') ? [whole.slice(0, -'index.html'.length)] : [];
  return [whole, whole.slice(0, -'.html'.length), ...folder];
}

/** The inline styles of built documents, each once. */
function inlineStyles(documents: ReadonlyMap<string, string>): readonly string[] {
  return [
    ...new Set(
      [...documents.values()].flatMap((html) =>
        [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, text = '']) => text),
      ),
    ),
  ];
}

/** The table. `documents` are the built ones, path to HTML: their inline styles are allowed by hash. */
export function headerRules(documents: ReadonlyMap<string, string>): readonly HeaderRule[] {
  const policy = (of: readonly SiteDocument[], ancestors: string) => {
    const built = new Map([...documents].filter(([path]) => of.some((document) => document.path === path)));
    return `${contentSecurityPolicy(inlineStyles(built))}; frame-ancestors ${ancestors}`;
  };
  const always = (header: string, value: string): HeaderRule => ({ header, values: [[['/*'], value]] });
  const short = `public, max-age=${seconds.minutes}`;
  const pagePaths = pages.flatMap(addressesOf);
  // With their file's ending or without, as hosts have it.
  const framePaths = [...new Set(frames.map(({ path }) => `/${path.replace(/embed.*/, 'embed')}*`))];
  return [
    always('X-Content-Type-Options', 'nosniff'),
    always('Referrer-Policy', 'strict-origin-when-cross-origin'),
    // A frame in a sandbox has no origin, and a page that pins the element has another: every file is public.
    always('Access-Control-Allow-Origin', '*'),
    always('Cross-Origin-Resource-Policy', 'cross-origin'),
    // A page that is isolated from others lets only frames in that say the same; and their workers must say it too.
    always('Cross-Origin-Embedder-Policy', 'require-corp'),
    {
      header: 'Cache-Control',
      values: [
        // The name changes with the content; a kept version never changes.
        [['/assets/*', '/v/*'], `public, max-age=${seconds.year}, immutable`],
        // Our scripts ask for data with the content's hash in the query; downloads do without it.
        [['/geo/*'], `public, max-age=${seconds.day}`],
        [['/service-worker.js'], 'no-cache'],
        [['/static/*'], short],
        [['/*'], short],
      ],
    },
    {
      header: 'Content-Security-Policy',
      values: [
        [pagePaths, policy(pages, "'self'")],
        [framePaths, policy(frames, '*')],
      ],
    },
    {
      header: 'Permissions-Policy',
      // It holds for documents; with every script, font and data file it would only be weight.
      values: [[[...pagePaths, ...framePaths], unusedPowers.map((power) => `${power}=()`).join(', ')]],
    },
  ];
}

/** The headers of one path, which begins with `/`. */
export function headersFor(rules: readonly HeaderRule[], path: string): ReadonlyMap<string, string> {
  return new Map(
    rules.flatMap(({ header, values }): readonly (readonly [string, string])[] => {
      const found = values.find(([globs]) => globs.some((glob) => new RegExp(`^${pattern(glob)}$`).test(path)));
      return found === undefined ? [] : [[header, found[1]]];
    }),
  );
}

/**
 * The table for hosts that read `_headers` (Netlify, Cloudflare Pages). All blocks that fit a path add up there, so no
 * header stands in two of them; what only `/*` names in a rule of several is left to the host, which lets it be kept
 * no longer than until the next look.
 */
export function printStaticHeaders(rules: readonly HeaderRule[]): string {
  const common = rules.filter(({ values }) => values.length === 1 && values[0]?.[0].join() === '/*');
  const own = rules.filter((rule) => !common.includes(rule));
  const globs = new Set(own.flatMap(({ values }) => values.flatMap(([list]) => list)).filter((glob) => glob !== '/*'));
  const block = (path: string, headers: Iterable<readonly [string, string]>) =>
    [path, ...[...headers].map(([header, value]) => `  ${header}: ${value}`), ''].join('\n');
  return [
    block('/*', headersFor(common, '/')),
    ...[...globs].map((glob) => block(glob, headersFor(own, glob.replace('*', 'x')))),
  ].join('');
}

/** The table as nginx's `map`s, one variable a header; `docs/nginx.conf` sends them. Works from any folder. */
export function printNginxMaps(rules: readonly HeaderRule[]): string {
  return `${rules
    .map(({ header, values }) =>
      [
        `map $uri ${nginxVariable(header)} {`,
        ...values.flatMap(([globs, value]) =>
          globs.map((glob) => (glob === '/*' ? `  default "${value}";` : `  "~${pattern(glob)}$" "${value}";`)),
        ),
        '}',
      ].join('\n'),
    )
    .join('\n')}\n`;
}

/** `$four_islands_cache_control` and the like. */
export function nginxVariable(header: string): string {
  return `$four_islands_${header.toLowerCase().replaceAll('-', '_')}`;
}

function pattern(glob: string): string {
  return glob.replaceAll('.', '\\.').replaceAll('*', '.*');
}
