/** The script of our own frame: the element, under the policy of our documents. */
import './define.ts';
import { passOnlyWorkers } from './shell/host/script-policy.ts';

passOnlyWorkers();
