/** What the element needs in somebody else's page. Our own documents have it printed, and their scripts do without. */
import { declareStandIns } from '../browser/stand-in-faces.ts';
import type { Context } from '../context/context.ts';
import elementRules from '../css/element.css?inline';
import rules from '../css/frame.css?inline';
import { frameStyleSheet } from '../css/frame-styles.ts';
import { BroughtPicture } from '../stage/brought-picture.ts';

export interface Guest {
  readonly styleSheet: string;
  readonly declareStandIns: () => void;
  /** What shows the picture that the page has brought along. `onMissing` is called where there is none to show. */
  readonly bring: (context: Context, onMissing: () => void) => BroughtPicture;
}

export const guest: Guest = {
  styleSheet: frameStyleSheet(elementRules + rules),
  declareStandIns,
  bring: (context, onMissing) => new BroughtPicture(context, onMissing),
};
