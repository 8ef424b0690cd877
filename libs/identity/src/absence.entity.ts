import { Field, ID, ObjectType } from '@nestjs/graphql';
import { CalendarDate } from '@wilma/platform';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { Account } from './account.entity.js';

/** Days on which a person is away, both included: nobody asks or reminds them, deadlines wait. */
@ObjectType()
@Entity('absence')
@Check('ck_absence_days', 'from_day <= to_day')
export class Absence {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') @Index() accountId: string;
  @Field(() => CalendarDate) @Column('date') fromDay: string;
  @Field(() => CalendarDate) @Column('date') toDay: string;
  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' }) createdAt: Date;

  @ManyToOne(() => Account, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account: Relation<Account>;
}
