import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ConfidentialPart } from '@wilma/domain';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/**
 * That somebody of the staff read a part of a posting that not everybody may read; once a day each.
 * Append-only by a trigger. It refers to nothing, so that it outlives what it is about.
 */
@ObjectType()
@Entity('confidential_read')
@Unique(['accountId', 'postingId', 'part', 'day'])
@Index(['postingId', 'day'])
@Index(['at', 'id'])
export class ConfidentialRead {
  @Field(() => ID) @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id: string;
  /** Who read it. */
  @Column('uuid') accountId: string;
  @Column('uuid') postingId: string;
  /** Whose posting it was then. */
  @Column('uuid') organisationId: string;

  @Field(() => ConfidentialPart)
  @Column({ type: 'enum', enum: ConfidentialPart, enumName: 'confidential_part' })
  part: ConfidentialPart;

  /** The day in Berlin. */
  @Column('date') day: string;
  /** When it was read first on that day. */
  @Field() @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' }) at: Date;
}
