import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { AccountRole, Locale, Salutation } from '@wilma/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A person's account: better-auth's user row, which it writes and migrates; here it is read, and
 * foreign keys point at it.
 */
@ObjectType()
@Entity({ schema: 'auth', name: 'user', synchronize: false })
export class Account {
  @Field(() => ID) @PrimaryColumn('uuid') id: string;
  @Field() @Column('text') name: string;
  @Column('text') email: string;
  @Column('boolean', { name: 'emailVerified' }) emailVerified: boolean;
  @Column('text') role: AccountRole;
  @Column('text') locale: Locale;
  @Column('text') salutation: Salutation;
  @Column('text', { name: 'academicTitle', nullable: true }) academicTitle: string | null;
  /** Open questions they want to have at most; null where the rule for their role holds. */
  @Column('int', { name: 'openQuestionsLimit', nullable: true })
  openQuestionsLimit: number | null;
}
