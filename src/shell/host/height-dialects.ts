/**
 * The height that the frame asks its host for, said in every dialect that hosts listen to. Shapes as the hosts' own
 * listeners read them:
 * WordPress `wp-embed.js`, `amp-iframe`, pym.js 1.3, Datawrapper's embed script, open-iframe-resizer 2.1 and what it
 * calls legacy.
 */

/** What a host has told the frame about itself; `null` where it has not. */
export interface Host {
  /** WordPress: letters and digits that the host gave this one frame. */
  readonly secret: string | null;
  /** pym: the id of the element that holds the frame. */
  readonly pymId: string | null;
  /** iframe-resizer's protocol: the id that the host knows the frame by. */
  readonly resizerId: string | null;
}

/** CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const pymDelimiter = 'xPYMx';
const resizerMark = '[iFrameSizer]';

/** What the frame's own address tells of its host. `search` and `hash` as in `Location`. */
export function hostInAddress(search: string, hash: string): Host {
  const pymId = new URLSearchParams(search).get('childId');
  return {
    secret: /^#\?secret=([a-zA-Z0-9]{1,40})$/.exec(hash)?.[1] ?? null,
    pymId: pymId !== null && /^\S{1,100}$/.test(pymId) && !pymId.includes(pymDelimiter) ? pymId : null,
    resizerId: null,
  };
}

/**
 * What a message from the parent tells of it; `null` when the message is in no dialect that we speak. Whoever speaks
 * one wants an answer.
 */
export function hostInMessage(data: unknown, known: Host): Host | null {
  if (typeof data === 'string') {
    if (data.startsWith(`pym${pymDelimiter}`)) return known;
    if (!data.startsWith(resizerMark)) return null;
    const [id = ''] = data.slice(resizerMark.length).split(':');
    return /^[\w.-]{1,100}$/.test(id) ? { ...known, resizerId: id } : known;
  }
  if (typeof data !== 'object' || data === null) return null;
  if ('type' in data && (data.type === 'iframe-child-init' || data.type === 'iframe-get-child-dimensions'))
    return known;
  if (!('message' in data && data.message === 'ready' && 'secret' in data && typeof data.secret === 'string'))
    return null;
  return /^[a-zA-Z0-9]{1,40}$/.test(data.secret) ? { ...known, secret: data.secret } : known;
}

/** One message a dialect. Those that need a word from the host are left out until it has come. */
export function heightMessages({ width, height }: Size, { secret, pymId, resizerId }: Host): readonly unknown[] {
  return [
    { type: 'four-islands:height', height },
    { sentinel: 'amp', type: 'embed-size', height },
    // Datawrapper's script finds the frame by the window that speaks, and takes any name.
    { 'datawrapper-height': { 'four-islands': height } },
    { type: 'iframe-resized', width, height },
    ...(secret === null ? [] : [{ message: 'height', value: height, secret }]),
    ...(pymId === null ? [] : [['pym', pymId, 'height', height].join(pymDelimiter)]),
    ...(resizerId === null ? [] : [`${resizerMark}${resizerId}:${height}:${width}:resizeObserver`]),
  ];
}

/**
 * CSS pixels: what the map alone would like, at least and at most; between them three quarters of the width. As in the
 * style sheet.
 */
const mapHeight = { least: 320, most: 640, ofWidth: 0.75 } as const;

/**
 * What the frame would like to be: the map in its ratio and all that stands under it. Depends on the width alone, so it
 * cannot grow without end.
 */
export function wantedSize(width: number, contentBelow: number): Size {
  const map = Math.min(mapHeight.most, Math.max(mapHeight.least, width * mapHeight.ofWidth));
  return { width: Math.round(width), height: Math.ceil(map + contentBelow) };
}

/**
 * Tells the parent the height at once – a frame off the screen is not laid out, and its observers sleep –, whenever it
 * changes, and when the parent asks in one of the dialects. Until `signal` aborts.
 */
export function tellHeight(element: HTMLElement, root: ShadowRoot, signal: AbortSignal): void {
  if (window.parent === window) return;
  let host = hostInAddress(window.location.search, window.location.hash);
  let told = 0;
  const tell = (again: boolean) => {
    const side = root.querySelector('.side')?.scrollHeight ?? 0;
    const bars = [...root.querySelectorAll<HTMLElement>('.notice, .years')];
    const size = wantedSize(
      element.clientWidth,
      bars.reduce((sum, { offsetHeight }) => sum + offsetHeight, side),
    );
    if (size.height === told && !again) return;
    told = size.height;
    for (const message of heightMessages(size, host)) window.parent.postMessage(message, '*');
  };
  const sizes = new ResizeObserver(() => tell(false));
  const observe = () => {
    sizes.disconnect();
    for (const part of [element, ...root.querySelectorAll('.notice, .side > *')]) sizes.observe(part);
  };
  // The frame is made anew in another language.
  const frames = new MutationObserver(observe);
  frames.observe(root, { childList: true });
  signal.addEventListener('abort', () => {
    sizes.disconnect();
    frames.disconnect();
  });
  window.addEventListener(
    'message',
    ({ source, data }: MessageEvent<unknown>) => {
      const next = source === window.parent ? hostInMessage(data, host) : null;
      if (next === null) return;
      host = next;
      tell(true);
    },
    { signal },
  );
  root.addEventListener('toggle', () => tell(false), { signal, capture: true });
  tell(true);
  observe();
}
