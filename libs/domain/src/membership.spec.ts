import { describe, expect, it } from '@jest/globals';
import { departureProblem, type MemberFacts, successorOf } from './membership.js';

const manager = (accountId: string): MemberFacts => ({ accountId, role: 'MANAGER' });
const member = (accountId: string): MemberFacts => ({ accountId, role: 'MEMBER' });

describe('who may leave', () => {
  it.each<[string, MemberFacts[], string, string | null]>([
    ['a member', [manager('ann'), member('bob')], 'bob', null],
    ['the last manager among others', [manager('ann'), member('bob')], 'ann', 'lastManager'],
    ['one of two managers', [manager('ann'), manager('bob'), member('cem')], 'ann', null],
    ['the last person', [manager('ann')], 'ann', null],
    ['the last person, who is no manager', [member('ann')], 'ann', null],
    ['somebody where nobody manages', [member('ann'), member('bob')], 'ann', null],
  ])('%s', (_who, members, leaving, problem) => {
    expect(departureProblem(members, leaving)).toBe(problem);
  });
});

describe('who answers for the postings of who leaves', () => {
  const all = [manager('ann'), member('bob'), manager('cem')];
  const bob = (successor: string | null, acting: string) => ({ leaving: 'bob', successor, acting });
  const ann = (successor: string | null, acting: string) => ({ leaving: 'ann', successor, acting });
  it.each<[string, ReturnType<typeof bob>, string | null | undefined]>([
    ['who was named', bob('cem', 'bob'), 'cem'],
    ['who was named, though no manager', ann('bob', 'ann'), 'bob'],
    ['nobody where a stranger was named', bob('zoe', 'bob'), undefined],
    ['nobody where they name themselves', bob('bob', 'bob'), undefined],
    ['the manager who removes them', bob(null, 'cem'), 'cem'],
    ['the first manager where they leave themselves', bob(null, 'bob'), 'ann'],
    ['another manager', ann(null, 'ann'), 'cem'],
    ['a manager where staff remove them', bob(null, 'staff'), 'ann'],
  ])('%s', (_who, { leaving, ...wishes }, expected) => {
    expect(successorOf(all, leaving, wishes)).toBe(expected);
  });

  it('who joined first where nobody manages', () => {
    const members = [member('ann'), member('bob'), member('cem')];
    expect(successorOf(members, 'ann', { successor: null, acting: 'ann' })).toBe('bob');
  });

  it('nobody where nobody is left', () => {
    const alone = { successor: null, acting: 'ann' };
    expect(successorOf([manager('ann')], 'ann', alone)).toBeNull();
  });
});
