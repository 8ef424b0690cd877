import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildAccount,
  buildMatch,
  buildOrganisation,
  buildPosting,
  type Person,
} from '@wilma/testing';
import { ApiInProcess } from './in-process.js';

/** Times are judged by `npm run twins` alone: beside other specs they tell nothing. */
const isThorough = process.env.TWINS === 'all';
const SAMPLES = isThorough ? 2_000 : 60;
/** Medians may differ by so many milliseconds, or by such a share. */
const TOLERATED = { ms: 1, share: 0.05 };
const WARM_UP = 30;

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

type Ask = (id: string) => Promise<Response>;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

describe('what a viewer may not see is as if it did not exist', () => {
  let api: ApiInProcess;
  let stranger: Person;
  /** One that the stranger may not see, by kind. */
  const hidden: Record<'match' | 'need' | 'offer', string> = { match: '', need: '', offer: '' };

  beforeAll(async () => {
    api = await ApiInProcess.start();
    const { database } = api;
    const organisation = await buildOrganisation(database);
    const university = await buildOrganisation(database, { kind: 'UNIVERSITY' });
    const visibility = 'COORDINATORS_ONLY';
    hidden.need = await buildPosting(database, 'NEED', { organisation, visibility });
    hidden.offer = await buildPosting(database, 'OFFER', {
      organisation: university,
      state: 'DRAFT',
    });
    hidden.match = await buildMatch(database, {
      need: hidden.need,
      offer: hidden.offer,
      state: 'APPROVED',
    });
    const own = await buildOrganisation(database);
    stranger = await api.signIn(await buildAccount(database, { organisations: [own] }));
  });

  afterAll(() => api.stop());

  const graphql =
    (query: string): Ask =>
    (id) =>
      stranger.post(JSON.stringify({ query, variables: { id } }));

  /** A token that nobody here made. */
  const forged = (match: string): string => {
    const claims = { match, side: 'NEED', round: '1', to: 'A'.repeat(22) };
    const body = Buffer.from(JSON.stringify([4e12, claims])).toString('base64url');
    return `${body}.${'A'.repeat(43)}`;
  };

  const cases: Readonly<Record<string, readonly [kind: keyof typeof hidden, ask: Ask]>> = {
    need: ['need', graphql('query ($id: ID!) { need(id: $id) { title } }')],
    offer: ['offer', graphql('query ($id: ID!) { offer(id: $id) { title } }')],
    match: ['match', graphql('query ($id: ID!) { match(id: $id) { state } }')],
    'change of a need': [
      'need',
      graphql('mutation ($id: ID!) { pausePosting(id: $id, version: 1) { id } }'),
    ],
    'answer to a match': [
      'match',
      graphql('mutation ($id: ID!) { answerMatch(id: $id, answer: INTERESTED) { id } }'),
    ],
    'answer token': ['match', (id) => fetch(`${api.origin}/answer/${forged(id)}`)],
  };

  it.each(Object.entries(cases))(
    '%s: the same bytes and, where it is judged, the same time',
    async (name, [kind, ask]) => {
      const taken: Record<'hidden' | 'missing', number[]> = { hidden: [], missing: [] };
      const bodies = new Set<string>();
      for (let n = 0; n < SAMPLES + WARM_UP; n += 1) {
        // One after the other, each first in turn: what slows the machine down slows both.
        const pair = [['hidden', hidden[kind]] as const, ['missing', randomUUID()] as const];
        for (const [which, id] of n % 2 === 0 ? pair : pair.toReversed()) {
          const began = performance.now();
          const response = await ask(id);
          const body = await response.text();
          const ms = performance.now() - began;
          bodies.add(`${response.status} ${body}`);
          if (n >= WARM_UP) taken[which].push(ms);
        }
      }
      expect([...bodies]).toHaveLength(1);
      const [one, other] = [median(taken.hidden), median(taken.missing)];
      const [a, b, apart] = [one, other, Math.abs(one - other)].map((ms) => ms.toFixed(3));
      say(`${name}: ${SAMPLES} each, median hidden ${a} ms, missing ${b} ms, ${apart} ms apart`);
      const { ms, share } = TOLERATED;
      if (!isThorough) return;
      expect(Math.abs(one - other)).toBeLessThan(Math.max(ms, share * other));
    },
  );
});
