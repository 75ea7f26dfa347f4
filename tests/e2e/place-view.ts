/** How a place stands on the screen: its own shore and points, asked of the map and looked for under the pointer. */
import type { Locator, Page } from '@playwright/test';
import { expect, interactive, mapElement } from './site.ts';

export type Form = 'page' | 'frame' | 'element';

/** What stands of a place on the screen. */
export interface Standing {
  /** Box of its points in CSS pixels of the window, and of the stage. */
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  readonly stage: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  /** What lies over its points instead of the map, each with how many of a hundred it covers. */
  readonly over: readonly string[];
  readonly zoom: number;
}

/** Run in the page: where the points of a place stand, and what a click on them would meet. */
export async function standingOf(element: Element, place: string): Promise<Standing> {
  const read = async (file: string) => (await fetch(new URL(`./geo/${file}.geojson`, document.baseURI))).json();
  const [islands, places] = await Promise.all([read('islands'), read('places')]);
  const all: { properties: { id: string; group?: string }; geometry: { coordinates: unknown } }[] = [
    ...islands.features,
    ...places.features,
  ];
  const own = all.filter(
    ({ properties: { id, group } }) =>
      id === place || (group === place && ['etorofu', 'kunashiri', 'shikotan', 'habomai'].includes(place)),
  );
  const positions: [number, number][] = [];
  const gather = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    if (typeof part[0] === 'number') positions.push([part[0], Number(part[1])]);
    else for (const inner of part) gather(inner);
  };
  for (const { geometry } of own) gather(geometry.coordinates);
  const root = element.shadowRoot;
  const map = Reflect.get(element, 'maplibre');
  const stage = root?.querySelector('[data-part="map"]')?.getBoundingClientRect();
  if (root == null || map === null || stage === undefined || positions.length === 0)
    throw new Error(`nothing of ${place} is on the map`);
  const points = positions.map((position) => {
    const { x, y } = map.project(position);
    return { x: stage.left + x, y: stage.top + y };
  });
  const covers = new Map<string, number>();
  for (const { x, y } of points) {
    const found = root.elementFromPoint(x, y);
    const isFree = x > stage.left && x < stage.right && y > stage.top && y < stage.bottom && found?.matches('canvas');
    const what = found?.closest('[class]')?.getAttribute('class') ?? 'outside the stage';
    if (isFree !== true) covers.set(what, (covers.get(what) ?? 0) + 100 / points.length);
  }
  return {
    box: {
      left: Math.min(...points.map(({ x }) => x)),
      top: Math.min(...points.map(({ y }) => y)),
      right: Math.max(...points.map(({ x }) => x)),
      bottom: Math.max(...points.map(({ y }) => y)),
    },
    stage: { left: stage.left, top: stage.top, right: stage.right, bottom: stage.bottom },
    over: [...covers].map(([what, share]) => `${what}: ${Math.ceil(share)} %`),
    zoom: map.getZoom(),
  };
}

/** Opens the map in one of its forms, in a window of this size, and waits until it answers. */
export async function openForm(page: Page, form: Form, [width, height]: readonly [number, number], query = '') {
  // An element is as high as its width asks for, whatever the window: the whole of it is looked at.
  await page.setViewportSize({ width, height: form === 'element' ? Math.max(height, width) : height });
  const all = `lang=en&${query}`;
  if (form === 'element') {
    const attributes = [...new URLSearchParams(all)].map(([key, value]) => `${key}="${value}"`).join(' ');
    await page.route('**/article.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="en"><title>An article</title><body style="margin:0">
<four-islands-map ${attributes} style="width:${width}px"></four-islands-map><script src="./four-islands.js" defer></script>`,
      }),
    );
  }
  await page.goto({ page: `./?${all}`, frame: `./embed.html?${all}`, element: './article.html' }[form]);
  return interactive(page);
}

/** Selects a place as a host does, and waits until its popup is there. */
export async function openPlace(page: Page, place: string): Promise<void> {
  await mapElement(page).evaluate((element, id) => element.setAttribute('place', id), place);
  await expect(page.getByRole('dialog')).toBeVisible();
}

/** The camera once it stands: `zoom/lat/lng`, as addresses write it. */
export async function cameraOf(element: Locator): Promise<string> {
  return element.evaluate(async (node) => {
    const map = Reflect.get(node, 'maplibre');
    // What was asked for in this task moves it in the next.
    await new Promise((resolve) => setTimeout(resolve));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    if (map.isMoving()) await map.once('moveend');
    const { lng, lat } = map.getCenter();
    return `${map.getZoom().toFixed(2)}/${lat.toFixed(3)}/${lng.toFixed(3)}`;
  });
}
