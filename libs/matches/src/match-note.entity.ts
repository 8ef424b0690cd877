import { Field, ID, ObjectType } from '@nestjs/graphql';
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
import { Match } from './match.entity.js';

/** What a coordinator noted about a match for other coordinators; its sides never see it. */
@ObjectType()
@Entity('match_note')
@Index('ix_match_note_match', ['matchId', 'createdAt'])
export class MatchNote {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') matchId: string;
  @Column('uuid', { nullable: true }) authorId: string | null;
  @Field() @Column('text') text: string;

  @Field(() => Date)
  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt: Date;

  @ManyToOne(() => Match, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'match_id' })
  match: Relation<Match>;

  @ManyToOne(() => Account, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'author_id' })
  author: Relation<Account>;
}
