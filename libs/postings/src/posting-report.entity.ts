import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ReportReason } from '@wilma/domain';
import { Account } from '@wilma/identity';
import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { Posting } from './posting.entity.js';

/** Somebody thinks that a public posting should not be there; coordinators look into it. */
@ObjectType()
@Entity('posting_report')
@Index('uq_posting_report_open', ['postingId', 'reporterId'], {
  unique: true,
  where: 'handled_at IS NULL',
})
@Index('ix_posting_report_created', ['createdAt', 'id'])
@Index('ix_posting_report_waiting', ['createdAt', 'id'], { where: 'handled_at IS NULL' })
export class PostingReport {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') postingId: string;
  /** Null once the account is gone. */
  @Column('uuid', { nullable: true }) @Index() reporterId: string | null;

  @Field(() => ReportReason)
  @Column({ type: 'enum', enum: ReportReason, enumName: 'report_reason' })
  reason: ReportReason;
  @Field() @Column('text') text: string;

  @Field(() => Date)
  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @Field(() => Date, { nullable: true })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  handledAt: Date | null;
  /** What a coordinator did about it. */
  @Field(() => String, { nullable: true }) @Column('text', { nullable: true }) note: string | null;

  @ManyToOne(() => Posting, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'posting_id' })
  posting: Relation<Posting>;

  @ManyToOne(() => Account, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'reporter_id' })
  reporter: Relation<Account>;
}
