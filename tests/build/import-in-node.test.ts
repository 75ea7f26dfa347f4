import { expect, it } from 'vitest';

it('the library can be imported where there is no DOM, and registers nothing', async () => {
  expect(globalThis.HTMLElement).toBeUndefined();
  const library = await import('../../src/index.ts');
  expect(typeof library.parseDataset).toBe('function');
  expect(typeof library.FourIslandsMap).toBe('function');
});

it('the registering entry can be imported there too', async () => {
  await expect(import('../../src/define.ts')).resolves.toBeDefined();
});

it('every observed attribute has a getter and a setter', async () => {
  const { FourIslandsMap } = await import('../../src/index.ts');
  for (const name of FourIslandsMap.observedAttributes) {
    const property = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(FourIslandsMap.prototype), name);
    expect(property?.get, name).toBeDefined();
    expect(property?.set, name).toBeDefined();
  }
});
