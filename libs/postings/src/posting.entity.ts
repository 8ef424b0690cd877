import { Field, ID, Int, InterfaceType } from '@nestjs/graphql';
import {
  Bounds,
  CooperationForm,
  District,
  Locale,
  PostingConfirmation,
  PostingKind,
  PostingState,
  SizeClass,
  Visibility,
} from '@wilma/domain';
import { Account, Organisation } from '@wilma/identity';
import { Programme } from '@wilma/programmes';
import {
  AreOneOf,
  CalendarDate,
  IsLine,
  IsOneOf,
  IsText,
  IsWithin,
  Optional,
} from '@wilma/platform';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
  TableInheritance,
} from 'typeorm';
import { Contact } from './contact.js';

/**
 * What needs and offers share: one table, one GraphQL interface, one set of rules for input. The
 * owner, the contact and the confidential text are not selected with the rest: a request that may
 * not see them does not load them.
 */
@InterfaceType()
@Entity('posting')
@TableInheritance({
  column: { name: 'kind', type: 'enum', enum: PostingKind, enumName: 'posting_kind' },
})
@Check('ck_posting_trl', 'trl BETWEEN 1 AND 9 AND target_trl BETWEEN 1 AND 9')
@Check('ck_posting_period', 'ends_on >= starts_on')
@Check('ck_posting_blinded', `visibility <> 'BLINDED' OR district IS NOT NULL`)
@Check('ck_posting_published', `state NOT IN ('PUBLISHED', 'PAUSED') OR published_at IS NOT NULL`)
@Check(
  'ck_posting_need_only',
  `kind = 'NEED' OR (tried IS NULL AND goal IS NULL AND urgency IS NULL AND budget IS NULL AND target_trl IS NULL)`,
)
@Check(
  'ck_posting_offer_only',
  `kind = 'OFFER' OR (offer_kind IS NULL AND evidence IS NULL AND orcid IS NULL AND dois IS NULL)`,
)
@Check(
  'ck_posting_confirmed',
  `state NOT IN ('PUBLISHED', 'PAUSED', 'EXPIRED') OR confirmation IS NULL OR confirmation = 'CONFIRMED'`,
)
@Check('ck_posting_contact', 'contact_name IS NOT NULL AND contact_mail IS NOT NULL')
@Index('ix_posting_listed', ['kind', 'state', 'id'])
export abstract class Posting {
  /** Version 4: an id tells nothing of when it was made. */
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id: string;

  @Column({ type: 'enum', enum: PostingKind, enumName: 'posting_kind', update: false })
  readonly kind: PostingKind;

  @Field() @Column('text') @IsLine(Bounds.title) title: string;

  @Field()
  @Column('text', { default: '' })
  @Optional()
  @IsLine({ max: Bounds.summary.max })
  summary: string;

  @Field() @Column('text', { default: '' }) @Optional() @IsText(Bounds.text) description: string;

  /** Read by coordinators and, after an introduction, by the other side where the author agreed. */
  @Column('text', { nullable: true, select: false })
  @Field(() => String, { nullable: true })
  @Optional()
  @IsText(Bounds.text)
  confidential: string | null;

  @Field(() => Locale)
  @Column({ type: 'enum', enum: Locale, enumName: 'locale', default: Locale.de })
  @Optional()
  @IsOneOf(Locale)
  language: Locale;

  @Field(() => [CooperationForm])
  @Column({
    type: 'enum',
    enum: CooperationForm,
    enumName: 'cooperation_form',
    array: true,
    default: '{}',
  })
  @Optional()
  @AreOneOf(CooperationForm)
  cooperationForms: CooperationForm[];

  @Field(() => Int, { nullable: true })
  @Column('smallint', { nullable: true })
  @Optional()
  @IsWithin(Bounds.trl.min, Bounds.trl.max)
  trl: number | null;

  @Field(() => District, { nullable: true })
  @Column({ type: 'enum', enum: District, enumName: 'district', nullable: true })
  @Optional()
  @IsOneOf(District)
  district: District | null;

  @Field(() => CalendarDate, { nullable: true })
  @Column('date', { nullable: true })
  @Optional()
  startsOn: string | null;

  @Field(() => CalendarDate, { nullable: true })
  @Column('date', { nullable: true })
  @Optional()
  endsOn: string | null;

  @Field(() => Visibility)
  @Column({ type: 'enum', enum: Visibility, enumName: 'visibility', default: Visibility.NAMED })
  @Optional()
  @IsOneOf(Visibility)
  visibility: Visibility;

  @Field(() => PostingState)
  @Column({
    type: 'enum',
    enum: PostingState,
    enumName: 'posting_state',
    default: PostingState.DRAFT,
  })
  state: PostingState;

  @Field(() => Int) @Column('int', { default: 1 }) version: number;

  /** Sector and size class of the owner, frozen when published and coarse enough to hide it. */
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  sector: string | null;

  @Field(() => SizeClass, { nullable: true })
  @Column({ type: 'enum', enum: SizeClass, enumName: 'size_class', nullable: true })
  sizeClass: SizeClass | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true }) publishedAt: Date | null;
  @Column({ type: 'timestamptz', precision: 3, nullable: true }) expiresAt: Date | null;
  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' }) createdAt: Date;

  /** What a coordinator asked to change. */
  @Column('text', { nullable: true, select: false }) reviewNote: string | null;

  /** Null where its owner entered it, else whether the contact has agreed. */
  @Column({
    type: 'enum',
    enum: PostingConfirmation,
    enumName: 'posting_confirmation',
    nullable: true,
    select: false,
  })
  confirmation: PostingConfirmation | null;

  /** Organisations that it is never matched with: for the owner and coordinators. */
  @Column('uuid', { array: true, default: '{}', select: false }) neverMatchWith: string[];
  /** The end of its listing that was announced; each is announced once. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true, select: false })
  expiryToldFor: Date | null;

  @Column('uuid', { select: false }) @Index() organisationId: string;
  @Column('uuid', { nullable: true, select: false }) createdBy: string | null;
  /** The programme that it counts towards; told to whom the owner is known. */
  @Column('uuid', { nullable: true, select: false }) programmeId: string | null;
  @Column(() => Contact) contact: Contact;

  @ManyToOne(() => Organisation, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'organisation_id' })
  organisation: Relation<Organisation>;

  @ManyToOne(() => Account, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'created_by' })
  author: Relation<Account>;

  @ManyToOne(() => Programme, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'programme_id' })
  programme: Relation<Programme>;
}

/**
 * When a posting is placed in lists; never null. A blinded one by its day: between two named ones
 * its moment could be read off.
 */
export const LISTED_AT = `CASE posting.visibility
  WHEN 'BLINDED' THEN date_trunc('day', COALESCE(posting.published_at, posting.created_at), 'UTC')
  ELSE COALESCE(posting.published_at, posting.created_at) END`;
