import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphqlClient } from '@wilma/testing';
import { ApiInProcess } from './in-process.js';
import { buildCollection, type CollectionQuery, QUERIES } from './search/collection.js';

const LIST = { NEED: 'needs', OFFER: 'offers' } as const;
const FIRST = 10;

describe('the search', () => {
  let api: ApiInProcess;
  let visitor: GraphqlClient;
  let keys: ReadonlyMap<string, string>;
  const ranks = new Map<CollectionQuery, number>();

  beforeAll(async () => {
    api = await ApiInProcess.start();
    const ids = await buildCollection(api.database);
    keys = new Map([...ids].map(([key, id]) => [id, key]));
    visitor = new GraphqlClient(api.origin);
  });

  afterAll(async () => {
    process.stdout.write(`${tableOf(ranks)}\n`);
    await api.stop();
  });

  it.each(QUERIES)('"$search" finds $find within $within: $why', async (query) => {
    const found = await find(query);
    ranks.set(query, found.indexOf(query.find) + 1);
    expect(found.slice(0, query.within)).toContain(query.find);
  });

  async function find({ search, kind }: CollectionQuery): Promise<(string | undefined)[]> {
    const { list } = (await visitor.ask(
      `query ($search: String, $first: Int) {
        list: ${LIST[kind]}(filter: { search: $search }, first: $first) { edges { node { id } } } }`,
      { search, first: FIRST },
    )) as { list: { edges: { node: { id: string } }[] } };
    return list.edges.map(({ node }) => keys.get(node.id));
  }
});

/** Where each query has found what it looked for; 0 is nowhere. */
function tableOf(ranks: ReadonlyMap<CollectionQuery, number>): string {
  const rows = [...ranks].map(([{ search, find, within, why }, rank]) =>
    [String(rank), `≤ ${String(within)}`, search, find, why].map((cell) => cell.padEnd(6)),
  );
  return [['rank', 'must', 'search', 'finds', 'why'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
