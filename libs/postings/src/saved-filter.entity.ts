import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Bounds, PostingKind } from '@wilma/domain';
import { IsLine } from '@wilma/platform';
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
import type { StoredFilter } from './stored-filter.js';

/** A filter of the needs or the offers that somebody keeps under a name, for themselves alone. */
@ObjectType()
@Entity('saved_filter')
export class SavedFilter {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') @Index() accountId: string;

  @Field(() => PostingKind)
  @Column({ type: 'enum', enum: PostingKind, enumName: 'posting_kind' })
  kind: PostingKind;

  @Field() @Column('text') @IsLine(Bounds.filterName) name: string;
  /** As it was when it was saved: what it holds may be gone. */
  @Column('jsonb') filter: StoredFilter;
  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' }) createdAt: Date;

  @ManyToOne(() => Account, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account: Relation<Account>;
}
