import { describe, expect, it } from '@jest/globals';
import { VISITOR } from './actor.js';
import {
  abilityOf,
  demand,
  type MatchAbility,
  type MatchAccessFacts,
  type PostingAbility,
  type PostingFacts,
} from './permissions.js';
import {
  type MembershipRole,
  type PostingConfirmation,
  PostingState,
  Visibility,
} from './vocabulary.js';
import { account, type Expected, expectAll, ORGANISATION, viewers } from './permissions.fixture.js';

const POSTING: PostingAbility[] = ['read', 'readOwner', 'readContact', 'readConfidential']
  .concat(['edit', 'submit', 'pause', 'resume', 'renew', 'close', 'transfer'])
  .concat(['confirm', 'refuse', 'review', 'attribute'])
  .map((ability) => ability as PostingAbility);
const posting = (
  state: PostingState,
  visibility: Visibility,
  confirmation: PostingConfirmation | null = null,
): PostingFacts => ({
  is: 'Posting',
  id: 'posting',
  organisationId: 'acme',
  state,
  visibility,
  confirmation,
});

const KEEPS = 'edit submit pause resume renew close transfer';
const OWNS = `read readOwner readContact readConfidential ${KEEPS}`;
const READS_ALL = 'read readOwner readContact readConfidential review transfer attribute';
const FOLLOWS_LINK = 'read readOwner readContact confirm refuse renew';
const owner: Expected = { company: OWNS, manager: OWNS, insider: OWNS, contact: FOLLOWS_LINK };
/** Nobody reviews what their own organisation posts. */
const staffAndOwner: Expected = {
  ...owner,
  coordinator: READS_ALL,
  admin: READS_ALL,
  insider: `${OWNS} attribute`,
};
const onBehalf: Expected = { ...owner, coordinator: OWNS, admin: OWNS };
const everybody = (ability: string): Expected => ({
  visitor: ability,
  stranger: ability,
  newcomer: ability,
  researcher: ability,
  link: ability,
  elsewhere: ability,
  system: ability,
});

describe('what one may do to a posting of acme', () => {
  it.each<[string, PostingFacts, Expected]>([
    [
      'published and named: everybody reads it and whose it is',
      posting('PUBLISHED', 'NAMED'),
      { ...everybody('read readOwner'), ...staffAndOwner },
    ],
    [
      'published and blinded: everybody reads it, not whose it is',
      posting('PUBLISHED', 'BLINDED'),
      { ...everybody('read'), ...staffAndOwner },
    ],
    [
      'published for coordinators only: nobody else knows of it',
      posting('PUBLISHED', 'COORDINATORS_ONLY'),
      staffAndOwner,
    ],
    ['a draft: its owner alone knows of it', posting('DRAFT', 'NAMED'), owner],
    ['a blinded draft', posting('DRAFT', 'BLINDED'), owner],
    [
      'a draft that was entered on behalf of a caller: staff keep it like its owner',
      posting('DRAFT', 'NAMED', 'WAITING'),
      onBehalf,
    ],
    [
      'handed in on behalf of a caller',
      posting('SUBMITTED', 'BLINDED', 'CONFIRMED'),
      {
        ...owner,
        coordinator: `${OWNS} review attribute`,
        admin: `${OWNS} review attribute`,
        insider: `${OWNS} attribute`,
      },
    ],
    ['submitted', posting('SUBMITTED', 'NAMED'), staffAndOwner],
    ['sent back', posting('CHANGES_REQUESTED', 'NAMED'), staffAndOwner],
    ['paused', posting('PAUSED', 'NAMED'), staffAndOwner],
    ['expired', posting('EXPIRED', 'BLINDED'), staffAndOwner],
    ['closed', posting('CLOSED', 'NAMED'), staffAndOwner],
  ])('%s', (_what, facts, expected) => {
    expectAll(expected, (ability) => POSTING.filter((action) => ability.can(action, facts)));
  });

  it('never shows more than the posting itself to whoever may not read it', () => {
    for (const state of Object.values(PostingState)) {
      for (const visibility of Object.values(Visibility)) {
        const facts = posting(state, visibility);
        for (const [viewer, actor] of Object.entries(viewers)) {
          const ability = abilityOf(actor);
          const beyond = POSTING.filter((action) => ability.can(action, facts));
          if (!ability.can('read', facts))
            expect([viewer, state, beyond]).toEqual([viewer, state, []]);
        }
      }
    }
  });
});

const MATCH: MatchAbility[] = [
  'read',
  'decide',
  'assign',
  'attribute',
  'start',
  'conclude',
  'suggestMore',
];
const match = (everAsked: boolean): MatchAccessFacts => ({
  is: 'Match',
  needOrganisationId: 'acme',
  offerOrganisationId: 'uni',
  everAsked,
});
const COORDINATES = 'read decide assign attribute start conclude suggestMore';
const staff: Expected = {
  coordinator: COORDINATES,
  admin: COORDINATES,
  insider: 'read assign attribute start conclude suggestMore',
};

describe('what one may do to a match of acme and uni', () => {
  it.each<[string, MatchAccessFacts, Expected]>([
    ['not approved yet: its sides know nothing of it', match(false), staff],
    [
      'once approved: its sides read it and tell what came of it',
      match(true),
      {
        company: 'read start conclude',
        manager: 'read start conclude',
        researcher: 'read start conclude',
        ...staff,
      },
    ],
  ])('%s', (_what, facts, expected) => {
    expectAll(expected, (ability) => MATCH.filter((action) => ability.can(action, facts)));
  });

  it('is decided by nobody who belongs to either side', () => {
    const ofOffer = account('ADMIN', 'other', 'uni');
    const ofNeed = account('COORDINATOR', 'acme');
    for (const actor of [ofOffer, ofNeed]) {
      expect(abilityOf(actor).can('decide', match(false))).toBe(false);
      expect(abilityOf(actor).can('decide', match(true))).toBe(false);
    }
    expect(abilityOf(account('ADMIN', 'other')).can('decide', match(true))).toBe(true);
  });
});

describe('who may answer for acme', () => {
  it.each<[string, string, string, Expected]>([
    [
      'in the match of the link',
      'match',
      'acme',
      { company: '+', manager: '+', insider: '+', link: '+' },
    ],
    ['in another match', 'another', 'acme', { company: '+', manager: '+', insider: '+' }],
    ['for the other side', 'match', 'uni', { researcher: '+' }],
  ])('%s', (_what, matchId, organisationId, expected) => {
    expectAll(expected, (ability) =>
      ability.can('answer', { is: 'MatchSide', matchId, organisationId }) ? ['+'] : [],
    );
  });
});

describe('what one may do to the organisation acme', () => {
  const MEMBER = 'read create join post leave seeMembers';
  const members: Expected = { company: MEMBER, manager: `${MEMBER} lead reachMembers` };
  const STAFF = 'read create join verify post seeMembers reachMembers lead oversee';
  it.each<[string, boolean | undefined, string]>([
    ['verified: is read by everybody signed in', true, 'read create join'],
    ['not verified: is read by its members and staff', false, 'create join'],
    ['not known to be verified: the same', undefined, 'create join'],
  ])('%s; staff verify what is not their own', (_what, isVerified, others) => {
    const facts = {
      is: 'Organisation',
      id: 'acme',
      ...(isVerified === undefined ? {} : { isVerified }),
    } as const;
    expectAll(
      {
        ...members,
        ...{ stranger: others, newcomer: others, researcher: others },
        ...{ coordinator: STAFF, admin: STAFF },
        // Nobody makes themselves the manager of where they belong.
        insider: `${MEMBER} reachMembers oversee`,
      },
      (ability) => ORGANISATION.filter((one) => ability.can(one, facts)),
    );
  });

  it('lets a coordinator who manages it lead it', () => {
    const manages = { ...account('COORDINATOR', 'acme'), manages: ['acme'] };
    expect(abilityOf(manages).can('lead', { is: 'Organisation', id: 'acme' })).toBe(true);
  });

  const ALL = 'invite inviteManager';
  const staff: Expected = { coordinator: ALL, admin: ALL, insider: ALL };
  it.each<[string, boolean | undefined, Expected]>([
    ['not known to be verified: staff invite', undefined, staff],
    ['not verified: staff invite', false, staff],
    ['verified: its members do too', true, { ...staff, company: 'invite', manager: ALL }],
  ])('is, %s', (_what, isVerified, expected) => {
    const facts = {
      is: 'Organisation',
      id: 'acme',
      ...(isVerified === undefined ? {} : { isVerified }),
    } as const;
    expectAll(expected, (ability) =>
      (['invite', 'inviteManager'] as const).filter((one) => ability.can(one, facts)),
    );
  });

  it.each<[MembershipRole, Expected]>([
    ['MEMBER', { company: 'read withdraw', manager: 'read withdraw' }],
    ['MANAGER', { company: 'read', manager: 'read withdraw' }],
  ])('is to see whom it invited as %s, and to take that back', (role, members) => {
    const both = 'read withdraw';
    expectAll({ ...members, coordinator: both, admin: both, insider: both }, (ability) =>
      (['read', 'withdraw'] as const).filter((one) =>
        ability.can(one, { is: 'Invitation', organisationId: 'acme', role }),
      ),
    );
  });
});

describe('what one may do for the vocabulary', () => {
  it('is: suggest for everybody signed in, curate for staff', () => {
    const staff = 'suggest curate';
    expectAll(
      {
        company: 'suggest',
        manager: 'suggest',
        stranger: 'suggest',
        newcomer: 'suggest',
        researcher: 'suggest',
        coordinator: staff,
        insider: staff,
        admin: staff,
      },
      (ability) => (['suggest', 'curate'] as const).filter((one) => ability.can(one, 'Tag')),
    );
  });
});

describe('demand', () => {
  const draft = posting('DRAFT', 'NAMED');
  const blinded = posting('PUBLISHED', 'BLINDED');

  it('passes where the actor may', () => {
    expect(() => demand(viewers.company, 'edit', draft)).not.toThrow();
    expect(() => demand(viewers.link, 'answer', answerIn('match'))).not.toThrow();
  });

  it.each<[string, () => void, string]>([
    ["another's draft", () => demand(viewers.stranger, 'edit', draft), 'NOT_FOUND'],
    ["another's listed posting", () => demand(viewers.stranger, 'edit', blinded), 'FORBIDDEN'],
    ['a visitor', () => demand(VISITOR, 'submit', draft), 'NOT_FOUND'],
    ['a visitor who sees it', () => demand(VISITOR, 'edit', blinded), 'UNAUTHENTICATED'],
    [
      'a match unknown to its side',
      () => demand(viewers.company, 'start', match(false)),
      'NOT_FOUND',
    ],
    ['a match of others', () => demand(viewers.stranger, 'start', match(true)), 'NOT_FOUND'],
    ['an own match', () => demand(viewers.company, 'decide', match(true)), 'FORBIDDEN'],
    [
      'a review of what the own organisation posts',
      () => demand(viewers.insider, 'review', posting('SUBMITTED', 'NAMED')),
      'FORBIDDEN',
    ],
    ['a coordinator inside', () => demand(viewers.insider, 'decide', match(false)), 'FORBIDDEN'],
    ['a link to another match', () => demand(viewers.link, 'answer', answerIn('x')), 'FORBIDDEN'],
    ['a whole kind of subject', () => demand(viewers.company, 'suggestMore', 'Match'), 'FORBIDDEN'],
  ])('refuses %s, and says no more than its actor may see', (_what, work, code) => {
    expect(work).toThrow(expect.objectContaining({ name: 'DomainError', code }));
  });

  function answerIn(matchId: string) {
    return { is: 'MatchSide', matchId, organisationId: 'acme' } as const;
  }
});
