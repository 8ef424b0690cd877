import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  type AccountActor,
  Answer,
  DomainError,
  type LinkActor,
  RELEASED,
  Side,
  SYSTEM,
} from '@wilma/domain';
import fc from 'fast-check';
import { MatchInMemory, OWNER } from './match-memory.fixture.js';
import { afresh } from './match-review.service.js';

const account = (accountId: string, ...organisations: string[]): AccountActor => ({
  kind: 'ACCOUNT',
  accountId,
  role: organisations.length === 0 ? 'COORDINATOR' : 'MEMBER',
  organisations,
});
const anna = account('anna');
const ben = account('ben');
const of = { NEED: account('nele', OWNER.NEED), OFFER: account('otto', OWNER.OFFER) };

const yes = { answer: 'INTERESTED', reason: null, note: null } as const;
const no = { answer: 'DECLINED', reason: 'TOPIC', note: null } as const;

let memory: MatchInMemory;
beforeEach(() => {
  memory = new MatchInMemory();
});
const at = (): [string, number] => [memory.match.id, memory.match.version];
const names = (): string[] => memory.events.map(({ name }) => name);

const approve = () => memory.review.approve(anna, at(), null);
/** What the worker does when the time to undo is over. */
const ask = () =>
  memory.writer.set(memory.tx, memory.match, { askedAt: memory.now, everAsked: true });
const approveAndAsk = async () => {
  await approve();
  await ask();
};
const answer = (side: Side, given: Parameters<typeof memory.answers.answer>[2]) =>
  memory.answers.answer(of[side], memory.match.id, given);

const system = (action: 'expire' | 'restore' | 'withdraw', columns: object = {}) =>
  memory.writer.step(memory.tx, SYSTEM, { match: memory.match, action, columns });

describe('a match that both sides want', () => {
  it('releases each to the other with the second yes, and tells every step', async () => {
    await approveAndAsk();
    await answer('OFFER', yes);
    expect([memory.match.state, memory.releases]).toEqual(['APPROVED', []]);
    await answer('NEED', yes);
    expect(memory.match).toMatchObject({ state: 'INTRODUCED', deadline: null });
    expect(memory.releases).toMatchObject([
      { postingId: 'need', organisationId: OWNER.OFFER, matchId: memory.match.id },
      { postingId: 'offer', organisationId: OWNER.NEED, matchId: memory.match.id },
    ]);
    expect(names()).toEqual([
      'match.approved',
      'match.answered',
      'match.answered',
      'match.introduced',
    ]);
  });

  it('is the same through links in mails', async () => {
    const link = (side: Side): LinkActor => ({
      kind: 'LINK',
      matchId: memory.match.id,
      organisationId: OWNER[side],
    });
    await approveAndAsk();
    await memory.answers.answer(link('NEED'), memory.match.id, yes);
    await memory.answers.answer(link('OFFER'), memory.match.id, yes);
    expect(memory.match.state).toBe('INTRODUCED');
  });

  it('releases nothing when one of them declines, and remembers why', async () => {
    await approveAndAsk();
    await answer('NEED', yes);
    await answer('OFFER', no);
    expect(memory.match).toMatchObject({ state: 'DECLINED', declineReason: 'TOPIC' });
    expect(memory.releases).toEqual([]);
    expect(memory.events.at(-1)).toEqual({
      name: 'match.declined',
      payload: { match: memory.match.id, side: 'OFFER', reason: 'TOPIC', round: 1 },
    });
  });
});

describe('a yes of an earlier round', () => {
  it.each<[string, 'expire' | 'withdraw', () => Promise<unknown>]>([
    ['was asked again', 'expire', () => memory.review.askAgain(anna, at())],
    ['came back', 'withdraw', () => system('restore', afresh(memory.now)).then(approve)],
  ])('counts for nothing once the match %s', async (_how, over, again) => {
    await approveAndAsk();
    await answer('NEED', yes);
    await system(over);
    await again();
    await ask();
    await answer('OFFER', yes);
    expect(memory.match).toMatchObject({ state: 'APPROVED', needAnswer: null });
    expect(memory.releases).toEqual([]);
  });
});

describe('an answer', () => {
  it('waits until the sides were asked: before that the approval may be undone', async () => {
    await approve();
    await expect(answer('NEED', yes)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await ask();
    await answer('NEED', yes);
    expect(memory.match.needAnswer).toBe('INTERESTED');
  });

  it('is not given away by a new version of the match', async () => {
    await approveAndAsk();
    const { version } = memory.match;
    await answer('NEED', yes);
    expect(memory.match).toMatchObject({ needAnswer: 'INTERESTED', version });
  });

  it('through a link of an earlier round counts for nothing', async () => {
    await approveAndAsk();
    const late = { ...yes, round: memory.match.round - 1 };
    await expect(answer('NEED', late)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(memory.match.needAnswer).toBeNull();
  });

  it.each([
    ['no reason', { answer: 'DECLINED', reason: null, note: null }, 'reason'],
    ['no text to the reason OTHER', { answer: 'DECLINED', reason: 'OTHER', note: ' ' }, 'note'],
    ['no text to a question', { answer: 'QUESTION', reason: null, note: null }, 'note'],
  ] as const)('is refused with %s', async (_what, given, path) => {
    await approveAndAsk();
    await expect(async () => answer('NEED', given)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path }],
    });
    expect(memory.match.needAnswer).toBeNull();
  });

  it('is for the sides: who looks on is told so, others hear of no match', async () => {
    const by = (actor: AccountActor | LinkActor) => memory.answers.answer(actor, 'id', yes);
    const stranger = account('sven', 'other');
    const otherMatch = { kind: 'LINK', matchId: 'x', organisationId: OWNER.NEED } as const;
    await expect(by(of.NEED)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await approveAndAsk();
    await expect(by(anna)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(by(stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(by(otherMatch)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a decision', () => {
  it('that was undone leaves no trace for the sides', async () => {
    for (let times = 0; times < 3; times += 1) {
      await approve();
      await memory.review.undo(anna, at());
      expect(memory.match).toMatchObject({ state: 'SUGGESTED', everAsked: false });
    }
  });

  it('asks anew with each approval, so that what belongs to an earlier one is void', async () => {
    await approve();
    await memory.review.undo(anna, at());
    await approve();
    const approvals = memory.events.filter(({ name }) => name === 'match.approved');
    expect(approvals.map(({ payload }) => payload)).toEqual([
      { match: memory.match.id, round: 1 },
      { match: memory.match.id, round: 2 },
    ]);
    expect(memory.match.round).toBe(2);
  });

  it('that is stale changes nothing', async () => {
    const stale = at();
    await approve();
    await expect(
      memory.review.dismiss(ben, stale, { reason: 'TOPIC', note: null }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(memory.match.state).toBe('APPROVED');
  });

  it('is none of a coordinator who belongs to a side', async () => {
    const inside: AccountActor = { ...anna, organisations: [OWNER.OFFER] };
    await expect(memory.review.approve(inside, at(), null)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('dismisses for another reason only with a text, snoozes only into the future', async () => {
    const other = { reason: 'OTHER', note: null } as const;
    await expect(async () => memory.review.dismiss(anna, at(), other)).rejects.toMatchObject({
      fields: [{ path: 'note' }],
    });
    await expect(async () => memory.review.snooze(anna, at(), memory.now)).rejects.toMatchObject({
      fields: [{ path: 'until' }],
    });
  });
});

describe('any sequence of what people and time do to a match', () => {
  const person = fc.constantFrom(anna, ben);
  const side = fc.constantFrom(...Object.values(Side));
  type Act = readonly [name: string, run: () => Promise<unknown>, hear: (yes: Set<Side>) => void];

  const clear = (said: Set<Side>): void => said.clear();
  const decide = (name: 'approve' | 'askAgain' | 'undo', actor: AccountActor): Act => [
    `${name} ${actor.accountId}`,
    () =>
      name === 'approve'
        ? memory.review.approve(actor, at(), null)
        : memory.review[name](actor, at()),
    clear,
  ];
  const askBoth: Act = [
    'ask',
    async () => {
      if (memory.match.state !== 'APPROVED' || memory.match.askedAt !== null) {
        throw new DomainError('CONFLICT', 'nobody to ask');
      }
      await ask();
    },
    () => undefined,
  ];
  const say = (which: Side, given: Answer): Act => [
    `${which} ${given}`,
    () => answer(which, { answer: given, reason: 'TOPIC', note: 'Warum?' }),
    (said) => (given === 'INTERESTED' ? said.add(which) : said.delete(which)),
  ];

  const anyDecision = fc
    .tuple(fc.constantFrom('approve', 'askAgain', 'undo'), person)
    .map(([name, actor]) => decide(name, actor));
  const anyAnswer = fc
    .tuple(side, fc.constantFrom(...Object.values(Answer)))
    .map(([which, given]) => say(which, given));
  const anyTakingBack = side.map((which): Act => [
    `${which} takes back`,
    () => memory.answers.takeBack(of[which], memory.match.id),
    (said) => said.delete(which),
  ]);
  const anyReply = side.map((which): Act => [
    `question of ${which} is answered`,
    () => memory.questions.answer(anna, at(), { side: which, text: 'Ja.' }),
    () => undefined,
  ]);
  const anyStepOfTime = fc.constantFrom<Act[]>(
    ['expire', () => system('expire', { deadline: null }), () => undefined],
    ['withdraw', () => system('withdraw', { deadline: null }), () => undefined],
    ['restore', () => system('restore', afresh(memory.now)), clear],
  );
  const anyAct = fc.oneof(
    { weight: 2, arbitrary: person.map((actor) => decide('approve', actor)) },
    { weight: 3, arbitrary: fc.constant(askBoth) },
    { weight: 4, arbitrary: side.map((which) => say(which, 'INTERESTED')) },
    { weight: 2, arbitrary: anyDecision },
    { weight: 1, arbitrary: anyAnswer },
    { weight: 1, arbitrary: anyTakingBack },
    { weight: 1, arbitrary: anyReply },
    { weight: 2, arbitrary: anyStepOfTime },
  );

  it('introduces exactly when both said yes after the last approval and neither took it back', async () => {
    let introductions = 0;
    const acts = fc.array(anyAct, { maxLength: 30, size: 'max' });
    await fc.assert(
      fc.asyncProperty(acts, async (life) => {
        memory = new MatchInMemory();
        const said = new Set<Side>();
        for (const [name, run, hear] of life) {
          const accepted = await run().then(
            () => true,
            (error: unknown) => {
              if (error instanceof DomainError && error.code !== 'BAD_USER_INPUT') return false;
              throw error;
            },
          );
          if (accepted) hear(said);
          const isReleased = RELEASED.includes(memory.match.state);
          const both = said.size === 2;
          expect([name, isReleased, memory.releases.length]).toEqual([name, both, both ? 2 : 0]);
        }
        if (RELEASED.includes(memory.match.state)) introductions += 1;
      }),
      { numRuns: 300 },
    );
    expect(introductions).toBeGreaterThan(20);
  });
});
