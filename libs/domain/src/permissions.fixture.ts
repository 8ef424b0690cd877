import { expect } from '@jest/globals';
import { type AccountActor, type Actor, SYSTEM, VISITOR } from './actor.js';
import { type Ability, abilityOf, type OrganisationAbility } from './permissions.js';

export const ORGANISATION: readonly OrganisationAbility[] = [
  ...(['read', 'create', 'join', 'post', 'leave', 'verify', 'oversee', 'lead'] as const),
  ...(['seeMembers', 'reachMembers'] as const),
];

export const account = (
  role: 'MEMBER' | 'COORDINATOR' | 'ADMIN',
  ...organisations: string[]
): AccountActor => ({
  kind: 'ACCOUNT',
  accountId: `${role} of ${organisations.join()}`,
  role,
  organisations,
});

/** Who looks. `acme` is the company that posts, `uni` the institute that it is matched with. */
export const viewers = {
  visitor: VISITOR,
  company: account('MEMBER', 'acme'),
  manager: { ...account('MEMBER', 'acme'), manages: ['acme'] },
  stranger: account('MEMBER', 'other'),
  newcomer: account('MEMBER'),
  researcher: account('MEMBER', 'uni'),
  coordinator: account('COORDINATOR'),
  insider: account('COORDINATOR', 'acme'),
  admin: account('ADMIN'),
  link: { kind: 'LINK', matchId: 'match', organisationId: 'acme' },
  contact: { kind: 'CONTACT', postingId: 'posting' },
  elsewhere: { kind: 'CONTACT', postingId: 'another' },
  system: SYSTEM,
} satisfies Record<string, Actor>;
type Viewer = keyof typeof viewers;

/** What each viewer may do, as words; whoever is not named may do nothing. */
export type Expected = Partial<Record<Viewer, string>>;

const words = (text = ''): string[] => text.split(' ').filter(Boolean).sort();

export function expectAll(expected: Expected, allowed: (ability: Ability) => string[]): void {
  for (const [viewer, actor] of Object.entries(viewers)) {
    const found = allowed(abilityOf(actor)).sort();
    expect([viewer, found]).toEqual([viewer, words(expected[viewer as Viewer])]);
  }
}
