/** The script of our own page: the element, and what only the page does. Frames and other people's pages use `define.ts`. */
import './define.ts';
import { keepForOffline } from './shell/keep-offline.ts';

void keepForOffline();
