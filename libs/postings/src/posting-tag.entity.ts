import { Bounds } from '@wilma/domain';
import { Tag } from '@wilma/taxonomy';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Posting } from './posting.entity.js';

/** A tag on a posting, in the order of the author, weighted from nice to have to essential. */
@Entity('posting_tag')
@Check('ck_posting_tag_weight', 'weight BETWEEN 1 AND 3')
@Check('ck_posting_tag_position', `position BETWEEN 0 AND ${String(Bounds.tags.max - 1)}`)
export class PostingTag {
  @PrimaryColumn('uuid') postingId: string;
  @PrimaryColumn('text') @Index() tagId: string;
  @Column('smallint') weight: number;
  @Column('smallint') position: number;

  @ManyToOne(() => Posting, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'posting_id' })
  posting: Posting;

  @ManyToOne(() => Tag, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'tag_id' })
  tag: Tag;
}
