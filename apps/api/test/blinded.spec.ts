import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  answerLink,
  buildAccount,
  buildOrganisation,
  type GraphqlClient,
  type MatchSeen,
  type Person,
  type ReceivedMail,
  type Subscription,
  type Versioned,
  Wilma,
} from '@wilma/testing';
import { aNeed, type Cast, setStage, settled } from './stage.js';
import { everythingOf } from './whole-selection.js';

/** Words that stand nowhere but in the columns of the owner, by column. */
const CANARIES = {
  'organisation.name': 'Kanarienwerk',
  'organisation.municipality': 'Kanarienstadt',
  'organisation.website': 'https://kanarien-werk.example',
  'organisation.transferEmail': 'transfer@kanarien-werk.example',
  'account.name': 'Kontokanarie',
  'account.email': 'konto@kanarien-werk.example',
  'account.academicTitle': 'Dr. Kanarientitel',
  'contact.name': 'Kontaktkanarie',
  'contact.mail': 'kontakt@kanarien-werk.example',
  'contact.phone': '+49 3588 7353325',
  'contact.academicTitle': 'Dipl.-Kanarie',
  confidential: 'Vertrauliche Kanarie',
};
/** What the other side learns at the introduction, and no earlier. */
const RELEASED = [
  'contact.mail',
  'contact.name',
  'contact.phone',
  'organisation.municipality',
  'organisation.name',
  'organisation.website',
];

/** How a word may be written in what leaves the system. */
const spellings = (word: string): string[] => [
  word,
  encodeURIComponent(word),
  Buffer.from(word).toString('base64').replace(/=+$/, ''),
  Buffer.from(word).toString('hex'),
];

/** Somebody who keeps every byte that they are shown. */
class Witness {
  readonly seen: string[] = [];

  constructor(
    readonly client: GraphqlClient,
    private readonly canaries: Readonly<Record<string, string>>,
  ) {}

  async ask(query: string, variables = {}): Promise<void> {
    await this.keep(await this.client.post(JSON.stringify({ query, variables })));
  }

  async open(url: string, init?: RequestInit): Promise<void> {
    await this.keep(await fetch(url, init));
  }

  read({ raw, subject, text, html }: ReceivedMail): void {
    this.seen.push(raw, raw.replaceAll(/=\r?\n/g, ''), subject, text, html);
  }

  /** Names of the columns that they have learnt something of. */
  found(): string[] {
    const all = this.seen.join('\n');
    return Object.entries(this.canaries)
      .filter(([, word]) => spellings(word).some((spelling) => all.includes(spelling)))
      .map(([column]) => column)
      .sort();
  }

  private async keep(response: Response): Promise<void> {
    this.seen.push(JSON.stringify([...response.headers]), await response.text());
  }
}

const LISTS = ['NEWEST', 'OLDEST', 'TITLE', 'DEADLINE'].map(
  (order) => `query { needs(orderBy: ${order}) ${everythingOf('NeedConnection')} }`,
);
const ACTIONS = [
  ...['submitPosting', 'pausePosting', 'closePosting'].map(
    (action) => `mutation ($need: ID!) { ${action}(id: $need, version: 1) { id } }`,
  ),
  'mutation ($need: ID!) { updateNeed(id: $need, version: 1, input: { title: "Neu" }) { id } }',
  'mutation ($match: ID!) { approveMatch(id: $match, version: 1) { id } }',
  'mutation ($match: ID!) { takeBackAnswer(id: $match) { id } }',
  'mutation ($match: ID!) { answerMatch(id: $match, answer: DECLINED) { id } }',
];
const CHANGES = `subscription { matchChanged ${everythingOf('Match', 3)} }`;

describe('a blinded need', () => {
  let wilma: Wilma;
  let cast: Cast;
  let ownerId: string;
  let need: Versioned;
  let match: MatchSeen;
  let witnesses: Record<'owner' | 'researcher' | 'rival' | 'visitor', Witness>;
  let before: Record<string, string[]>;
  let after: Record<string, string[]>;
  let subscriptions: Subscription[];

  /** Looks wherever the flow lets anybody look, and where it does not. */
  async function lookEverywhere(): Promise<void> {
    for (const witness of Object.values(witnesses)) {
      for (const list of LISTS) await witness.ask(list);
      await witness.ask(`query ($need: ID!) { need(id: $need) ${everythingOf('Need')} }`, {
        need: need.id,
      });
      await witness.ask(`query { offers ${everythingOf('OfferConnection')} }`);
      await witness.ask(`query { matches ${everythingOf('MatchConnection')} }`);
      await witness.ask(`query { me ${everythingOf('Me')} service ${everythingOf('Service')} }`);
      await witness.ask(`query { tags(search: "Glas") ${everythingOf('Tag', 2)} }`);
    }
    for (const witness of [witnesses.visitor, witnesses.rival, witnesses.researcher]) {
      for (const action of ACTIONS) await witness.ask(action, { need: need.id, match: match.id });
    }
  }

  const foundByAll = () =>
    Object.fromEntries(Object.entries(witnesses).map(([name, witness]) => [name, witness.found()]));

  beforeAll(async () => {
    wilma = await Wilma.start();
    const { database, inbox } = wilma;
    cast = await setStage(database);
    // A crowd of five shares what a blinded need shows of its owner.
    for (let n = 0; n < 5; n += 1) await buildOrganisation(database);
    ownerId = await buildOrganisation(database, {
      name: `${CANARIES['organisation.name']} GmbH`,
      municipality: CANARIES['organisation.municipality'],
      website: CANARIES['organisation.website'],
      transferEmail: CANARIES['organisation.transferEmail'],
    });
    const account = await buildAccount(database, {
      name: CANARIES['account.name'],
      email: CANARIES['account.email'],
      academicTitle: CANARIES['account.academicTitle'],
      organisations: [ownerId],
    });
    const owner = await wilma.signIn(account);
    const researcher = await wilma.signIn(cast.researcher);
    const rival = await wilma.signIn(cast.company);
    const coordinator = await wilma.signIn(cast.coordinator);
    const canaries = { ...CANARIES, 'organisation.id': ownerId, 'account.id': account.id };
    const witness = (client: GraphqlClient) => new Witness(client, canaries);
    witnesses = {
      owner: witness(owner),
      researcher: witness(researcher),
      rival: witness(rival),
      visitor: witness(wilma.visitor),
    };
    subscriptions = [researcher, rival].map((person: Person) => person.subscribe(CHANGES));

    const draft = await owner.createNeed(
      aNeed({
        visibility: 'BLINDED',
        confidential: CANARIES.confidential,
        contact: {
          name: CANARIES['contact.name'],
          mail: CANARIES['contact.mail'],
          phone: CANARIES['contact.phone'],
          academicTitle: CANARIES['contact.academicTitle'],
        },
      }),
    );
    need = await owner.submit(draft);
    match = await database.until('the offer is suggested', async () =>
      (await coordinator.matchesOf(need.id)).at(0),
    );
    await lookEverywhere();
    await coordinator.approve(match);
    const ask = await inbox.mailTo(cast.researcher.email);
    const others = inbox.mails.filter(({ to }) => to !== CANARIES['contact.mail']);
    for (const mail of others) witnesses.researcher.read(mail);
    await witnesses.researcher.open(answerLink(ask));
    await owner.answer(match.id, 'INTERESTED');
    await lookEverywhere();
    before = foundByAll();

    // The second yes, given behind the link, introduces the two.
    await witnesses.researcher.open(answerLink(ask), {
      method: 'POST',
      body: new URLSearchParams({ answer: 'INTERESTED' }),
    });
    const pageOnly = witnesses.researcher.found();
    expect(pageOnly).toEqual([]);
    witnesses.researcher.read(await inbox.mailTo(cast.researcher.email, 'Introduction'));
    await settled(database);
    await lookEverywhere();
    after = foundByAll();
  });

  afterAll(async () => {
    for (const subscription of subscriptions) await subscription.close();
    await wilma.stop();
  });

  it.each(['visitor', 'researcher', 'rival'])(
    'tells the %s nothing of its owner before the introduction',
    (name) => expect(before[name]).toEqual([]),
  );

  it('is seen by all of them, the match by the researcher alone', () => {
    for (const [name, { seen }] of Object.entries(witnesses)) {
      const all = seen.join();
      expect(all).toContain(need.id);
      expect(all).not.toContain('INTERNAL');
      if (name === 'visitor' || name === 'rival') expect(all).not.toContain(match.id);
      else expect(all).toContain(match.id);
    }
  });

  it('tells its owner everything, so that the search above could have found it', () => {
    const { 'organisation.transferEmail': _, ...shown } = CANARIES;
    expect(before.owner).toEqual([...Object.keys(shown), 'account.id', 'organisation.id'].sort());
  });

  it('tells the researcher whom to turn to after the introduction', () => {
    expect(after.researcher).toEqual(expect.arrayContaining(RELEASED));
    expect(after.researcher).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/confidential|account\.(email|id)/)]),
    );
  });

  it.each(['visitor', 'rival'])('still tells the %s nothing', (name) =>
    expect(after[name]).toEqual([]),
  );

  it('tells subscribers no more than they may see', async () => {
    const [researcher, rival] = subscriptions;
    await researcher!.hears('INTRODUCED');
    const heardEarly = JSON.stringify(
      researcher!.heard.filter((event) => !JSON.stringify(event).includes('INTRODUCED')),
    );
    expect(heardEarly).toContain(match.id);
    for (const word of [...Object.values(CANARIES), ownerId]) {
      expect(heardEarly).not.toContain(word);
    }
    expect(rival!.heard).toEqual([]);
  });

  it('is not found by its owner: by filter, search or id', async () => {
    const questions = [
      'query ($word: ID!) { needs(filter: { organisation: $word }) { totalCount } }',
      'query ($word: String!) { needs(filter: { search: $word }) { totalCount } }',
      'query ($word: ID!) { need(id: $word) { id } }',
    ];
    for (const client of [wilma.visitor, witnesses.rival.client]) {
      for (const query of questions) {
        for (const word of [ownerId, CANARIES['organisation.name'], CANARIES['contact.mail']]) {
          expect(await client.send(query, { word })).toEqual(
            await client.send(query, { word: randomUUID() }),
          );
        }
      }
    }
  });
});
