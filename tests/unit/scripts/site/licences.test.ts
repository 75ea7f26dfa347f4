import { describe, expect, it } from 'vitest';
import { isAllowed, printNotices, usedPackages } from '../../../../scripts/site/licences.ts';

describe('licences', () => {
  const packages = usedPackages();

  it('are listed for every package', () => {
    expect(packages.length).toBeGreaterThan(100);
    expect(packages.filter(({ licence, shipped }) => !isAllowed(licence, shipped))).toEqual([]);
  });

  it('count all that one asks for as shipped, and tools as tools', () => {
    const shipped = (name: string) => packages.some((used) => used.name === name && used.shipped);
    expect(['maplibre-gl', 'earcut', 'workbox-core', 'world-atlas'].map(shipped)).toEqual([true, true, true, true]);
    expect(['vite', 'vitest', 'leaflet'].map(shipped)).toEqual([false, false, false]);
  });

  it('are refused when nothing is stated, when unknown, and when only a tool may have them', () => {
    expect(isAllowed(null, false)).toBe(false);
    expect(isAllowed('SSPL-1.0', false)).toBe(false);
    expect(isAllowed('MPL-2.0', true)).toBe(false);
    expect(isAllowed('MPL-2.0', false)).toBe(true);
    expect(isAllowed('MIT AND SSPL-1.0', false)).toBe(false);
    expect(isAllowed('(SSPL-1.0 OR MIT)', true)).toBe(true);
  });

  it('stand in the notices with their words', () => {
    const notices = printNotices(packages);
    expect(notices).toContain('maplibre-gl 6.17.0\nBSD-3-Clause');
    expect(notices).toContain('SIL OPEN FONT LICENSE');
    expect(notices).not.toContain('vitest');
  });
});
