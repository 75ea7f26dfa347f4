import { createHash } from 'node:crypto';

/** The policy of a document that has no script: its style sheet and fonts are the site's own. */
export function policyWithoutScript(inlineStyles: readonly string[]): string {
  const rules = ["default-src 'none'", styleRule(inlineStyles), "img-src 'self'", "font-src 'self'"];
  return [...rules, "base-uri 'none'", "form-action 'none'"].join('; ');
}

function styleRule(inlineStyles: readonly string[]): string {
  const hashes = inlineStyles.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  return ["style-src 'self'", ...hashes].join(' ');
}

/** The content security policy of our documents. Inline styles are allowed by their hash, scripts not at all. */
export function contentSecurityPolicy(inlineStyles: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    styleRule(inlineStyles),
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
