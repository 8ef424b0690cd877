import { randomUUID } from 'node:crypto';
import { hashSync } from '@node-rs/argon2';
import type { AccountRole, Locale, Salutation } from '@wilma/domain';
import type { TestDatabase } from './test-database.js';

/** The password of every account that tests build. */
export const PASSWORD = 'only-for-tests';
const PASSWORD_HASH = hashSync(PASSWORD, { memoryCost: 1024, timeCost: 1, parallelism: 1 });

export interface AccountPlan {
  readonly email: string;
  readonly name: string;
  readonly role: AccountRole;
  readonly locale: Locale;
  readonly salutation: Salutation;
  readonly academicTitle: string | null;
  readonly openQuestionsLimit: number | null;
  /** Ids of the organisations that the account belongs to, the acting one first. */
  readonly organisations: readonly string[];
}

export interface BuiltAccount extends AccountPlan {
  readonly id: string;
}

/** An account that can sign in with {@link PASSWORD}. */
export async function buildAccount(
  database: TestDatabase,
  plan: Partial<AccountPlan> = {},
): Promise<BuiltAccount> {
  const account: AccountPlan = {
    email: `${randomUUID()}@people.example`,
    name: 'Toni Beispiel',
    role: 'MEMBER',
    locale: 'de',
    salutation: 'NONE',
    academicTitle: null,
    openQuestionsLimit: null,
    organisations: [],
    ...plan,
  };
  const { organisations, ...columns } = account;
  const id = await database.insert('auth."user"', { ...columns, emailVerified: true });
  const now = new Date();
  await database.insert('auth.credential', {
    accountId: id,
    providerId: 'credential',
    userId: id,
    password: PASSWORD_HASH,
    updatedAt: now,
  });
  for (const [index, organisation] of organisations.entries()) {
    await database.insert('membership', {
      account_id: id,
      organisation_id: organisation,
      created_at: new Date(now.getTime() + index),
    });
  }
  return { id, ...account };
}
