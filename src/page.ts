/** The script of our own page: the element, and what only the page does. The frame uses `frame.ts`, other people's pages `define.ts`. */
import './define.ts';
import { keepForOffline, serviceWorkerAddress } from './shell/host/keep-offline.ts';
import { passOnlyWorkers } from './shell/host/script-policy.ts';

const worker = serviceWorkerAddress();
passOnlyWorkers(worker === null ? [] : [worker]);
void keepForOffline();
