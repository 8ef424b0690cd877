import { Field, ID, InputType, Int, IntersectionType, OmitType, PickType } from '@nestjs/graphql';
import {
  Bounds,
  CooperationForm,
  District,
  OfferKind,
  PostingState,
  TagWeight,
} from '@wilma/domain';
import {
  AreNested,
  AreOneOf,
  AreTexts,
  IsNested,
  IsOneOf,
  IsText,
  IsWithin,
  Optional,
  PatchType,
} from '@wilma/platform';
import { Contact } from './contact.js';
import { Need } from './need.entity.js';
import { Offer } from './offer.entity.js';

const ID_LENGTH = 64;

@InputType()
export class PostingTagInput {
  @Field(() => ID) @IsText({ min: 1, max: ID_LENGTH }) tag: string;

  @Field(() => Int, { nullable: true })
  @Optional()
  @IsWithin(TagWeight.NICE_TO_HAVE, TagWeight.ESSENTIAL)
  weight?: number | null;
}

@InputType({ isAbstract: true })
class Additions {
  @Field(() => [PostingTagInput], { nullable: true })
  @Optional()
  @AreNested(() => PostingTagInput, Bounds.tags.max)
  tags?: PostingTagInput[] | null;

  @Field(() => Contact, { nullable: true })
  @Optional()
  @IsNested(() => Contact)
  contact?: Contact | null;

  /** Organisations that the posting is never matched with; known to its owner and coordinators. */
  @Field(() => [ID], { nullable: true })
  @Optional()
  @AreTexts({ max: Bounds.neverMatchWith.max, length: ID_LENGTH })
  neverMatchWith?: string[] | null;
}

@InputType({ isAbstract: true })
class OwnerChoice {
  /**
   * Needed where the account belongs to several organisations. A coordinator may name one that they
   * don't belong to: then the posting is entered on behalf of its contact.
   */
  @Field(() => ID, { nullable: true })
  @Optional()
  @IsText({ max: ID_LENGTH })
  organisation?: string | null;
}

@InputType({ isAbstract: true })
class OfferKindChoice {
  @Field(() => OfferKind, { nullable: true })
  @Optional()
  @IsOneOf(OfferKind)
  kind?: OfferKind | null;
}

const SHARED = [
  'title',
  'summary',
  'description',
  'confidential',
  'language',
  'cooperationForms',
  'trl',
  'district',
  'startsOn',
  'endsOn',
  'visibility',
] as const;

@InputType()
export class NeedPatch extends IntersectionType(
  PatchType(
    PickType(Need, [...SHARED, 'targetTrl', 'budget', 'urgency', 'tried', 'goal'], InputType),
  ),
  Additions,
  InputType,
) {}

@InputType()
export class NeedInput extends IntersectionType(
  IntersectionType(OmitType(NeedPatch, ['title'], InputType), OwnerChoice, InputType),
  PickType(Need, ['title'], InputType),
  InputType,
) {}

@InputType()
export class OfferPatch extends IntersectionType(
  IntersectionType(
    PatchType(PickType(Offer, [...SHARED, 'evidence', 'orcid', 'dois'], InputType)),
    OfferKindChoice,
    InputType,
  ),
  Additions,
  InputType,
) {}

@InputType()
export class OfferInput extends IntersectionType(
  IntersectionType(OmitType(OfferPatch, ['title'], InputType), OwnerChoice, InputType),
  PickType(Offer, ['title'], InputType),
  InputType,
) {}

@InputType()
export class PostingFilter {
  @Field(() => String, { nullable: true })
  @Optional()
  @IsText(Bounds.search)
  search?: string | null;

  /** Postings with any of these tags or of their narrower ones. */
  @Field(() => [ID], { nullable: true })
  @Optional()
  @AreTexts({ max: Bounds.listFilter.max, length: ID_LENGTH })
  tags?: string[] | null;

  @Field(() => [CooperationForm], { nullable: true })
  @Optional()
  @AreOneOf(CooperationForm)
  cooperationForms?: CooperationForm[] | null;

  @Field(() => [District], { nullable: true })
  @Optional()
  @AreOneOf(District)
  districts?: District[] | null;

  @Field(() => [PostingState], { nullable: true })
  @Optional()
  @AreOneOf(PostingState)
  states?: PostingState[] | null;

  @Field(() => ID, { nullable: true })
  @Optional()
  @IsText({ max: ID_LENGTH })
  organisation?: string | null;

  /** Postings of one's own organisations only. */
  @Field(() => Boolean, { nullable: true })
  @Optional()
  mine?: boolean | null;
}
