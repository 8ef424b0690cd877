import { Field, ObjectType } from '@nestjs/graphql';
import { Bounds, OfferKind, PostingKind } from '@wilma/domain';
import { AreTexts, IsOneOf, IsText, Optional } from '@wilma/platform';
import { Matches } from 'class-validator';
import { ChildEntity, Column } from 'typeorm';
import { Posting } from './posting.entity.js';

/** What an organisation has to give. */
@ObjectType({ implements: () => [Posting] })
@ChildEntity(PostingKind.OFFER)
export class Offer extends Posting {
  /** `kind` in the API; the row's own kind tells needs from offers. */
  @Column({ type: 'enum', enum: OfferKind, enumName: 'offer_kind', nullable: true })
  @Optional()
  @IsOneOf(OfferKind)
  offerKind: OfferKind | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  @Optional()
  @IsText({ max: Bounds.shortText.max })
  evidence: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  @Optional()
  @Matches(/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/, { context: { problem: 'invalid' } })
  orcid: string | null;

  @Field(() => [String])
  @Column('text', { array: true, nullable: true })
  @Optional()
  @AreTexts({ max: Bounds.dois.max, length: 200 })
  dois: string[] | null;
}
