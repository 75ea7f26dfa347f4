/** The address that takes reports of errors, as `REPORT_URL` gives it. */

/**
 * The form of the address, whose `{place}` and `{id}` are filled in for what is reported; `null` when none is given.
 * Throws when it is neither an address on the web that has one of the two in it, nor one of mail.
 */
export function parseReportForm(text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  const problem = new Error(
    `REPORT_URL=“${text.slice(0, 200)}” is not understood; allowed: an absolute http or https address with {place} or {id} in its path or query, such as https://example.org/report?place={place}&about={id}, or mailto:maps@example.org`,
  );
  const filled = text.replaceAll('{place}', 'place').replaceAll('{id}', 'id');
  if (/[{}\s<>"]/.test(filled) || !URL.canParse(filled)) throw problem;
  const { protocol, hostname, username, password, pathname } = new URL(filled);
  if (protocol === 'mailto:') {
    if (!/^[^@]+@[^@]+\.[^@]+$/.test(pathname)) throw problem;
    return text;
  }
  const isOnWeb = /^https?:\/\//i.test(text) && hostname !== '' && username === '' && password === '';
  const [origin = ''] = /^https?:\/\/[^/?#]*/i.exec(text) ?? [];
  if (!isOnWeb || filled === text || /[{}]/.test(origin)) throw problem;
  return text;
}
