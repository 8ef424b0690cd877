import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { CarriedTag, TagState } from '@wilma/domain';
import { Tag } from '@wilma/taxonomy';
import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
} from 'typeorm';
import { Posting } from './posting.entity.js';

/** A tag that a merge changed, as it was before. */
export interface TagBefore {
  readonly id: string;
  readonly state: TagState;
  /** Tags that went into one of the merged tags earlier follow it. */
  readonly mergedInto: string | null;
}

/** That tags were merged into another, with all that undoing it needs. */
@ObjectType()
@Entity('tag_merge')
export class TagMerge {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text') @Index() intoId: string;
  @Column('jsonb') tags: TagBefore[];
  /** How many postings it touched. */
  @Field(() => Int) @Column('int') postings: number;
  /** The edition of the vocabulary that it made: tells which merge came later. */
  @Column('int') revision: number;
  @Column('uuid', { nullable: true }) actor: string | null;
  @Field(() => Date) @Column({ type: 'timestamptz', precision: 3 }) at: Date;

  @Field(() => Date, { nullable: true })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  undoneAt: Date | null;

  @ManyToOne(() => Tag, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'into_id' })
  into: Tag;
}

/** What a merge did to one posting. */
@Entity('tag_merge_posting')
export class TagMergePosting {
  @PrimaryColumn('uuid') mergeId: string;
  @PrimaryColumn('uuid') @Index() postingId: string;
  @Column('jsonb') before: CarriedTag[];
  @Column('jsonb') after: CarriedTag;

  @ManyToOne(() => TagMerge, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'merge_id' })
  merge: TagMerge;

  @ManyToOne(() => Posting, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'posting_id' })
  posting: Posting;
}
