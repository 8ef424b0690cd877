import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type AccountRole,
  badInput,
  Bounds,
  isCleanText,
  type Locale,
  SYSTEM,
} from '@wilma/domain';
import { Database, EventLog, isMail } from '@wilma/platform';
import { Account } from './account.entity.js';
import { Auth } from './auth.js';

type StaffRole = Exclude<AccountRole, 'MEMBER'>;

export interface Appointment {
  readonly email: string;
  /** Needed where there is no account yet. */
  readonly name?: string | undefined;
  readonly locale: Locale;
  readonly role: StaffRole;
}

export interface Appointed {
  readonly account: Account;
  /** Of an account that was made for this; nobody else knows it. */
  readonly password: string | null;
}

const PASSWORD_BYTES = 15;

/** Makes people coordinators and administrators; for operators. */
@Injectable()
export class StaffService {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly auth: Auth,
  ) {}

  /**
   * Gives an account a role, and makes the account where there is none. The same again changes
   * nothing, and an administrator does not become less. @throws DomainError BAD_USER_INPUT
   */
  async appoint({ email, name, locale, role }: Appointment): Promise<Appointed> {
    if (!isMail(email)) throw badInput({ path: 'email', problem: 'badMail' });
    const address = email.toLowerCase();
    const known = await this.database.read.findOneBy(Account, { email: address });
    const password = known === null ? randomBytes(PASSWORD_BYTES).toString('base64url') : null;
    if (password !== null) await this.register(address, name, password);
    const account = await this.database.transaction(async (tx) => {
      const found = await tx.findOneByOrFail(Account, { email: address });
      const columns = {
        role: found.role === 'ADMIN' ? found.role : role,
        ...(password === null ? {} : { locale }),
      };
      await tx.update(Account, { id: found.id }, columns);
      if (columns.role !== found.role) {
        await this.events.record(tx, SYSTEM, 'account.appointed', {
          account: found.id,
          role: columns.role,
        });
      }
      return tx.findOneByOrFail(Account, { id: found.id });
    });
    return { account, password };
  }

  private async register(email: string, name = '', password: string): Promise<void> {
    const { min, max } = Bounds.name;
    if (name.trim().length < min) throw badInput({ path: 'name', problem: 'required' });
    if (name.length > max) throw badInput({ path: 'name', problem: 'tooLong', values: { max } });
    if (!isCleanText(name)) throw badInput({ path: 'name', problem: 'badCharacters' });
    await this.auth.register({ name: name.trim(), email, password });
  }
}
