import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Locale, MembershipRole } from '@wilma/domain';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
  Unique,
} from 'typeorm';
import { Account } from './account.entity.js';
import { Organisation } from './organisation.entity.js';

/**
 * Somebody was asked by mail to act for an organisation. Each organisation asks an address once; it
 * hears nothing more unless the person agrees, or asks staff to be invited again.
 */
@ObjectType()
@Entity('invitation')
@Unique(['organisationId', 'email'])
@Check('ck_invitation_accepted', 'accepted_by IS NULL OR accepted_at IS NOT NULL')
@Index(['organisationId', 'createdAt'])
@Index(['invitedBy', 'createdAt'])
@Index(['expiresAt'])
export class Invitation {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id: string;

  @Column('uuid') organisationId: string;

  /** In lower case. */
  @Field() @Column('text') email: string;

  @Field(() => MembershipRole)
  @Column({ type: 'enum', enum: MembershipRole, enumName: 'membership_role' })
  role: MembershipRole;

  /** In which the mail is written: that of whoever invites. */
  @Column({ type: 'enum', enum: Locale, enumName: 'locale' }) locale: Locale;

  @Column('uuid', { nullable: true }) invitedBy: string | null;
  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' }) createdAt: Date;

  /** Withdrawn, it ends at once. */
  @Field(() => Date) @Column({ type: 'timestamptz', precision: 3 }) expiresAt: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true }) acceptedAt: Date | null;
  /** Null also where that account is gone. */
  @Column('uuid', { nullable: true }) acceptedBy: string | null;

  @ManyToOne(() => Organisation, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'organisation_id' })
  organisation: Relation<Organisation>;

  @ManyToOne(() => Account, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'invited_by' })
  inviter: Relation<Account>;

  @ManyToOne(() => Account, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'accepted_by' })
  acceptor: Relation<Account>;
}
