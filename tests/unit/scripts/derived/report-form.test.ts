import { describe, expect, it } from 'vitest';
import { parseReportForm } from '../../../../scripts/derived/report-form.ts';

describe('the address for reports', () => {
  it.each([
    'https://example.org/report?place={place}&about={id}',
    'http://example.org/issues/{place}',
    'mailto:maps@example.org',
    'mailto:maps@example.org?subject={id}',
  ])('may be %s', (text) => {
    expect(parseReportForm(text)).toBe(text);
  });

  it.each([undefined, ''])('may be left out (%s)', (text) => {
    expect(parseReportForm(text)).toBeNull();
  });

  it.each([
    'https://example.org/report',
    'https://{place}.example.org/',
    'https://user:word@example.org/?{id}',
    'https://example.org/?{something}={id}',
    'https://example.org/?a b={id}',
    'javascript:alert({id})',
    'data:text/html,{id}',
    '/report?{id}',
    'example.org/?{id}',
    'mailto:',
    'mailto:nobody',
  ])('is refused as %s, with a sentence that says what is allowed', (text) => {
    expect(() => parseReportForm(text)).toThrow(
      /^REPORT_URL=“.*” is not understood; allowed: an absolute http or https/,
    );
  });
});
