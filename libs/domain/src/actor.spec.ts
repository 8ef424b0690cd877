import { describe, expect, it } from '@jest/globals';
import {
  type AccountActor,
  accountIdOf,
  managedBy,
  type Actor,
  isStaff,
  organisationsOf,
  roleOf,
  SYSTEM,
  VISITOR,
} from './actor.js';
import { OrganisationKind } from './vocabulary.js';

const account = (role: 'MEMBER' | 'COORDINATOR' | 'ADMIN'): AccountActor => ({
  kind: 'ACCOUNT',
  accountId: 'account',
  role,
  organisations: ['acme', 'uni'],
});
const contact: Actor = { kind: 'CONTACT', postingId: 'posting' };
const link: Actor = { kind: 'LINK', matchId: 'match', organisationId: 'acme' };

describe('actors', () => {
  it.each<[string, Actor, [staff: boolean, account: string | null, organisations: string[]]]>([
    ['a member', account('MEMBER'), [false, 'account', ['acme', 'uni']]],
    ['a coordinator', account('COORDINATOR'), [true, 'account', ['acme', 'uni']]],
    ['an administrator', account('ADMIN'), [true, 'account', ['acme', 'uni']]],
    ['somebody with a link', link, [false, null, ['acme']]],
    ['the contact of a posting', contact, [false, null, []]],
    ['the worker', SYSTEM, [false, null, []]],
    ['a visitor', VISITOR, [false, null, []]],
  ])('%s', (_who, actor, expected) => {
    expect([isStaff(actor), accountIdOf(actor), organisationsOf(actor)]).toStrictEqual(expected);
  });

  it('manage what their account manages, and nothing by a link', () => {
    expect(managedBy({ ...account('MEMBER'), manages: ['acme'] })).toEqual(['acme']);
    for (const actor of [account('ADMIN'), link, contact, SYSTEM, VISITOR]) {
      expect(managedBy(actor)).toStrictEqual([]);
    }
  });

  it('are the worker and a visitor by their kinds', () => {
    expect([SYSTEM, VISITOR]).toEqual([{ kind: 'SYSTEM' }, { kind: 'VISITOR' }]);
  });
});

describe('roleOf', () => {
  it('makes a member a researcher or a company by the acting organisation', () => {
    const roles = Object.values(OrganisationKind).map((kind) => [kind, roleOf('MEMBER', kind)]);
    expect(Object.fromEntries(roles)).toEqual({
      COMPANY: 'COMPANY',
      UNIVERSITY: 'RESEARCHER',
      RESEARCH_INSTITUTE: 'RESEARCHER',
      PUBLIC_BODY: 'COMPANY',
      NETWORK: 'COMPANY',
    });
    expect(roleOf('MEMBER', null)).toBe('COMPANY');
  });

  it('leaves staff what they are, wherever they belong', () => {
    expect(roleOf('COORDINATOR', 'UNIVERSITY')).toBe('COORDINATOR');
    expect(roleOf('ADMIN', null)).toBe('ADMIN');
  });
});
