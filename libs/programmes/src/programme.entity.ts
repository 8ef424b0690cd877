import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Bounds, ProgrammeKind, ProgrammeStatus } from '@wilma/domain';
import { CalendarDate, IsLine, IsOneOf, IsText, IsWebAddress, Optional } from '@wilma/platform';
import { Check, Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A funding line, project or initiative that postings and matches count towards in reports. */
@ObjectType()
@Entity('programme')
@Check('ck_programme_period', 'ends_on >= starts_on')
export class Programme {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id: string;

  /** What the file of programmes calls it; null for one that coordinators added. */
  @Column('text', { nullable: true, unique: true }) key: string | null;

  @Field() @Column('text') @IsLine(Bounds.name) name: string;

  @Field()
  @Column({ type: 'text', collation: 'de-x-icu' })
  @IsLine(Bounds.shortName)
  shortName: string;

  @Field(() => ProgrammeKind)
  @Column({ type: 'enum', enum: ProgrammeKind, enumName: 'programme_kind' })
  @IsOneOf(ProgrammeKind)
  kind: ProgrammeKind;

  @Field(() => ProgrammeStatus)
  @Column({
    type: 'enum',
    enum: ProgrammeStatus,
    enumName: 'programme_status',
    default: ProgrammeStatus.UNKNOWN,
  })
  @Optional()
  @IsOneOf(ProgrammeStatus)
  status: ProgrammeStatus;

  /** In the API `description`, in the language that is asked for. */
  @Column('text', { default: '' }) @Optional() @IsText(Bounds.shortText) descriptionDe: string;
  @Column('text', { default: '' }) @Optional() @IsText(Bounds.shortText) descriptionEn: string;

  /** Who runs it. */
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  @Optional()
  @IsLine(Bounds.name)
  operator: string | null;

  /** The day on which somebody last saw that all of this is true. */
  @Field(() => CalendarDate, { nullable: true })
  @Column('date', { nullable: true })
  @Optional()
  checkedOn: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  @Optional()
  @IsWebAddress()
  link: string | null;

  @Field(() => CalendarDate, { nullable: true })
  @Column('date', { nullable: true })
  @Optional()
  startsOn: string | null;

  @Field(() => CalendarDate, { nullable: true })
  @Column('date', { nullable: true })
  @Optional()
  endsOn: string | null;

  /** Whether it is run by whoever runs this service. */
  @Field() @Column('boolean', { default: false }) @Optional() own: boolean;

  @Field(() => Int) @Column('int', { default: 1 }) version: number;

  /** When a coordinator edited it; from then on the file of programmes leaves it alone. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true }) editedAt: Date | null;
}
