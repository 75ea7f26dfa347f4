/** The message by which a page sets the frame that it embeds. */
import * as v from 'valibot';

const settable = ['names', 'lang', 'place', 'view', 'year', 'lines'] as const;

const setMessage = v.looseObject({ type: v.literal('four-islands:set') });

/**
 * The keys of the address that a `four-islands:set` message sets, as text that is not checked yet; `null` for anything
 * else. `null` closes a place and goes back to the four groups; what is no text at all stays something that the check
 * refuses and names.
 */
export function readSetMessage(data: unknown): ReadonlyMap<string, string> | null {
  const message = v.safeParse(setMessage, data);
  if (!message.success) return null;
  return new Map(
    settable.flatMap((key): [string, string][] => {
      const value = message.output[key];
      return value === undefined ? [] : [[key, textOf(value)]];
    }),
  );
}

function textOf(value: unknown): string {
  if (value === null) return '';
  return typeof value === 'object' ? Object.prototype.toString.call(value) : String(value);
}
