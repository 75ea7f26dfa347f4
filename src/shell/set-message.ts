/** The message by which a page sets the frame that it embeds. */
import * as v from 'valibot';

const setMessage = v.object({
  type: v.literal('four-islands:set'),
  names: v.optional(v.string()),
  lang: v.optional(v.string()),
  place: v.optional(v.string()),
  year: v.optional(v.string()),
  lines: v.optional(v.string()),
});

/** The keys of the address that a `four-islands:set` message sets, as text that is not checked yet; `null` for anything else. */
export function readSetMessage(data: unknown): ReadonlyMap<string, string> | null {
  const message = v.safeParse(setMessage, data);
  if (!message.success) return null;
  const { type: _, ...values } = message.output;
  return new Map(Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}
