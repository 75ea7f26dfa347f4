/** Makes files of a picture and hands them to the reader. */
import type { FontFile } from '../style/build-style.ts';

/** The rules that put those of the faces into an SVG that its text needs, as `data:` addresses: a file must not fetch. */
export async function embeddedFaces(fonts: readonly FontFile[], text: string): Promise<string> {
  const points = [...new Set(text)].map((character) => character.codePointAt(0) ?? 0);
  const needed = fonts.filter(({ range }) => range.some((part) => points.some((point) => isIn(part, point))));
  return (await Promise.all(needed.map(faceRule))).join('');
}

function isIn(range: string, point: number): boolean {
  const [from = 0, to = from] = range
    .slice(2)
    .split('-')
    .map((hex) => Number.parseInt(hex, 16));
  return point >= from && point <= to;
}

const italicSuffix = ' Italic';

async function faceRule({ family, range, url }: FontFile): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: the server answered ${response.status}`);
  const base64 = toBase64(new Uint8Array(await response.arrayBuffer()));
  // The map knows an italic as a family of its own, CSS as a style.
  const italic = family.endsWith(italicSuffix);
  const name = italic ? family.slice(0, -italicSuffix.length) : family;
  return `@font-face{font-family:"${name}";font-style:${italic ? 'italic' : 'normal'};unicode-range:${range.join()};src:url(data:font/woff2;base64,${base64}) format("woff2")}`;
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** A PNG of an SVG, `scale` pixels a CSS pixel. The page's policy lets images come from `data:` only. */
export async function toPng(svg: string, scale: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * scale;
  canvas.height = image.naturalHeight * scale;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser gives no canvas to draw on');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('the picture is too large')) : resolve(blob)),
      'image/png',
    );
  });
}

/** Saves a file under a name, as the browser saves files. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
