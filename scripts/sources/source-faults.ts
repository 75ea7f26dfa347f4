/** What can be said against a source without opening it: its address, its dates, the work that it is. */
import type { Source } from '../../src/model/types.ts';
import { hostsThatAnswerHttps, refusedHosts, trackingParameter } from './hosts.ts';

/** A fault of the source that stands at `index`. */
export interface SourceFault {
  readonly index: number;
  readonly field: 'url' | 'detail';
  readonly message: string;
}

/**
 * Every fault of every source, in their order. `today` is the day of the check, as YYYY-MM-DD: no page is younger.
 * Addresses must have been parsed.
 */
export function faultsOfSources(sources: readonly Source[], today: string): readonly SourceFault[] {
  const secure = new Set([
    ...hostsThatAnswerHttps,
    ...sources.filter(({ url }) => url.startsWith('https:')).map(({ url }) => plainHost(url)),
  ]);
  return sources.flatMap((source, index) => {
    const { url, detail } = source;
    const fault = (field: SourceFault['field'], messages: readonly string[]) =>
      messages.map((message): SourceFault => ({ index, field, message }));
    const twin = sources.slice(0, index).find((other) => comparable(other.url) === comparable(url));
    return [
      ...fault('url', [...faultsOfForm(url), ...faultsOfHost(source)]),
      ...fault(
        'url',
        url.startsWith('http:') && secure.has(plainHost(url)) ? ['must be https: its host answers it'] : [],
      ),
      ...fault('url', twin === undefined ? [] : [`is the address of “${twin.id}” too; cite one of them`]),
      ...fault('url', faultsOfDates(datesInAddress(url), today)),
      ...fault('detail', [...faultsOfDates(datesInText(detail ?? ''), today), ...faultsOfPortal(source)]),
    ];
  });
}

/** A host as it is compared: what a site calls its pages for telephones or its copies is the same site. */
const plainHost = (url: string): string => new URL(url).host.replace(/^(www|m|cdn)\./, '');

/** An address as it is compared with others: without its scheme, its escapes undone. */
function comparable(url: string): string {
  const { pathname, search } = new URL(url);
  const path = pathname.replace(/\/(amp)?$/, '');
  try {
    return `${plainHost(url)}${decodeURIComponent(path)}${search}`;
  } catch {
    // Escapes of another encoding than UTF-8 stay as they are.
    return `${plainHost(url)}${path}${search}`;
  }
}

function faultsOfForm(url: string): readonly string[] {
  const { href, host, hostname, username, hash, searchParams } = new URL(url);
  const tracking = [...searchParams.keys()].filter((key) => trackingParameter(hostname, key));
  return [
    href === url || href === `${url}/` ? null : `must be written ${href}`,
    hostname.includes('.') && !hostname.endsWith('.')
      ? null
      : `has the host “${hostname}”; must be a full name, with no point at its end`,
    /^[\d.]+$|^\[/.test(hostname) ? 'must name its host; a number is none' : null,
    host === hostname && username === '' ? null : 'must have neither port nor user',
    hash === '' ? null : `must not end with “${hash}”: the part of a page belongs to “detail”`,
    /%25[0-9A-F]{2}/i.test(url) ? 'is escaped twice' : null,
    tracking.length === 0
      ? null
      : `must do without ${tracking.map((key) => `“${key}”`).join(', ')}: the page is the same`,
  ].filter((message) => message !== null);
}

function faultsOfHost({ url, detail }: Source): readonly string[] {
  const { hostname } = new URL(url);
  return refusedHosts.flatMap(({ what, hosts, unless }) =>
    hosts.test(hostname) && unless?.(decodeURI(url), detail ?? '') !== true ? [`“${hostname}” is ${what}`] : [],
  );
}

/** Portals show the works of others: whose words they are must be said. */
const portals = /(^|\.)(kotobank|weblio)\.jp$/;
const works =
  /ニッポニカ|日本大百科全書|大辞泉|日本国語大辞典|歴史地名大系|世界大百科事典|マイペディア|ブリタニカ|Britannica|日本史事典|日本の地名がわかる事典|地学事典|島嶼名辞典/;

/** The entry that was not read again is named, and that it was not. */
const unread = 'work not seen';

function faultsOfPortal({ url, detail }: Source): readonly string[] {
  if (!portals.test(new URL(url).hostname)) return [];
  return detail !== null && (works.test(detail) || detail.endsWith(unread))
    ? []
    : [`must name the work that the portal shows, or end with “${unread}”`];
}

const months = 'January February March April May June July August September October November December'.split(' ');
const dayInWords = new RegExp(`(?<!\\d)(\\d{1,2}) (${months.join('|')}) (\\d{4})`, 'g');

function datesInText(text: string): readonly string[] {
  return [
    ...[...text.matchAll(dayInWords)].map(([, day = '', month = '', year = '']) =>
      [year, String(months.indexOf(month) + 1).padStart(2, '0'), day.padStart(2, '0')].join('-'),
    ),
    ...(text.match(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g) ?? []),
  ];
}

/** Days in a path, as newspapers write them; other numbers of eight digits are no days. */
function datesInAddress(url: string): readonly string[] {
  const { pathname } = new URL(url);
  return [
    ...pathname.matchAll(/\/((?:19|20)\d\d)\/(\d\d)\/(\d\d)\//g),
    ...pathname.matchAll(/(?<!\d)((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)/g),
  ]
    .map(([, year, month, day]) => `${year}-${month}-${day}`)
    .filter((date, _index, all) => isDay(date) || all.length === 1);
}

const isDay = (date: string): boolean => {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
};

function faultsOfDates(dates: readonly string[], today: string): readonly string[] {
  return dates.flatMap((date) =>
    isDay(date)
      ? date > today
        ? [`names ${date}, which is still to come`]
        : []
      : [`names ${date}, a day that there was not`],
  );
}
