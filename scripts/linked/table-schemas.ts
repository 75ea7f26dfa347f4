/** The columns of the spreadsheets as a Table Schema: what each holds, and what is allowed in it. */
import { edtfPattern, openEnd } from '../../src/model/names/names-in-time.ts';
import { attestationKinds, groupIds, parties, placeKinds } from '../../src/model/types.ts';

interface Field {
  readonly name: string;
  readonly type: 'string' | 'number';
  readonly description: string;
  readonly constraints?: {
    readonly required?: true;
    readonly unique?: true;
    readonly enum?: readonly string[];
    readonly pattern?: string;
    readonly minimum?: number;
    readonly maximum?: number;
  };
}

export interface TableSchema {
  readonly fields: readonly Field[];
  readonly missingValues: readonly string[];
  readonly primaryKey?: readonly string[];
}

const ids = '[a-z0-9]+(-[a-z0-9]+)*';
const idList = { required: true, pattern: `${ids}( ${ids})*` } as const;

const placesFields: readonly Field[] = [
  { name: 'id', type: 'string', description: 'handle, never changes', constraints: { required: true, unique: true } },
  {
    name: 'kind',
    type: 'string',
    description: 'what the place is',
    constraints: { required: true, enum: placeKinds },
  },
  { name: 'group', type: 'string', description: 'the disputed group, or empty', constraints: { enum: groupIds } },
  {
    name: 'lng',
    type: 'number',
    description: 'degrees east, WGS 84',
    constraints: { required: true, minimum: -180, maximum: 180 },
  },
  {
    name: 'lat',
    type: 'number',
    description: 'degrees north, WGS 84',
    constraints: { required: true, minimum: -90, maximum: 90 },
  },
  { name: 'elevation_m', type: 'number', description: 'metres above the sea' },
  { name: 'note', type: 'string', description: '“until 1945”: a settlement that ended then' },
  {
    name: 'coordinate_basis',
    type: 'string',
    description: 'how the position is known',
    constraints: { required: true, enum: ['published', 'sheet', 'unknown'] },
  },
  { name: 'sources', type: 'string', description: 'ids in sources.json, separated by spaces', constraints: idList },
  {
    name: 'confidence',
    type: 'string',
    description: 'how sure the row is',
    constraints: { enum: ['high', 'medium', 'low'] },
  },
];

const edtf = edtfPattern.source.replaceAll(/[\^$]/g, '');

const namesFields: readonly Field[] = [
  { name: 'place', type: 'string', description: 'id of the place', constraints: { required: true } },
  { name: 'form', type: 'string', description: 'the name as it is written', constraints: { required: true } },
  {
    name: 'lang',
    type: 'string',
    description: 'BCP 47 tag of language and script',
    constraints: { required: true, pattern: '[a-z]{2,3}(-[A-Z][a-z]{3})?' },
  },
  { name: 'party', type: 'string', description: 'whose name it is, or empty', constraints: { enum: parties } },
  {
    name: 'kind',
    type: 'string',
    description: 'official, in use, or a transcription of another',
    constraints: { required: true, enum: attestationKinds },
  },
  { name: 'of', type: 'string', description: 'the name that a transcription transcribes' },
  {
    name: 'from',
    type: 'string',
    description: 'first date at which a source has it, EDTF',
    constraints: { pattern: edtf },
  },
  {
    name: 'to',
    type: 'string',
    description: 'when it ceased, EDTF; “..” while it is in use',
    constraints: { pattern: `${edtf}|${openEnd.replaceAll('.', '\\.')}` },
  },
  { name: 'sources', type: 'string', description: 'ids in sources.json, separated by spaces', constraints: idList },
];

const known: Readonly<Record<string, Pick<TableSchema, 'fields' | 'primaryKey'>>> = {
  'places.csv': { fields: placesFields, primaryKey: ['id'] },
  'names.csv': { fields: namesFields },
};

/** The schema of a table, its columns in the order of the file. Any other table has columns of text. */
export function tableSchema(name: string, text: string): TableSchema {
  const { fields = [], ...rest } = known[name] ?? {};
  const columns = text.slice(0, text.indexOf('\n')).split(',');
  return {
    fields: columns.map(
      (column) =>
        fields.find((field) => field.name === column) ?? { name: column, type: 'string', description: column },
    ),
    missingValues: [''],
    ...rest,
  };
}
