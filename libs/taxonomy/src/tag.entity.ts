import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Locale, TagState } from '@wilma/domain';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';

export const TagRelationKind = { BROADER: 'BROADER', RELATED: 'RELATED' } as const;
export type TagRelationKind = keyof typeof TagRelationKind;

/** Who says what a tag's words or relations are: what curators changed, files leave alone. */
export const TagKeeper = { FILE: 'FILE', CURATOR: 'CURATOR' } as const;
export type TagKeeper = keyof typeof TagKeeper;
registerEnumType(TagKeeper, { name: 'TagKeeper' });

const keeper = { type: 'enum', enum: TagKeeper, enumName: 'tag_keeper', default: 'FILE' } as const;

@ObjectType()
@Entity('tag')
@Check('ck_tag_merged', `(state = 'MERGED') = (merged_into IS NOT NULL)`)
@Check('ck_tag_merged_into_itself', 'merged_into <> id')
export class Tag {
  /** Readable, since vocabulary and demo data name it. */
  @Field(() => ID) @PrimaryColumn('text') id: string;

  @Field(() => TagState)
  @Column({ type: 'enum', enum: TagState, enumName: 'tag_state', default: TagState.APPROVED })
  state: TagState;

  /** The tag that this one went into; never a merged one itself. */
  @Column('text', { nullable: true }) @Index() mergedInto: string | null;
  @Field(() => Int) @Column('int', { default: 1 }) version: number;
  @Field(() => TagKeeper) @Column(keeper) wordsBy: TagKeeper;
  @Field(() => TagKeeper) @Column(keeper) relationsBy: TagKeeper;

  /** The account that suggested it; null for those of the files, and once the account is gone. */
  @Column('uuid', { nullable: true }) suggestedBy: string | null;
  @Column({ type: 'timestamptz', precision: 3, nullable: true }) suggestedAt: Date | null;

  @ManyToOne(() => Tag, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'merged_into' })
  target: Relation<Tag> | null;
}

/** A word for a tag: one preferred and any synonyms a language. No word means two tags. */
@Entity('tag_label')
@Index('uq_tag_label_text', { synchronize: false })
@Index('uq_tag_label_preferred', ['tagId', 'locale'], { unique: true, where: 'preferred' })
export class TagLabel {
  @PrimaryColumn('text') tagId: string;
  @PrimaryColumn({ type: 'enum', enum: Locale, enumName: 'locale' }) locale: Locale;
  @PrimaryColumn('text') text: string;
  @Column('boolean', { default: false }) preferred: boolean;

  @ManyToOne(() => Tag, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'tag_id' })
  tag: Tag;
}

@Entity('tag_relation')
@Check('ck_tag_relation_self', 'tag_id <> other_id')
export class TagRelation {
  @PrimaryColumn('text') tagId: string;
  @PrimaryColumn('text') @Index() otherId: string;

  @PrimaryColumn({ type: 'enum', enum: TagRelationKind, enumName: 'tag_relation_kind' })
  kind: TagRelationKind;

  @ManyToOne(() => Tag, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'tag_id' })
  tag: Tag;

  @ManyToOne(() => Tag, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'other_id' })
  other: Tag;
}

/** One row: which edition of the vocabulary this is. Every change takes the next number. */
@Entity('vocabulary')
@Check('ck_vocabulary_single', 'id = 1')
export class VocabularyRevision {
  @PrimaryColumn('smallint', { default: 1 }) id: number;
  @Column('int', { default: 1 }) revision: number;
}
