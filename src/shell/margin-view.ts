/** Keeps the plate's margin in step with the map: figures where the graticule meets the edge, a scale of round length. */
import type { Frame } from '../model/camera.ts';
import { degreesText, graticuleFigures, kilometresText, scaleBar } from '../model/marginalia.ts';
import type { Language } from '../model/types.ts';
import { say } from '../text/strings.ts';

/** Sets the margin `margin` for a frame, in place of what the page was printed with. */
export function showMargin(margin: HTMLElement, frame: Frame, language: Language): void {
  const figures = graticuleFigures(frame).map(({ edge, at, degrees }) => {
    const figure = document.createElement('span');
    figure.className = `figure ${edge}`;
    figure.textContent = degreesText(degrees);
    figure.style.setProperty(edge === 'bottom' ? 'left' : '--at', `${at.toFixed(1)}px`);
    return figure;
  });
  for (const old of margin.querySelectorAll('.figure')) old.remove();
  margin.prepend(...figures);
  const { kilometres, pixels } = scaleBar(frame);
  margin.querySelector<HTMLElement>('.bar')?.style.setProperty('width', `${pixels.toFixed(1)}px`);
  const text = `${kilometresText(kilometres, language)} ${say(language, 'kilometres')}`;
  margin.querySelector('[data-part="kilometres"]')?.replaceChildren(text);
}
