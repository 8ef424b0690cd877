import type { AccountRole, Locale } from '@wilma/domain';
import { StaffService } from '@wilma/identity';
import { Config } from '@wilma/platform';
import { withFeatures } from './features.js';

export interface CoordinatorOptions {
  readonly name?: string | undefined;
  readonly locale: Locale;
  readonly role: Exclude<AccountRole, 'MEMBER'>;
}

/**
 * Makes somebody a coordinator; an account that exists keeps its password, whoever has none gets
 * one that is shown once. @throws DomainError BAD_USER_INPUT
 */
export const createCoordinator = (email: string, options: CoordinatorOptions): Promise<void> =>
  withFeatures(async (app) => {
    const { account, password } = await app.get(StaffService).appoint({ ...options, email });
    console.log(`${account.email} is ${account.role}`);
    if (password === null) return;
    const { publicUrl } = app.get<Config>(Config);
    console.log(`password, shown this once: ${password}`);
    console.log(`sign in at ${publicUrl}/sign-in`);
  });
