import { Field, ID, ObjectType } from '@nestjs/graphql';
import { NotificationKind } from '@wilma/domain';
import { Account, Organisation } from '@wilma/identity';
import { Match } from '@wilma/matches';
import { Posting } from '@wilma/postings';
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

/**
 * Tells one account in the app what happened. Holds no text: who reads it sees of its posting,
 * match or organisation what they may see at that moment, in their language.
 */
@ObjectType()
@Entity('notification')
@Unique(['accountId', 'occasion'])
@Check('ck_notification_subject', 'num_nonnulls(posting_id, match_id, organisation_id) = 1')
@Index(['accountId', 'createdAt', 'id'])
@Index('ix_notification_unread', ['accountId'], { where: 'read_at IS NULL' })
export class Notification {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id: string;

  @Column('uuid') accountId: string;

  @Field(() => NotificationKind)
  @Column({ type: 'enum', enum: NotificationKind, enumName: 'notification_kind' })
  kind: NotificationKind;

  @Column('uuid', { nullable: true }) @Index() postingId: string | null;
  @Column('uuid', { nullable: true }) @Index() matchId: string | null;
  @Column('uuid', { nullable: true }) @Index() organisationId: string | null;

  /** What happened, and which time of it: nobody is told of it twice. */
  @Column('text') occasion: string;

  @Field(() => Date)
  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  @Index()
  createdAt: Date;

  @Field(() => Date, { nullable: true })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  readAt: Date | null;

  @ManyToOne(() => Account, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account: Relation<Account>;

  @ManyToOne(() => Posting, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'posting_id' })
  posting: Relation<Posting>;

  @ManyToOne(() => Match, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'match_id' })
  match: Relation<Match>;

  @ManyToOne(() => Organisation, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'organisation_id' })
  organisation: Relation<Organisation>;
}
