import { Field, ID, InputType, ObjectType, PickType } from '@nestjs/graphql';
import { Bounds, District, OrganisationKind, SizeClass } from '@wilma/domain';
import { IsLine, IsOneOf, IsWebAddress, Optional } from '@wilma/platform';
import { Matches } from 'class-validator';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

@ObjectType()
@Entity('organisation')
@Check('ck_organisation_sector', `sector ~ '^[A-V]$'`)
@Index(['name', 'id'])
export class Organisation {
  @Field(() => ID) @PrimaryGeneratedColumn('uuid') id: string;

  @Field()
  @Column({ type: 'text', collation: 'de-x-icu' })
  @IsLine(Bounds.name)
  name: string;

  @Field(() => OrganisationKind)
  @Column({ type: 'enum', enum: OrganisationKind, enumName: 'organisation_kind' })
  @IsOneOf(OrganisationKind)
  kind: OrganisationKind;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  @Optional()
  @IsLine(Bounds.name)
  municipality: string | null;

  @Field(() => District, { nullable: true })
  @Column({ type: 'enum', enum: District, enumName: 'district', nullable: true })
  @Optional()
  @IsOneOf(District)
  district: District | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  @Optional()
  @IsWebAddress()
  website: string | null;

  /** Section of the classification of economic activities (WZ), one letter. */
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  @Optional()
  @Matches(/^[A-V]$/, { context: { problem: 'notAllowedValue' } })
  sector: string | null;

  @Field(() => SizeClass, { nullable: true })
  @Column({ type: 'enum', enum: SizeClass, enumName: 'size_class', nullable: true })
  @Optional()
  @IsOneOf(SizeClass)
  sizeClass: SizeClass | null;

  /** Transfer office: in copy when its people are introduced. */
  @Column('text', { nullable: true }) transferEmail: string | null;
  /** A coordinator founded it for somebody who phoned. */
  @Column('boolean', { default: false }) onBehalf: boolean;

  @Column({ type: 'timestamptz', precision: 3, nullable: true }) verifiedAt: Date | null;
  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' }) createdAt: Date;
}

@InputType()
export class OrganisationInput extends PickType(
  Organisation,
  ['name', 'kind', 'municipality', 'district', 'website', 'sector', 'sizeClass'],
  InputType,
) {}
