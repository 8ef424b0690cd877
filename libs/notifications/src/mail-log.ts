import { Injectable } from '@nestjs/common';
import { ArgsType, Field, ObjectType, OmitType } from '@nestjs/graphql';
import { type Actor, demand, MailKind } from '@wilma/domain';
import {
  type Connection,
  Cursors,
  Database,
  IsOneOf,
  Optional,
  page,
  PageArgs,
} from '@wilma/platform';
import { MailProblem } from './mail-problem.js';
import { MailState, OutgoingMail } from './outgoing-mail.entity.js';

/** A mail as administrators look for it: neither its words nor whom exactly it went to. */
@ObjectType()
export class LoggedMail extends OmitType(MailProblem, ['toName', 'toAddress', 'subject']) {
  /** `m…@people.example`: enough to find a mail that somebody misses. */
  @Field() to: string;
  @Field(() => Date, { nullable: true }) sentAt: Date | null;
}

@ArgsType()
export class MailLogArgs extends PageArgs {
  @Field(() => MailState, { nullable: true })
  @Optional()
  @IsOneOf(MailState)
  state?: MailState | null;

  @Field(() => MailKind, { nullable: true })
  @Optional()
  @IsOneOf(MailKind)
  kind?: MailKind | null;
}

/** An address of which only the first letter and the domain are left. */
export const maskedAddress = (address: string): string => address.replace(/^(.)[^@]*(?=@)/u, '$1…');

const SHOWN = [
  'id',
  'kind',
  'state',
  'matchId',
  'toAddress',
  'lastError',
  'attempts',
  'createdAt',
  'sentAt',
] as const satisfies readonly (keyof OutgoingMail)[];

/** Every mail that was to leave. */
@Injectable()
export class MailLog {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** The latest first. @throws DomainError FORBIDDEN */
  async list(actor: Actor, { state, kind, ...args }: MailLogArgs): Promise<Connection<LoggedMail>> {
    demand(actor, 'read', 'MailLog');
    const query = this.database.read
      .createQueryBuilder(OutgoingMail, 'mail')
      .select(SHOWN.map((column) => `mail.${column}`));
    if (state) query.andWhere('mail.state = :state', { state });
    if (kind) query.andWhere('mail.kind = :kind', { kind });
    const newest = { by: 'mail.created_at', direction: 'DESC' } as const;
    const found = await page(query, newest, args, this.cursors);
    return {
      edges: found.edges.map(({ node: { toAddress, ...mail }, cursor }) => ({
        cursor,
        node: { ...mail, to: maskedAddress(toAddress) },
      })),
      pageInfo: found.pageInfo,
      get totalCount() {
        return found.totalCount;
      },
    };
  }
}
