import { homeFrame } from '../model/camera.ts';

/** Width of the home frame in the picture's own units. */
export const unitsWide = 1000;

/** Height of the home frame in the same units. */
export const unitsHigh = Math.round((unitsWide * homeFrame().height) / homeFrame().width);
