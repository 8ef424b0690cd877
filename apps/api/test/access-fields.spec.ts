import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type GraphQLObjectType, isObjectType } from 'graphql';
import { FIELDS } from './access/fields.js';
import { Stage } from './access/stage.js';
import { listsUnder, rowsUnder } from './access/table.js';
import { expectedLine, triedLine } from './access/trial.js';
import { schema } from './whole-selection.js';

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.build();
});

afterAll(() => stage.stop());

const ROWS = rowsUnder('Fields that not everybody sees');
const LISTS = listsUnder('Fields that whoever sees the object sees');

describe('every field has a row or is listed, and nothing else has:', () => {
  const SHARED = ['Need', 'Offer'];
  const inRows = (type: string): string[] =>
    ROWS.flatMap(({ operation }) => {
      const [owner, field = ''] = operation.split('.');
      return owner === type ? [field] : [];
    });
  const isPage = (name: string): boolean => /Connection$|Edge$|^PageInfo$/.test(name);
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const types = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .filter(({ name }) => !name.startsWith('__') && !isPage(name))
    .filter((type) => !roots.includes(type))
    .map((type): [string, GraphQLObjectType] => [type.name, type]);

  it.each(types)('%s', (name, type) => {
    const owners = SHARED.includes(name) ? [name, 'Posting'] : [name];
    const told = owners.flatMap((owner) => [...inRows(owner), ...(LISTS.get(owner) ?? [])]);
    expect([...new Set(told)].sort()).toEqual(Object.keys(type.getFields()).sort());
  });

  it('no other type', () => {
    const known = [...types.map(([name]) => name), 'Posting'];
    const named = [...LISTS.keys(), ...ROWS.map(({ operation }) => operation.split('.')[0] ?? '')];
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });
});

it.each(ROWS.map((row) => [row.name, row] as const))('%s', async (name, row) => {
  const look = FIELDS[name];
  if (look === undefined) throw new Error(`nobody says how to look at ${name}`);
  expect(await triedLine(row, (cell) => look(stage, cell))).toEqual(expectedLine(row));
});
