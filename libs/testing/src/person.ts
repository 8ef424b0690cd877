import type { Answer, DeclineReason, MatchState } from '@wilma/domain';
import { PASSWORD } from './account.builder.js';
import { GraphqlClient, type Variables } from './graphql-client.js';
import { Subscription } from './subscription.js';

/** A record with the version that the next action on it must name. */
export interface Versioned {
  readonly id: string;
  readonly version: number;
  readonly state: string;
}

export interface PostingSeen {
  readonly id: string;
  readonly title: string;
  readonly organisation: { readonly name: string } | null;
  readonly contact: { readonly name: string; readonly mail: string } | null;
}

export interface MatchSeen extends Versioned {
  readonly state: MatchState;
  readonly needAnswer: Answer | null;
  readonly offerAnswer: Answer | null;
  readonly need: PostingSeen;
  readonly offer: PostingSeen;
  readonly history: readonly {
    readonly name: string;
    readonly actor: string | null;
    readonly side: string | null;
  }[];
}

const POSTING = 'id title organisation { name } contact { name mail }';
const MATCH = `id version state needAnswer offerAnswer
  need { ${POSTING} } offer { ${POSTING} } history { name actor side }`;

/** Somebody who is signed in, with the verbs of the main job. */
export class Person extends GraphqlClient {
  /** @param origin of the API that this person talks to */
  static async signIn(origin: string, email: string): Promise<Person> {
    const response = await fetch(`${origin}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({ email, password: PASSWORD }),
    });
    if (!response.ok) throw new Error(`${email} can't sign in: ${await response.text()}`);
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    return new Person(origin, { cookie: cookies.join('; ') });
  }

  /** The same session before another API. */
  at(origin: string): Person {
    return new Person(origin, this.headers);
  }

  async createNeed(input: Variables): Promise<Versioned> {
    const { createNeed } = await this.ask(
      'mutation ($input: NeedInput!) { createNeed(input: $input) { id version state } }',
      { input },
    );
    return createNeed as Versioned;
  }

  async submit({ id, version }: Versioned): Promise<Versioned> {
    const { submitPosting } = await this.ask(
      `mutation ($id: ID!, $version: Int!) {
         submitPosting(id: $id, version: $version) { id version state } }`,
      { id, version },
    );
    return submitPosting as Versioned;
  }

  async matchesOf(need: string): Promise<MatchSeen[]> {
    const { matches } = await this.ask(
      `query ($need: ID!) {
         matches(filter: { need: $need }, orderBy: OLDEST) { edges { node { ${MATCH} } } } }`,
      { need },
    );
    return (matches as { edges: { node: MatchSeen }[] }).edges.map(({ node }) => node);
  }

  async match(id: string): Promise<MatchSeen> {
    const { match } = await this.ask(`query ($id: ID!) { match(id: $id) { ${MATCH} } }`, { id });
    return match as MatchSeen;
  }

  async approve({ id, version }: Versioned): Promise<MatchSeen> {
    return this.act(
      `mutation ($id: ID!, $version: Int!) {
         match: approveMatch(id: $id, version: $version) { ${MATCH} } }`,
      { id, version },
    );
  }

  async undo({ id, version }: Versioned): Promise<MatchSeen> {
    return this.act(
      `mutation ($id: ID!, $version: Int!) {
         match: undoMatch(id: $id, version: $version) { ${MATCH} } }`,
      { id, version },
    );
  }

  async answer(id: string, answer: Answer, reason: DeclineReason | null = null) {
    return this.act(
      `mutation ($id: ID!, $answer: Answer!, $reason: DeclineReason) {
         match: answerMatch(id: $id, answer: $answer, reason: $reason) { ${MATCH} } }`,
      { id, answer, reason },
    );
  }

  subscribe(query: string, variables?: Variables): Subscription {
    return new Subscription(this, query, variables);
  }

  private async act(mutation: string, variables: Variables): Promise<MatchSeen> {
    const { match } = await this.ask(mutation, variables);
    return match as MatchSeen;
  }
}
