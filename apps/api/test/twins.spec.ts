import { beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '@wilma/testing';
import { CANARY, canariesIn, columnsWithout } from './twins/canaries.js';
import { belongsToOwner, fill } from './twins/canary-columns.js';
import { afterIntroduction, observe, type Observed } from './twins/observation.js';
import { type Ids, play } from './twins/twin-plot.js';
import { MONDAY, type OwnerName, SECRETS, VIEWERS } from './twins/twin-stage.js';
import { TwinWorld } from './twins/twin-world.js';

/** `npm run twins` looks everywhere, `npm test` at a part of it. */
const EXTENT =
  process.env.TWINS === 'all'
    ? { depth: 3, deeper: 5_000, seed: 20_350_108, pageSize: 1 }
    : { depth: 2, deeper: 100, seed: 20_350_109, pageSize: 3 };

/** Who has an account finds all organisations there: that they exist is no secret. */
const ORGANISATIONS = 'query { organisations(';

/** What researchers are told of before an introduction, by words of the subjects. */
const MAILS = [
  ...['A need that fits you', 'A question about your offer', 'Answer to your question'],
  ...['No introduction this time', 'Match withdrawn', 'wait for your answer'],
];

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

describe('two worlds that differ only in who owns what is blinded', () => {
  const seen: Partial<Record<OwnerName, Observed>> = {};
  let needs: Ids['needs'];
  let empty: string[];
  let released: string;

  beforeAll(async () => {
    const port = await freePort();
    for (const name of ['FIRST', 'SECOND'] as const) {
      const world = await TwinWorld.begin(port, MONDAY);
      try {
        const played = await play(world, name);
        needs = played.ids.needs;
        await fill(world.database, SECRETS[name].word, played);
        if (name === 'FIRST') empty = await columnsWithout(world.database);
        seen[name] = await observe(world, played, EXTENT);
        if (name === 'FIRST') released = await afterIntroduction(world, played);
      } finally {
        await world.end();
      }
    }
  }, 3_600_000);

  it.each(VIEWERS)('are the same to the %s, byte by byte', (name) => {
    const { transcripts, paths } = seen.FIRST!;
    const differences = transcripts[name].differences(seen.SECOND!.transcripts[name]);
    const { channels, bytes } = transcripts[name];
    say(
      `${name}: ${paths} paths, ${channels} channels, ${bytes} bytes, ${differences.length} differ`,
    );
    expect(differences).toEqual([]);
  });

  it('were looked at where something happens', () => {
    const { researcher } = seen.FIRST!.transcripts;
    const asked = researcher.entries().map(([channel]) => channel);
    const subjects = asked.filter((channel) => channel.startsWith('mail: '));
    for (const kind of MAILS) {
      expect(subjects).toContainEqual(expect.stringContaining(kind));
    }
    for (const name of VIEWERS) {
      const { transcripts } = seen.FIRST!;
      const all = transcripts[name].entries().map(([, text]) => text);
      expect(all.filter((text) => text.includes(needs[0])).length).toBeGreaterThan(5);
      const heard = transcripts[name].entries().filter(([channel]) => channel === 'subscriptions');
      if (name !== 'visitor') expect(heard).not.toEqual([]);
    }
  });

  it('a canary sits in every column of texts that holds something of an owner', () => {
    expect(empty.filter(belongsToOwner)).toEqual([]);
  });

  it.each(VIEWERS)('no canary is heard by the %s', (name) => {
    const heard = canariesIn(seen.FIRST!.transcripts[name]);
    const amongAll = heard.filter((channel) => channel.startsWith(ORGANISATIONS));
    say(`${name}: ${heard.length - amongAll.length} canaries`);
    expect(heard).toEqual(amongAll);
    // Found where it may stand: so it would be found elsewhere.
    expect(amongAll.length > 0).toBe(name !== 'visitor');
  });

  it('whom the owner was introduced to hears them', () => {
    const { contact } = SECRETS.FIRST;
    for (const word of [
      ...[`${CANARY}werk Alpha GmbH`, `${CANARY}stadt`, `https://${CANARY}.example`.toLowerCase()],
      ...[contact.name, contact.mail, contact.phone, contact.academicTitle],
    ]) {
      expect(released).toContain(word);
    }
    expect(released).not.toContain(SECRETS.FIRST.confidential);
  });
});
