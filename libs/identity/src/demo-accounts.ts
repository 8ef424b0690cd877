import { Injectable } from '@nestjs/common';
import type { Role } from '@wilma/domain';
import { Database } from '@wilma/platform';
import { Account } from './account.entity.js';

/** An example account that everybody may use where demo data is loaded. */
export interface DemoAccount {
  readonly email: string;
  readonly password: string;
  readonly role: Role;
}

/** Of every account of the demo data. */
export const DEMO_PASSWORD = 'wilma-demo';

const OFFERED: readonly DemoAccount[] = (
  ['COORDINATOR', 'COMPANY', 'RESEARCHER', 'ADMIN'] as const
).map((role) => ({
  email: `${role.toLowerCase()}@demo.example`,
  password: DEMO_PASSWORD,
  role,
}));

@Injectable()
export class DemoAccounts {
  constructor(private readonly database: Database) {}

  /** One for each role; none where no demo data is loaded. */
  async offered(): Promise<readonly DemoAccount[]> {
    const [first] = OFFERED;
    const isLoaded = await this.database.read.existsBy(Account, { email: first?.email ?? '' });
    return isLoaded ? OFFERED : [];
  }
}
