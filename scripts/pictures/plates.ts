/** Draws the picture of a page, and the plates: pictures for files of their own. */
import type { BBox } from 'geojson';
import { element, type Markup, printMarkup } from '../../src/kernel/markup.ts';
import { finish } from '../../src/kernel/steps.ts';
import { projectOutlines } from '../../src/lettering/land/outlines.ts';
import { homeFrame, homeView } from '../../src/model/camera.ts';
import { gazetteerOn } from '../../src/model/names/names-in-time.ts';
import { extentOf, linesAt, type Timeline } from '../../src/model/story/timeline.ts';
import { type Convention, conventions, type Language, languages } from '../../src/model/types.ts';
import { type Year, years } from '../../src/model/view-state.ts';
import { renderPicture, renderPlate } from '../../src/svg/render-svg.ts';
import { pictureWords, plateCredit } from '../../src/text/pictures/picture-words.ts';
import { type Drawn, forPicture, timeNow } from './drawn.ts';

/** The picture inside a page; all documents of a language hold the same. */
export function pagePicture(drawn: Drawn, whole: Drawn, language: Language): Markup {
  const now = timeNow(drawn);
  const outlines = finish(projectOutlines(whole));
  const input = { ...drawn, ...now, outlines, language, ...pictureWords(language, now), prefix: 'picture' };
  return finish(renderPicture(input));
}

/** A picture for a file of its own, which no face is embedded in yet. */
export interface Plate {
  readonly names: Convention;
  readonly language: Language;
  /** `now`, or the step of the past that it shows. */
  readonly year: Year;
  readonly picture: Markup;
}

/** The plates of every convention and language. */
export function platePictures(drawn: Drawn): readonly Plate[] {
  return conventions.flatMap((names) =>
    languages.map((language) => ({
      names,
      language,
      year: 'now',
      picture: renderPlate({
        ...drawn,
        ...timeNow(drawn),
        language,
        convention: names,
        theme: 'light',
        ...pictureWords(language, timeNow(drawn)),
        credit: plateCredit(language, names, timeNow(drawn)),
        prefix: 'plate',
      }),
    })),
  );
}

/** Degrees: what the pictures of all years show. */
const yearCut: BBox = [132, 36, 168, 57];

/** CSS pixels. */
const yearWidth = 1000;

/**
 * The plates of the past, fitted to their lines, in every convention and language. Of the whole drawing only what they
 * can show is kept.
 */
export function yearPlates(whole: Drawn, timeline: Timeline): readonly Plate[] {
  return years.flatMap((year) => {
    const step = timeline.steps.find(({ id }) => id === year);
    if (year === 'now' || step === undefined) return [];
    const extent = extentOf(timeline, year);
    const bounds = homeFrame(extent);
    const height = Math.round((yearWidth * bounds.height) / bounds.width);
    const frame = { view: homeView(yearWidth, height, extent), width: yearWidth, height };
    // Half a pixel, as in the first picture.
    const drawn = forPicture(whole, yearCut, 180 / (yearWidth / bounds.width));
    const time = { lines: linesAt(timeline, year), step, whose: 'both' as const };
    return conventions.flatMap((names) =>
      languages.map((language) => ({
        names,
        language,
        year,
        picture: renderPlate({
          ...drawn,
          ...time,
          dataset: gazetteerOn(drawn.dataset, step.at),
          language,
          convention: names,
          theme: 'light',
          ...pictureWords(language, time),
          credit: plateCredit(language, names, time),
          prefix: 'plate',
          frame,
        }),
      })),
    );
  });
}

/** A plate as an SVG file's text, with the rules of the faces that it embeds. */
export function printPlate({ picture: plate }: Plate, faces: string): string {
  const children = plate.children.map((child) =>
    typeof child !== 'string' && child.tag === 'style' ? element('style', {}, [faces, ...child.children]) : child,
  );
  return printMarkup({ ...plate, children }, 'xml');
}

/** All words of a picture. */
export function textOf(node: Markup | string): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}
