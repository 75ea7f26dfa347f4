/**
 * The pictures of a stage: the one that stands while no map lives, the one laid over it, and the one that is saved as a
 * file.
 */
import { advances as measured } from 'virtual:four-islands/advances';
import type { Box } from '../../kernel/box.ts';
import { element, type Markup, printMarkup } from '../../kernel/markup.ts';
import { finish, type Steps } from '../../kernel/steps.ts';
import type { Advances } from '../../lettering/fonts/text-width.ts';
import type { Frame } from '../../model/camera.ts';
import { gazetteerOn } from '../../model/names/names-in-time.ts';
import { placeView, sightOf } from '../../model/place-view.ts';
import type { Convention, Language } from '../../model/types.ts';
import type { View } from '../../model/view-state.ts';
import type { ThemeName } from '../../style/theme/theme.ts';
import { plateLettering } from '../../svg/lettering-markup.ts';
import { renderFitted, renderPicture, renderPlate } from '../../svg/render-svg.ts';
import { plateFor, plates } from '../../svg/units.ts';
import { type PictureTime, pictureWords, plateCredit } from '../../text/pictures/picture-words.ts';
import type { MapData } from './load-data.ts';

/** The widths of signs that the build has read from the fonts. */
export const advances: Advances = measured;

/** What every picture of the stage shows. */
export interface Depicted {
  readonly data: MapData;
  readonly time: PictureTime;
  readonly language: Language;
  readonly convention: Convention;
}

const inputOf = ({ data, time, language, convention }: Depicted, prefix: string) => ({
  ...data,
  ...time,
  dataset: gazetteerOn(data.dataset, time.step?.at ?? null),
  advances,
  language,
  convention,
  ...pictureWords(language, time),
  prefix,
});

/**
 * The picture of the stage: the ground of the first view, which `missingPlates` letter, or the step of a past year
 * fitted to `frame`.
 */
export function stagePicture(depicted: Depicted, frame: Frame, covered: readonly Box[]): Markup {
  return finish(stagePictureInSteps(depicted, frame, covered));
}

/** The same, the first view with pauses. */
export function* stagePictureInSteps(depicted: Depicted, frame: Frame, covered: readonly Box[]): Steps<Markup> {
  const input = inputOf(depicted, 'picture');
  yield;
  return depicted.time.step === null ? yield* renderPicture(input, []) : renderFitted({ ...input, frame, covered });
}

/** Whether `home`, the element of the first view, is lettered for a stage of this size. */
export function isLettered(home: Element, { width, height }: Frame): boolean {
  return home.querySelector(`.plate-${plateFor(width, height).name}`) !== null;
}

/**
 * The first view's lettering for each size that `home`, its element, does not hold yet: first for the size of the
 * stage.
 */
export function* missingPlates(depicted: Depicted, home: Element, { width, height }: Frame): Generator<Steps<Markup>> {
  const seen = plateFor(width, height);
  for (const plate of [seen, ...plates.filter((other) => other !== seen)])
    if (home.querySelector(`.plate-${plate.name}`) === null) yield plateLettering(inputOf(depicted, 'picture'), plate);
}

/** A picture of exactly this frame, that lies over the stage's own. */
export function viewPicture(depicted: Depicted, frame: Frame, covered: readonly Box[]): Markup {
  const fitted = renderFitted({ ...inputOf(depicted, 'view'), frame, covered });
  const attributes = { ...fitted.attributes, class: 'view', width: '100%', height: '100%' };
  return element('svg', { ...attributes, preserveAspectRatio: 'xMidYMid slice' }, fitted.children);
}

/** The view that shows a place in a frame of this size, clear of `obstacles`; `null` for an unknown id. */
export function viewOfPlace(
  { dataset, land }: MapData,
  place: string,
  size: Pick<Frame, 'width' | 'height'>,
  obstacles: readonly Box[],
): View | null {
  const sight = sightOf(dataset, land, place);
  return sight === null ? null : placeView(sight, size, obstacles);
}

/** The text of an SVG file, of `frame` or of the first view, with `fontFaces` inside where they are given. */
export function platePicture(
  depicted: Depicted,
  options: { readonly theme: ThemeName; readonly frame?: Frame; readonly fontFaces?: string },
): string {
  const { language, convention, time } = depicted;
  const credit = plateCredit(language, convention, time);
  return printMarkup(renderPlate({ ...inputOf(depicted, 'plate'), credit, ...options }), 'xml');
}
