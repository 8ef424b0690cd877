import { expect } from '@playwright/test';
import { signIn, test } from './demo.fixture.js';
import { misquotes, type StoredMatch, type ToldQuote, untruthsOf } from './explanation-check.js';
import { postingFacts, vocabularyFacts } from './explanation-facts.js';

/** How many matches are checked at most; which ones is told by a hash of their ids and a word. */
const SAMPLE = { count: 200, seed: 'explanations' } as const;

const MATCHES_SQL = `
  SELECT id, need_id, offer_id, points, parts, reasons, open_questions FROM match
   ORDER BY md5(id::text || $1) LIMIT $2`;

interface Told {
  readonly reasons: readonly { readonly quotes: readonly ToldQuote[] }[];
}

test('every reason, question and quote of an explanation is true', async ({ page, wilma }) => {
  const { database } = wilma;
  const [postings, words] = [await postingFacts(database), await vocabularyFacts(database)];
  const matches = (await database.query(MATCHES_SQL, [
    SAMPLE.seed,
    SAMPLE.count,
  ])) as unknown as readonly (StoredMatch & { need_id: string; offer_id: string })[];
  expect(matches.length).toBeGreaterThan(50);
  await signIn(page, wilma, ['Koordination', '/review']);

  let quotes = 0;
  for (const match of matches) {
    const [need, offer] = [postings.get(match.need_id), postings.get(match.offer_id)];
    const sides = { NEED: need!, OFFER: offer! };
    expect(untruthsOf(match, sides, words), match.id).toEqual([]);
    const told = (await page.evaluate(async (id) => {
      const query = `query ($id: ID!) { match(id: $id) {
        reasons { quotes { side before words after } } } }`;
      const response = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables: { id } }),
      });
      return ((await response.json()) as { data: { match: unknown } }).data.match;
    }, match.id)) as Told;
    for (const [at, reason] of match.reasons.entries()) {
      const quoted = told.reasons[at]?.quotes ?? [];
      quotes += quoted.length;
      expect(misquotes(reason, quoted, [sides, words]), match.id).toEqual([]);
    }
  }
  expect(quotes).toBeGreaterThan(0);
});
