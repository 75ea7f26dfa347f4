/** Makes files of a picture and hands them to the reader. */
import { firstSetIn } from '../../lettering/fonts/font-subsets.ts';
import type { FontFile } from '../../lettering/fonts/fonts.ts';

/** A face that is in a picture: its rule, and a letter of the picture that is set in it. */
export interface EmbeddedFace {
  readonly rule: string;
  readonly sample: string;
  readonly italic: boolean;
}

/** Those of the faces that the text of an SVG is set in, as rules with `data:` addresses: a file must not fetch. */
export async function embeddedFaces(fonts: readonly FontFile[], text: string): Promise<readonly EmbeddedFace[]> {
  const letters = [...new Set(text)].filter((letter) => /\p{L}/u.test(letter)).join('');
  const used = fonts.flatMap((font) => {
    const sample = firstSetIn(font, fonts, letters);
    return sample === undefined ? [] : [{ font, sample }];
  });
  return Promise.all(
    used.map(async ({ font, sample }) => ({
      sample,
      italic: font.style === 'italic',
      rule: await faceRule(font),
    })),
  );
}

async function faceRule({ family, style, range, url }: FontFile): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: the server answered ${response.status}`);
  const base64 = toBase64(new Uint8Array(await response.arrayBuffer()));
  return `@font-face{font-family:"${family}";font-style:${style};unicode-range:${range.join()};src:url(data:font/woff2;base64,${base64}) format("woff2")}`;
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** CSS pixels: the side of a square in which a sample of a face is set, under the picture. */
const sampleSize = 20;
/** Milliseconds between two looks at the samples, and looks after which a face is given up. */
const lookAgain = 50;
const mostLooks = 100;

/**
 * A PNG of an SVG, `scale` pixels a CSS pixel. The page's policy lets images come from `data:` only. A browser calls
 * such an image complete while it still reads the faces in it, and tells nobody when it has; text is invisible until
 * then. So a sample of each face is set under the picture, and the picture is taken when all of them are to be seen.
 */
export async function toPng(svg: string, faces: readonly EmbeddedFace[], scale: number): Promise<Blob> {
  const [width, height] = ['width', 'height'].map((name) =>
    Number(new RegExp(`^<svg[^>]* ${name}="(\\d+)"`).exec(svg)?.[1]),
  );
  if (width === undefined || height === undefined || !(width > 0 && height > 0))
    throw new Error('the picture has no size');
  const samples = faces.map(
    ({ sample, italic }, index) =>
      `<text${italic ? ' class="water"' : ''} font-size="14" x="${index * sampleSize + 2}" y="${height + 15}">${sample}</text>`,
  );
  const whole = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height + sampleSize}">${svg}${samples.join('')}</svg>`;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(whole)}`;
  await image.decode();
  const drawing = canvasOf(width * scale, (height + sampleSize) * scale);
  for (let look = 0; look < mostLooks; look++) {
    drawing.context.clearRect(0, 0, drawing.canvas.width, drawing.canvas.height);
    drawing.context.drawImage(image, 0, 0, drawing.canvas.width, drawing.canvas.height);
    const seen = faces.every((_face, index) => {
      const side = sampleSize * scale;
      const { data } = drawing.context.getImageData(index * side, height * scale, side, side);
      return data.some((value, at) => at % 4 === 3 && value > 128);
    });
    if (seen) break;
    await new Promise((resolve) => setTimeout(resolve, lookAgain));
  }
  const { canvas, context } = canvasOf(width * scale, height * scale);
  context.drawImage(drawing.canvas, 0, 0);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('the picture is too large')) : resolve(blob)),
      'image/png',
    );
  });
}

function canvasOf(
  width: number,
  height: number,
): { readonly canvas: HTMLCanvasElement; readonly context: CanvasRenderingContext2D } {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('this browser gives no canvas to draw on');
  return { canvas, context };
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
