/**
 * Keeps the plate's margin in step with the map: figures where the graticule meets the edge, a scale of round length.
 */
import type { Frame } from '../../model/camera.ts';
import type { Language } from '../../model/types.ts';
import { degreesText, graticuleFigures, scaleBar } from '../../svg/marginalia.ts';
import { marginalia } from '../../text/frame/frame-markup.ts';
import { say } from '../../text/strings.ts';
import { toDom } from '../browser/dom.ts';

/**
 * Sets the margin `margin` for a frame, in place of what the page was printed with: in shares of the stage, so that it
 * stays true where that is printed smaller.
 */
export function showMargin(margin: HTMLElement, frame: Frame, language: Language): void {
  const figures = graticuleFigures(frame).map(({ edge, at, degrees }) => {
    const figure = document.createElement('span');
    figure.className = `figure ${edge}`;
    figure.textContent = degreesText(degrees);
    if (edge === 'bottom') figure.style.setProperty('left', share(at, frame.width, 'cqw'));
    else figure.style.setProperty('--at', share(at, frame.height, 'cqh'));
    return figure;
  });
  // The hatch of the legend grows as the map's does, to the next whole zoom.
  margin.closest<HTMLElement>('.frame')?.style.setProperty('--zoomed', (2 ** (frame.view.zoom % 1)).toFixed(2));
  for (const old of margin.querySelectorAll('.figure')) old.remove();
  margin.prepend(...figures);
  const { kilometres, pixels } = scaleBar(frame);
  margin.querySelector<HTMLElement>('.bar')?.style.setProperty('width', share(pixels, frame.width, 'cqw'));
  const text = `${kilometres} ${say(language, 'kilometres')}`;
  margin.querySelector('[data-part="kilometres"]')?.replaceChildren(text);
}

/** Sets the margin for the first view, whose figures the style sheet places in a stage of any size. */
export function showHomeMargin(margin: HTMLElement, language: Language): void {
  margin.closest<HTMLElement>('.frame')?.style.removeProperty('--zoomed');
  margin.replaceWith(toDom(marginalia(language)));
}

function share(pixels: number, whole: number, unit: 'cqw' | 'cqh'): string {
  return `${((pixels / whole) * 100).toFixed(3)}${unit}`;
}
