// One need after the other through the API, as the demo company and its coordinator.
import { setTimeout as pause } from 'node:timers/promises';
import { signIn } from './client.mjs';
import { now } from './clock.mjs';

const PATIENCE_MS = 10_000;

const OFFERS = `{ offers(first: 100, filter: { states: [PUBLISHED] }) { edges { node {
  cooperationForms trl tags { tag { id } weight } } } } }`;
const CREATE = `mutation ($input: NeedInput!) { createNeed(input: $input) { id version } }`;
const SUBMIT = `mutation ($id: ID!, $version: Int!) {
  submitPosting(id: $id, version: $version) { id state } }`;
const MATCHES = `query ($need: ID!) { matches(filter: { need: $need }) { edges { node {
  id version strength offer { title } } } } }`;
const APPROVE = `mutation ($id: ID!, $version: Int!) {
  approveMatch(id: $id, version: $version) { id state } }`;
const CHANGES = `subscription { matchChanged { need { id } } }`;

/**
 * What one run noted, in milliseconds since 1970.
 * @typedef {object} Flow
 * @property {string} need
 * @property {string} match the one that was approved
 * @property {{ sentAt: number, answeredAt: number, toldAt: number, askedAt: number,
 *   seenAt: number }} submit told: by the subscription; asked and seen: the list of matches
 * @property {{ sentAt: number, answeredAt: number }} approve
 * @property {import('./inbox.mjs').Accepted[]} mails
 */

export class FlowDriver {
  #inbox;
  #company;
  #coordinator;
  #offers;
  #runs = 0;
  #hear = () => undefined;

  /** Signs both in and has the coordinator listen to changes of matches. */
  static async signIn({ origin, inbox }) {
    const driver = new FlowDriver();
    driver.#inbox = inbox;
    driver.#company = await signIn(origin, 'company@demo.example');
    driver.#coordinator = await signIn(origin, 'coordinator@demo.example');
    const { offers } = await driver.#coordinator.ask(OFFERS);
    driver.#offers = offers.edges.map(({ node }) => node).filter(({ tags }) => tags.length >= 4);
    driver.end = await driver.#coordinator.listen(CHANGES, ({ matchChanged }) =>
      driver.#hear(matchChanged.need.id),
    );
    return driver;
  }

  /** @returns {Promise<Flow>} */
  async run() {
    const { createNeed: draft } = await this.#company.ask(CREATE, { input: this.#nextNeed() });
    const { submit, match } = await this.#submit(draft);
    const mailsCome = this.#inbox.next(2);
    const sentAt = now();
    const [answeredAt, mails] = await Promise.all([
      this.#coordinator.ask(APPROVE, { id: match.id, version: match.version }).then(now),
      within(PATIENCE_MS, mailsCome, `two mails about match ${match.id}`),
    ]);
    return { need: draft.id, match: match.id, submit, approve: { sentAt, answeredAt }, mails };
  }

  async #submit({ id, version }) {
    const suggested = new Promise((told) => {
      this.#hear = (need) => need === id && told(now());
    });
    const sentAt = now();
    const [answeredAt, toldAt] = await Promise.all([
      this.#company.ask(SUBMIT, { id, version }).then(now),
      within(PATIENCE_MS, suggested, `suggestions for need ${id}`),
    ]);
    const askedAt = now();
    const { matches } = await this.#coordinator.ask(MATCHES, { need: id });
    const seenAt = now();
    const [first] = matches.edges;
    if (!first) throw new Error(`the coordinator does not see the suggestions for need ${id}`);
    return { submit: { sentAt, answeredAt, toldAt, askedAt, seenAt }, match: first.node };
  }

  /** A need of four tags that one of the published offers meets, each offer in its turn. */
  #nextNeed() {
    this.#runs += 1;
    const { cooperationForms, trl, tags } = this.#offers[this.#runs % this.#offers.length];
    return {
      title: `Beispiel: Messlauf ${this.#runs}`,
      summary: 'Ein erfundener Bedarf, an dem gemessen wird, wie lange der Hauptablauf dauert.',
      description: 'Gesucht wird jemand, der das Verfahren kennt und an Proben zeigt. '.repeat(8),
      tags: tags.slice(0, 4).map(({ tag, weight }) => ({ tag: tag.id, weight })),
      cooperationForms,
      targetTrl: trl,
      budget: 'UNDER_50K',
      visibility: this.#runs % 2 === 0 ? 'NAMED' : 'BLINDED',
    };
  }
}

async function within(limit, promise, what) {
  const late = new AbortController();
  const tooLate = pause(limit, undefined, { signal: late.signal }).then(() => {
    throw new Error(`waited ${limit} ms for ${what}`);
  });
  tooLate.catch(() => undefined);
  try {
    return await Promise.race([promise, tooLate]);
  } finally {
    late.abort();
  }
}
