/** The stand-ins in a document that does not declare them: our pages do, in their style sheets. */
import { localSource, standInFamily, standIns } from '../../lettering/fonts/fonts.ts';

/** Declares the machine's own faces as stand-ins, so that words keep their place when our faces come. */
export function declareStandIns(): void {
  if ([...document.fonts].some(({ family }) => family.includes(standInFamily))) return;
  for (const standIn of standIns) {
    const { style, range: unicodeRange, size: sizeAdjust, ascent: ascentOverride, descent: descentOverride } = standIn;
    const descriptors = { style, unicodeRange, sizeAdjust, ascentOverride, descentOverride, lineGapOverride: '0%' };
    document.fonts.add(new FontFace(standInFamily, localSource(standIn), descriptors));
  }
}
