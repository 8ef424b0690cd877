import { describe, expect, it } from '@jest/globals';
import { abilityOf, demand, type MatchAbility, overseesMatches } from './permissions.js';
import { account, type Expected, expectAll, viewers } from './permissions.fixture.js';

const STAFF = ['coordinator', 'insider', 'admin'];
const forStaff = (abilities: string): Expected =>
  Object.fromEntries(STAFF.map((viewer) => [viewer, abilities]));

describe('what one may do to an account', () => {
  it('is: look at and change what is their own', () => {
    const own = { is: 'Account', id: 'MEMBER of acme' } as const;
    const both = 'read change';
    expectAll({ company: both, manager: both }, (ability) =>
      (['read', 'change'] as const).filter((one) => ability.can(one, own)),
    );
  });
});

describe('what is for coordinators', () => {
  it('is: what they note and see of matches', () => {
    const abilities: MatchAbility[] = ['oversee', 'annotate'];
    const match = {
      is: 'Match',
      needOrganisationId: 'acme',
      offerOrganisationId: 'uni',
      everAsked: true,
    } as const;
    expectAll(forStaff('oversee annotate'), (ability) =>
      abilities.filter((one) => ability.can(one, match)),
    );
    const overseers = Object.entries(viewers).filter(([, actor]) => overseesMatches(actor));
    expect(overseers.map(([viewer]) => viewer).sort()).toEqual(STAFF.toSorted());
  });

  it('is: what the matching has learnt', () => {
    expectAll(forStaff('read activate'), (ability) =>
      (['read', 'activate'] as const).filter((one) => ability.can(one, 'MatchingModel')),
    );
  });

  it('is: programmes, absences and mails', () => {
    expectAll(forStaff('edit'), (ability) => (ability.can('edit', 'Programme') ? ['edit'] : []));
    expectAll(forStaff('Absence Mail'), (ability) =>
      (['Absence', 'Mail'] as const).filter((subject) => ability.can('read', subject)),
    );
  });
});

describe('what is for operators', () => {
  it('is: what the worker could not do, and who read what', () => {
    const all = 'read retry audit';
    expectAll({ admin: all, system: all }, (ability) => [
      ...(['read', 'retry'] as const).filter((one) => ability.can(one, 'Job')),
      ...(ability.can('read', 'Audit') ? ['audit'] : []),
    ]);
  });
});

describe('somebody whose address nobody has confirmed', () => {
  const unconfirmed = abilityOf({ ...account('MEMBER', 'acme'), isUnconfirmed: true });
  const confirmed = abilityOf({ ...account('MEMBER', 'acme'), isUnconfirmed: false });

  it('founds and joins nothing and suggests no tags, but keeps what is theirs', () => {
    for (const [ability, may] of [
      [unconfirmed, false],
      [confirmed, true],
    ] as const) {
      expect(ability.can('create', 'Organisation')).toBe(may);
      expect(ability.can('join', 'Organisation')).toBe(may);
      expect(ability.can('suggest', 'Tag')).toBe(may);
      expect(ability.can('post', { is: 'Organisation', id: 'acme' })).toBe(true);
    }
  });
});

describe('any viewer', () => {
  it('may do nothing to what no rule names', () => {
    for (const [viewer, actor] of Object.entries(viewers)) {
      const ability = abilityOf(actor);
      const actions = ability.rules.flatMap(({ action }) => action);
      const unknown = { is: 'Whatever' } as never;
      const allowed = actions.filter((action) => ability.can(action as 'read', unknown));
      expect([viewer, allowed]).toEqual([viewer, []]);
    }
  });

  it('is refused a kind of subject that they do not see, without being told that there is none', () => {
    const curate = (viewer: keyof typeof viewers) => () => demand(viewers[viewer], 'curate', 'Tag');
    expect(curate('company')).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }));
    expect(curate('visitor')).toThrow(expect.objectContaining({ code: 'UNAUTHENTICATED' }));
    expect(curate('coordinator')).not.toThrow();
  });
});
