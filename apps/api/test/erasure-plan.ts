import type { Person } from '@wilma/testing';

const PLAN = `requestedAt dueAt latestAt holds { kind about count }
  estates { organisation successor postings }`;
export const MINE = `{ plan: myErasure { ${PLAN} } }`;
export const REQUEST = `mutation { plan: requestErasure { ${PLAN} } }`;
export const CANCEL = `mutation { plan: cancelErasure { ${PLAN} } }`;

/** What is told of one's erasure. */
export interface Plan {
  readonly requestedAt: string | null;
  readonly dueAt: string;
  readonly latestAt: string;
  readonly holds: readonly { kind: string; about: string; count: number }[];
  readonly estates: readonly { organisation: string; successor: string | null; postings: number }[];
}

export const planOf = async (person: Person, operation = MINE): Promise<Plan> =>
  (await person.ask(operation)).plan as Plan;
