import { Inject, Injectable } from '@nestjs/common';
import { Account, Membership } from '@wilma/identity';
import { Config, Database, type Operator, operatorOf } from '@wilma/platform';
import { Posting } from '@wilma/postings';
import { In } from 'typeorm';
import type { Recipient } from './templates/index.js';

const EXAMPLE = /\bBeispiel\b|\(Beispiel\)/;

/** Reads whom mails and pages about postings are for; contacts need no account. */
@Injectable()
export class ContactReader {
  constructor(
    private readonly database: Database,
    @Inject(Config) private readonly config: Config,
  ) {}

  get operator(): Operator {
    return operatorOf(this.config);
  }

  /** A posting with its contact and its owner's id; null where there is none. */
  posting(id: string): Promise<Posting | null> {
    return this.database.read
      .createQueryBuilder(Posting, 'posting')
      .addSelect([
        'posting.organisationId',
        'posting.confirmation',
        'posting.reviewNote',
        'posting.contact.salutation',
        'posting.contact.academicTitle',
        'posting.contact.name',
        'posting.contact.mail',
        'posting.contact.phone',
      ])
      .where('posting.id = :id', { id })
      .getOne();
  }

  /** A contact with an account is written to in the account's language, others in the posting's. */
  async recipientOf(posting: Posting): Promise<Recipient> {
    const account = await this.accountOf(posting);
    const { name, salutation, academicTitle } = posting.contact;
    return { name, salutation, academicTitle, locale: account?.locale ?? posting.language };
  }

  /** Whether the contact can sign in and act for the owner of the posting. */
  async isMember(posting: Posting): Promise<boolean> {
    const account = await this.accountOf(posting);
    if (account === null) return false;
    const { organisationId } = posting;
    return this.database.read.existsBy(Membership, { accountId: account.id, organisationId });
  }

  accountOf({ contact }: Posting): Promise<Account | null> {
    return this.database.read.findOneBy(Account, { email: In([contact.mail.toLowerCase()]) });
  }
}

/** Whether postings are examples, which mails and pages must say. */
export const areExamples = (...titles: readonly string[]): boolean =>
  EXAMPLE.test(titles.join(' '));
