import { Field, InputType, ObjectType, PickType } from '@nestjs/graphql';
import { IsLine } from '@wilma/platform';
import { IsBoolean } from 'class-validator';
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
import { Organisation } from './organisation.entity.js';

const LONGEST = 253;

/**
 * What an organisation's people have after the @ of their addresses. Its manager may wish for any; it
 * lets people in once a coordinator has confirmed it.
 */
@ObjectType('MailDomain')
@Entity('mail_domain')
@Check('ck_mail_domain_lower', 'domain = lower(domain)')
export class OrganisationDomain {
  @PrimaryColumn('uuid') organisationId: string;

  /** In its ASCII form. */
  @Field()
  @PrimaryColumn('text')
  @Index()
  @IsLine({ min: 1, max: LONGEST })
  domain: string;

  /** Whether whatever ends in `.domain` counts, too. */
  @Field({ defaultValue: false })
  @Column('boolean')
  @IsBoolean()
  withSubdomains: boolean;

  /** Null while it is a wish. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true }) confirmedAt: Date | null;

  @ManyToOne(() => Organisation, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'organisation_id' })
  organisation: Relation<Organisation>;
}

@InputType()
export class MailDomainInput extends PickType(
  OrganisationDomain,
  ['domain', 'withSubdomains'],
  InputType,
) {}
