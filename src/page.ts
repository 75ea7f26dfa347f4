/** The script of our own page. The frame uses `frame.ts`, other people's pages `define.ts`. */
import { MapElement } from './shell/element/map-element.ts';
import { register } from './shell/element/register.ts';
import { keepForOffline, serviceWorkerAddress } from './shell/host/keep-offline.ts';
import { passOnlyWorkers } from './shell/host/script-policy.ts';

register(MapElement);
const worker = serviceWorkerAddress();
passOnlyWorkers(worker === null ? [] : [worker]);
void keepForOffline();
