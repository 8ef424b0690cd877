import { Field, ID, ObjectType } from '@nestjs/graphql';
import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { Account } from './account.entity.js';
import { Organisation } from './organisation.entity.js';

/** A coordinator vouched for an organisation, or took that back: for coordinators to look up. */
@ObjectType()
@Entity('verification')
@Index(['organisationId', 'at'])
export class Verification {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') organisationId: string;

  /** Whether they vouched; else it was taken back. */
  @Field() @Column('boolean') given: boolean;

  /** How they made sure, or why they took it back. */
  @Field(() => String, { nullable: true }) @Column('text', { nullable: true }) note: string | null;

  /** The mail domains that were in force from then on. */
  @Field(() => [String]) @Column('text', { array: true }) domains: string[];

  @Field(() => Date) @Column({ type: 'timestamptz', precision: 3 }) at: Date;

  /** Null also where that account is gone. */
  @Column('uuid', { nullable: true }) @Index() decidedBy: string | null;

  @ManyToOne(() => Organisation, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'organisation_id' })
  organisation: Relation<Organisation>;

  @ManyToOne(() => Account, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'decided_by' })
  coordinator: Relation<Account>;
}
