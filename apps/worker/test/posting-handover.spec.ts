import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AccountActor } from '@wilma/domain';
import { MatchAnswerService, PostingTransferService } from '@wilma/matches';
import {
  type Contact,
  type Posting,
  PostingReader,
  PostingService,
  PostingVersionReader,
} from '@wilma/postings';
import { buildMatch, buildOrganisation, buildPosting } from '@wilma/testing';
import { type PostingLife, postingLife } from './posting-life.js';
import { actorOf, codeOf, WorkerStage } from './worker-stage.js';

let stage: WorkerStage;
let life: PostingLife;

beforeAll(async () => {
  stage = await WorkerStage.set();
  life = postingLife(stage);
});

afterAll(() => stage.end());

describe('an organisation that a posting is never matched with', () => {
  it('is not suggested, in either direction', async () => {
    const scene = await stage.aScene({ offers: 1 });
    const other = await buildOrganisation(stage.database, { kind: 'UNIVERSITY' });
    const refusing = await buildPosting(stage.database, 'OFFER', { organisation: other });
    await stage.database.query('UPDATE posting SET never_match_with = $2 WHERE id = $1', [
      refusing,
      [scene.company],
    ]);
    await life.edit(scene.member, scene.need, { neverMatchWith: [scene.university] });
    await stage.get(PostingService).submit(scene.member, scene.need, 2);
    await stage.settled();
    expect(await stage.matchesOf(scene.need)).toEqual([]);
  });

  it('loses its open matches when it is named, even those that were approved', async () => {
    const { match, member, need, university, researcher } = await stage.anApproval();
    await stage.settled();
    await life.edit(member, need, { neverMatchWith: [university] });
    const answered = stage.get(MatchAnswerService).answer(researcher, match.id, {
      answer: 'INTERESTED',
      reason: null,
      note: null,
    });
    expect(await codeOf(answered)).toBe('CONFLICT');
    await stage.settled();
    expect(await stage.statesOf(need)).toEqual(['WITHDRAWN']);
  });

  it('must be one that the author can know', async () => {
    const { id, member } = await life.aNeed();
    const hidden = await buildOrganisation(stage.database, { verified: false });
    for (const one of [hidden, 'none']) {
      await expect(life.edit(member, id, { neverMatchWith: [one] })).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
        fields: [{ path: 'neverMatchWith.0', problem: 'invalid' }],
      });
    }
  });
});

describe('a posting that is handed over', () => {
  const transfer = async (
    actor: AccountActor,
    id: string,
    organisation: string,
    contact: Partial<Contact> | null = null,
  ): Promise<Posting> => {
    const { version } = await life.rowOf(id);
    const handover = { organisation, contact: contact as Contact | null };
    return stage.get(PostingTransferService).transfer(actor, [id, version], handover);
  };

  it('stays published; what was answered for its former owner introduces nobody', async () => {
    const { match, need, member, researcher } = await stage.anApproval();
    await stage.settled();
    const yes = { answer: 'INTERESTED', reason: null, note: null } as const;
    await stage.get(MatchAnswerService).answer(member, match.id, yes);
    const heir = await buildOrganisation(stage.database, { sector: 'D', sizeClass: 'LARGE' });
    await transfer(stage.coordinator, need, heir);
    expect(await life.rowOf(need)).toMatchObject({ state: 'PUBLISHED', organisation_id: heir });
    const late = stage.get(MatchAnswerService).answer(researcher, match.id, yes);
    expect(await codeOf(late)).toBe('CONFLICT');
    await stage.settled();
    expect(await stage.statesOf(need)).toEqual(['SUGGESTED']);
    const [now] = await stage.matchesOf(need);
    const answers = 'SELECT need_answer, offer_answer FROM match WHERE id = $1';
    expect(await stage.database.query(answers, [now!.id])).toEqual([
      { need_answer: null, offer_answer: null },
    ]);
    const told = `SELECT payload FROM event WHERE name = 'posting.transferred' AND payload->>'to' = $1`;
    expect(await stage.database.query(told, [heir])).toHaveLength(1);
  });

  it('is not matched with what its new owner posted', async () => {
    const { need, university } = await stage.anApproval();
    await transfer(stage.coordinator, need, university);
    await stage.settled();
    expect(await stage.statesOf(need)).toEqual(['WITHDRAWN']);
  });

  it('tells nobody of its new owner by what was released of the former one', async () => {
    const { id, member } = await life.aNeed();
    await stage.database.query(
      `UPDATE posting SET visibility = 'BLINDED', district = 'GOERLITZ' WHERE id = $1`,
      [id],
    );
    const university = await buildOrganisation(stage.database, { kind: 'UNIVERSITY' });
    const researcher = await actorOf(stage.database, 'MEMBER', university);
    const offer = await buildPosting(stage.database, 'OFFER', { organisation: university });
    const [former] = member.organisations;
    const match = await buildMatch(stage.database, { need: id, offer, state: 'INTRODUCED' });
    await stage.database.insert('release', {
      posting_id: id,
      organisation_id: university,
      owner_id: former,
      match_id: match,
    });
    const ownerSeen = async () =>
      (await stage.get(PostingReader).ownersOf(researcher, [id]))[0]?.id;
    expect(await ownerSeen()).toBe(former);
    await transfer(stage.coordinator, id, await buildOrganisation(stage.database));
    expect(await ownerSeen()).toBeUndefined();
  });

  it('keeps from its new owner what the former one had said, and who wrote it', async () => {
    const { id, member } = await life.aNeed();
    await life.edit(member, id, { confidential: 'Der Ofen steht in Halle 3.' });
    await life.edit(member, id, { confidential: 'Gern persönlich.' });
    const organisation = await buildOrganisation(stage.database);
    const heir = await actorOf(stage.database, 'MEMBER', organisation);
    await transfer(stage.coordinator, id, organisation);
    const reader = stage.get(PostingVersionReader);
    const authorsFor = async (actor: AccountActor) =>
      (await reader.of(actor, [id]))[0]?.map(({ authorId }) => authorId);
    expect(await authorsFor(heir)).toEqual([null]);
    expect(await authorsFor(member)).toEqual([]);
    await life.edit(heir, id, { summary: 'Ein Satz.' });
    await life.edit(heir, id, { summary: 'Noch ein Satz.' });
    expect(await authorsFor(heir)).toEqual([heir.accountId, heir.accountId]);
    expect(await life.changesOf(heir, id)).toEqual([[expect.stringMatching(/^summary/)], []]);
    expect(JSON.stringify(await life.changesOf(stage.coordinator, id))).toContain('Halle 3');
  });

  it('to an organisation that is not verified is reviewed again', async () => {
    const { id } = await life.aNeed();
    await transfer(
      stage.coordinator,
      id,
      await buildOrganisation(stage.database, { verified: false }),
    );
    expect(await life.rowOf(id)).toMatchObject({ state: 'SUBMITTED' });
  });

  it('to a contact whom a coordinator names waits for their yes', async () => {
    const { id } = await life.aNeed();
    const heir = await buildOrganisation(stage.database);
    const mail = 'heir@contact.example';
    await transfer(stage.coordinator, id, heir, { name: 'Kim Beispiel', mail });
    expect(await life.rowOf(id)).toMatchObject({ state: 'SUBMITTED' });
    expect(await stage.inbox.mailTo(mail, 'Ist das Ihr Bedarf?')).toBeDefined();
  });

  it('by a member goes to their own organisations only', async () => {
    const { id, organisation } = await life.aNeed();
    const [own, foreign] = [
      await buildOrganisation(stage.database),
      await buildOrganisation(stage.database),
    ];
    const both = await actorOf(stage.database, 'MEMBER', organisation, own);
    expect(await codeOf(transfer(both, id, foreign))).toBe('FORBIDDEN');
    const stranger = await actorOf(stage.database, 'MEMBER', foreign);
    expect(await codeOf(transfer(stranger, id, foreign))).toBe('FORBIDDEN');
    expect(await codeOf(transfer(both, id, organisation))).toBe('BAD_USER_INPUT');
    await transfer(both, id, own);
    expect(await life.rowOf(id)).toMatchObject({ state: 'PUBLISHED', organisation_id: own });
  });

  it('is handed over once, and not when it is over', async () => {
    const { id } = await life.aNeed();
    const heirs = [
      await buildOrganisation(stage.database),
      await buildOrganisation(stage.database),
    ];
    const { version } = await life.rowOf(id);
    const handovers = heirs.map((organisation) =>
      codeOf(
        stage
          .get(PostingTransferService)
          .transfer(stage.coordinator, [id, version], { organisation, contact: null }),
      ),
    );
    expect((await Promise.all(handovers)).sort()).toEqual(['CONFLICT', 'not refused']);
    await stage.database.query(`UPDATE posting SET state = 'CLOSED' WHERE id = $1`, [id]);
    expect(await codeOf(transfer(stage.coordinator, id, heirs[0]!))).toBe('CONFLICT');
  });
});
