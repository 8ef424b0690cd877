import type { GraphqlClient, Person, Variables } from '@wilma/testing';
import { aNeed } from '../stage.js';
import { Audience } from './audience.js';
import {
  type Cast,
  MONDAY,
  OTHER_TAGS,
  type OwnerName,
  SECRETS,
  setStage,
  type ViewerName,
} from './twin-stage.js';
import type { TwinWorld } from './twin-world.js';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const at = (days: number, minutes: number): Date =>
  new Date(MONDAY.getTime() + days * DAY_MS + minutes * MINUTE_MS);

/** What happened in one of the worlds, and who looks at it. */
export interface Played {
  readonly ownerId: string;
  readonly ownerAccountId: string;
  readonly owner: Person;
  readonly coordinator: Person;
  readonly viewers: Readonly<Record<ViewerName, GraphqlClient>>;
  readonly researcherMail: string;
  /** What subscribers heard meanwhile. */
  readonly heard: Readonly<Record<string, readonly string[]>>;
  readonly ids: Ids;
}

/** Of what is blinded, and of what stands beside it. */
export interface Ids {
  /** Asked about and answered by its owner; declined; closed meanwhile; for coordinators only. */
  readonly needs: readonly [string, string, string, string];
  readonly blindedOffer: string;
  readonly offer: string;
  readonly named: string;
  readonly matches: readonly [string, string, string, string];
  readonly organisations: readonly [string, string];
}

interface Step {
  readonly secrets: (typeof SECRETS)[OwnerName];
  readonly world: TwinWorld;
  readonly mutate: (who: GraphqlClient, call: string, vars?: Variables) => Promise<unknown>;
}

/** Plays the same in each world, but for whose the blinded postings are, and when they came. */
export async function play(world: TwinWorld, ownerName: OwnerName): Promise<Played> {
  await world.isNow(MONDAY);
  const cast = await setStage(world);
  const ownerId = ownerName === 'FIRST' ? cast.first : cast.second;
  const { id: ownerAccountId, email } = cast.members[ownerName];
  const owner = await world.signIn({ email });
  const audience = new Audience(world, cast.viewers, cast.named);
  const step: Step = {
    secrets: SECRETS[ownerName],
    world,
    mutate: async (who, call, vars = {}) => {
      const done = await who.ask(`mutation { done: ${call} }`, vars);
      await world.settle();
      await audience.isUpToDate();
      return done.done;
    },
  };
  // Another moment of the same day.
  await world.isNow(at(0, ownerName === 'FIRST' ? 70 : 117));
  const posted = await post(step, owner, ownerId);
  await world.isNow(at(0, 180));
  const matches = await ask(step, cast, posted.needs);
  await answer(step, { cast, owner, needs: posted.needs, matches });
  const heard = await audience.leave();
  return {
    ...{ ownerId, ownerAccountId, owner, coordinator: cast.coordinator, viewers: cast.viewers },
    researcherMail: cast.researcherMail,
    heard,
    ids: {
      ...posted,
      ...{ matches, offer: cast.offer, named: cast.named },
      organisations: [cast.first, cast.second],
    },
  };
}

/** The owner posts four needs and an offer, and edits one: what it said is kept. */
async function post(
  { world, mutate, secrets: { confidential, contact } }: Step,
  owner: Person,
  organisation: string,
) {
  const hidden = {
    ...{ confidential, contact, organisation, language: 'de' },
  };
  const programme = await world.database.query<{ id: string }>('SELECT id FROM programme LIMIT 1');
  const submitted = async (title: string, visibility: string): Promise<string> => {
    const input = aNeed({ title, visibility, ...hidden });
    const draft = await owner.createNeed(input);
    await owner.submit(draft);
    await world.settle();
    return draft.id;
  };
  const needs = [
    await submitted('Risse in der Schmelzwanne früh erkennen', 'BLINDED'),
    await submitted('Gemenge gleichmäßiger mischen', 'BLINDED'),
    await submitted('Scherben schneller sortieren', 'BLINDED'),
    await submitted('Abgas reinigen', 'COORDINATORS_ONLY'),
  ] as const;
  await mutate(
    owner,
    `updateNeed(id: "${needs[0]}", version: 3, input: { goal: "Ein Riss wird einen Tag früher bemerkt." }) { id }`,
  );
  const input = { ...aNeed({ title: 'Anlage mitnutzen', visibility: 'BLINDED', ...hidden }) };
  const tags = OTHER_TAGS.map((tag) => ({ tag }));
  const { createOffer } = await owner.ask(
    'mutation ($input: OfferInput!) { createOffer(input: $input) { id version state } }',
    { input: { ...input, tags } },
  );
  const blindedOffer = createOffer as { id: string; version: number; state: string };
  await owner.submit(blindedOffer);
  await world.settle();
  await world.database.query('UPDATE posting SET programme_id = $1 WHERE id = ANY($2)', [
    programme[0]?.id,
    [...needs],
  ]);
  return { needs, blindedOffer: blindedOffer.id };
}

async function ask({ world, mutate }: Step, { coordinator }: Cast, needs: Ids['needs']) {
  const matches: string[] = [];
  for (const need of needs) {
    const [match] = await coordinator.matchesOf(need);
    if (match === undefined) throw new Error(`nothing was suggested for ${need}`);
    await mutate(coordinator, `approveMatch(id: "${match.id}", version: ${match.version}) { id }`);
    matches.push(match.id);
  }
  // Who was asked today is asked about the rest on the next morning.
  for (const day of [1, 2, 3]) {
    await world.isNow(at(day, 60));
    await world.strike();
  }
  return matches as unknown as Ids['matches'];
}

interface Answering {
  readonly cast: Cast;
  readonly owner: Person;
  readonly needs: Ids['needs'];
  readonly matches: Ids['matches'];
}

/** Everything of which the researcher gets a mail, short of an introduction. */
async function answer(step: Step, { cast, owner, needs, matches }: Answering): Promise<void> {
  const { world, mutate, secrets } = step;
  const { coordinator, viewers } = cast;
  const { researcher } = viewers;
  const question = async (match: string) => {
    const { match: found } = await coordinator.ask(
      'query ($id: ID!) { match(id: $id) { version questions { side state } } }',
      { id: match },
    );
    return found as { version: number };
  };
  await world.isNow(at(3, 120));
  await mutate(
    owner,
    `answerMatch(id: "${matches[0]}", answer: QUESTION, note: "Wir von ${secrets.word} fragen.") { id }`,
  );
  const relay = async (call: string) => {
    const { version } = await question(matches[0]);
    await mutate(coordinator, call.replace('VERSION', String(version)));
  };
  await relay(
    `relayQuestion(id: "${matches[0]}", version: VERSION, side: NEED, text: "Geht es auch heiß?") { id }`,
  );
  await mutate(researcher, `replyToQuestion(id: "${matches[0]}", text: "Ja.") { id }`);
  await relay(
    `answerQuestion(id: "${matches[0]}", version: VERSION, side: NEED, text: "Ja, es geht.") { id }`,
  );
  await mutate(
    researcher,
    `answerMatch(id: "${matches[0]}", answer: QUESTION, note: "Wie groß ist sie?") { id }`,
  );
  await relay(
    `relayQuestion(id: "${matches[0]}", version: VERSION, side: OFFER, text: "Wie groß?") { id }`,
  );
  await mutate(
    owner,
    `replyToQuestion(id: "${matches[0]}", text: "So groß wie bei ${secrets.word} üblich.") { id }`,
  );
  await relay(
    `answerQuestion(id: "${matches[0]}", version: VERSION, side: OFFER, text: "Vier Meter.") { id }`,
  );
  await mutate(researcher, `answerMatch(id: "${matches[1]}", answer: INTERESTED) { id }`);
  await mutate(
    owner,
    `answerMatch(id: "${matches[1]}", answer: DECLINED, reason: OTHER, note: "${secrets.word} mag nicht.") { id }`,
  );
  const closing = await owner.ask('query ($id: ID!) { need(id: $id) { version } }', {
    id: needs[2],
  });
  const { version } = closing.need as { version: number };
  await mutate(owner, `closePosting(id: "${needs[2]}", version: ${version}) { id }`);
  for (const day of [7, 8, 9]) {
    await world.isNow(at(day, 60));
    await world.strike();
  }
  await mutate(
    owner,
    `answerMatch(id: "${matches[0]}", answer: INTERESTED, note: "Gern, Ihr ${secrets.word}.") { id }`,
  );
  await world.isNow(at(9, 240));
}
