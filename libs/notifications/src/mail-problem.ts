import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { MailKind } from '@wilma/domain';
import { MailState } from './outgoing-mail.entity.js';

/** A mail that has not left, as coordinators are shown it: never what is in it. */
@ObjectType()
export class MailProblem {
  @Field(() => ID) id: string;
  @Field(() => MailKind) kind: MailKind;
  @Field(() => MailState, {
    description:
      'REFUSED where the server said no for good, or nothing for days; else it is tried again',
  })
  state: MailState;
  /** The match that it is about. */
  @Field(() => ID, { nullable: true }) matchId: string | null;
  @Field() toName: string;
  @Field() toAddress: string;
  @Field() subject: string;
  /** What the server said, without addresses. */
  @Field(() => String, { nullable: true }) lastError: string | null;
  @Field(() => Int) attempts: number;
  @Field(() => Date) createdAt: Date;
}
