import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Locale, TagState } from '@wilma/domain';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

export const TagRelationKind = { BROADER: 'BROADER', RELATED: 'RELATED' } as const;
export type TagRelationKind = keyof typeof TagRelationKind;

@ObjectType()
@Entity('tag')
export class Tag {
  /** Readable, since vocabulary and demo data name it. */
  @Field(() => ID) @PrimaryColumn('text') id: string;

  @Field(() => TagState)
  @Column({ type: 'enum', enum: TagState, enumName: 'tag_state', default: TagState.APPROVED })
  state: TagState;
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
