/** Whether data are as a schema of this folder has it. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readJson } from '../../../scripts/machine/node-files.ts';

const ajv = new Ajv2020({ allErrors: true });
// Its types describe the module as Node does not load it.
(addFormats as unknown as (ajv: Ajv2020) => void)(ajv);

/** What is wrong with `data`, a line each; none where nothing is. */
export function faultsBy(schema: 'linked-places' | 'annotation-page' | 'data-package'): (data: unknown) => string[] {
  const validate = ajv.compile(readJson(`tests/build/schemas/${schema}.json`) as object);
  return (data) => (validate(data) ? [] : (validate.errors ?? []).map(describe));
}

const describe = ({ instancePath, message, params }: { instancePath: string; message?: string; params: object }) =>
  `${instancePath}: ${message} ${JSON.stringify(params)}`;
