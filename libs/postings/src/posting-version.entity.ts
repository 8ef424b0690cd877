import { Account } from '@wilma/identity';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { PostingContent } from './posting-content.js';
import { Posting } from './posting.entity.js';

/** What a posting said while it was published or reviewed, kept when it is about to change. */
@Entity('posting_version')
export class PostingVersion {
  @PrimaryColumn('uuid') postingId: string;
  @PrimaryColumn('int') version: number;
  @Column('jsonb') content: PostingContent;
  /** When and by whom this was written. */
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
  @Column('uuid', { nullable: true }) authorId: string | null;

  @ManyToOne(() => Posting, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'posting_id' })
  posting: Relation<Posting>;

  @ManyToOne(() => Account, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'author_id' })
  author: Relation<Account>;
}
