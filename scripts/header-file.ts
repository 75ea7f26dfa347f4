/** `_headers`: what a static host must send, in the form that Netlify, Cloudflare Pages and Cloudflare Workers read. */
import { contentSecurityPolicy } from './prerender.ts';

const forGood = { 'Cache-Control': 'public, max-age=31536000, immutable' } as const;

/**
 * Every file is open to frames without an origin; documents carry the policy that they also hold as a tag; what has its content or its version
 * in its address is kept by browsers for good. No `X-Frame-Options` and no `frame-ancestors`: the map is made to be framed. The policy
 * stands with each document alone, because kept versions lie in the same site and have policies of their own.
 */
export function headerFile(documents: readonly string[], inlineStyles: readonly string[]): string {
  const policy = { 'Content-Security-Policy': contentSecurityPolicy(inlineStyles) };
  // Some hosts drop `.html` and `index.html` from addresses.
  const addresses = documents.flatMap((path) => [`/${path}`, `/${path.replace(/(^|\/)index\.html$|\.html$/, '$1')}`]);
  const rules: readonly (readonly [path: string, headers: Readonly<Record<string, string>>])[] = [
    [
      '/*',
      {
        'Access-Control-Allow-Origin': '*',
        'Referrer-Policy': 'strict-origin-when-cross-origin',
        'X-Content-Type-Options': 'nosniff',
      },
    ],
    ['/assets/*', forGood],
    ['/v/*', forGood],
    ...[...new Set(addresses)].map((path) => [path, policy] as const),
  ];
  return rules
    .map(([path, headers]) =>
      [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
    )
    .join('\n\n')
    .concat('\n');
}
