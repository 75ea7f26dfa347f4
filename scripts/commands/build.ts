/**
 * Builds what is named: `site` into `dist/`, `package` into `lib/`. In one process, so that nothing is derived or drawn
 * twice.
 */
import { build } from 'vite';
import config, { derivation } from '../../vite.config.ts';
import { runOnData } from '../geo/data-faults.ts';
import { buildLibrary } from '../package/build-library.ts';

await runOnData(async () => {
  const parts = process.argv.slice(2);
  if (parts.includes('site')) await build({ ...config, configFile: false });
  if (parts.includes('package')) await buildLibrary(derivation);
});
