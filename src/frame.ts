/** The script of our own frame: the element, under the policy of our documents. */
import { MapElement } from './shell/element/map-element.ts';
import { register } from './shell/element/register.ts';
import { passOnlyWorkers } from './shell/host/script-policy.ts';

register(MapElement);
passOnlyWorkers();
