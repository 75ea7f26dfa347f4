import { describe, expect, it } from 'vitest';
import { chooses, command, commands, readCommand } from '../../../src/text/commands.ts';

/** What a browser makes of `data-…` attributes. */
const datasetOf = (attributes: Readonly<Record<string, string | number>>) =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name.replace('data-', ''), String(value)]));

describe('the table of commands', () => {
  it.each(Object.entries(commands))('“%s” is read as it was written, with all that it says', (name, given) => {
    const words = Object.fromEntries(given.map((key) => [key, `${key} of it`]));
    const written = {
      'data-action': name,
      ...Object.fromEntries(given.map((key) => [`data-${key}`, words[key] ?? ''])),
    };
    const read = readCommand(datasetOf(written));
    expect(read?.name).toBe(name);
    expect(read?.given).toMatchObject(words);
  });

  it('writes a name and its arguments as attributes', () => {
    expect(command('home')).toEqual({ 'data-action': 'home' });
    expect(command('note', { note: 3 })).toEqual({ 'data-action': 'note', 'data-note': 3 });
  });

  it('takes a link to a place or a year for what it says, without a name', () => {
    expect(readCommand(datasetOf(chooses('place', 'etorofu')))).toMatchObject({
      name: 'place',
      given: { place: 'etorofu' },
    });
    expect(readCommand(datasetOf(chooses('year', '1905')))).toMatchObject({ name: 'year', given: { year: '1905' } });
  });

  it('knows nothing of other names, nor of what every object has', () => {
    for (const action of ['fly', 'toString', '__proto__', '']) expect(readCommand({ action })).toBeNull();
    expect(readCommand({})).toBeNull();
  });
});
