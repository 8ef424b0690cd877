import { describe, expect, it } from '@jest/globals';
import {
  accountIdOf,
  type Actor,
  isStaff,
  organisationsOf,
  OrganisationKind,
  roleOf,
  SYSTEM,
  VISITOR,
} from './index.js';

const account = (role: 'MEMBER' | 'COORDINATOR' | 'ADMIN'): Actor => ({
  kind: 'ACCOUNT',
  accountId: 'account',
  role,
  organisations: ['acme', 'uni'],
});
const link: Actor = { kind: 'LINK', matchId: 'match', organisationId: 'acme' };

describe('actors', () => {
  it.each<[string, Actor, [staff: boolean, account: string | null, organisations: string[]]]>([
    ['a member', account('MEMBER'), [false, 'account', ['acme', 'uni']]],
    ['a coordinator', account('COORDINATOR'), [true, 'account', ['acme', 'uni']]],
    ['an administrator', account('ADMIN'), [true, 'account', ['acme', 'uni']]],
    ['somebody with a link', link, [false, null, ['acme']]],
    ['the worker', SYSTEM, [false, null, []]],
    ['a visitor', VISITOR, [false, null, []]],
  ])('%s', (_who, actor, expected) => {
    expect([isStaff(actor), accountIdOf(actor), organisationsOf(actor)]).toEqual(expected);
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
