import {
  Args,
  ArgsType,
  Context,
  Field,
  Int,
  Mutation,
  ObjectType,
  Parent,
  Query,
  registerEnumType,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { type AccountActor, type Actor, Bounds, OfferKind } from '@wilma/domain';
import { Organisation } from '@wilma/identity';
import { IsOneOf, IsText, Optional } from '@wilma/platform';
import {
  Contact,
  Need,
  NeedInput,
  NeedPatch,
  Offer,
  OfferInput,
  OfferPatch,
  Posting,
  PostingReader,
  PostingReviewService,
  PostingService,
} from '@wilma/postings';
import { type StoredTag, Tag, VocabularyService } from '@wilma/taxonomy';
import { Acting, Public, Viewing } from '../auth/viewer.js';
import { IdArgs, VersionedArgs } from '../graphql/arguments.js';
import type { GraphqlContext } from '../graphql/context.js';
import { noted } from '../graphql/noted.js';

const PostingDecision = { PUBLISH: 'PUBLISH', REQUEST_CHANGES: 'REQUEST_CHANGES' } as const;
type PostingDecision = keyof typeof PostingDecision;
registerEnumType(PostingDecision, { name: 'PostingDecision' });

@ObjectType('PostingTag')
class PostingTagView {
  @Field(() => Tag) tag: StoredTag;
  @Field(() => Int) weight: number;
}

@ArgsType()
class ReviewArgs extends VersionedArgs {
  @Field(() => PostingDecision) @IsOneOf(PostingDecision) decision: PostingDecision;

  @Field(() => String, { nullable: true })
  @Optional()
  @IsText(Bounds.note)
  note?: string | null;
}

@Resolver(() => Posting)
export class PostingsResolver {
  constructor(
    private readonly reader: PostingReader,
    private readonly postings: PostingService,
    private readonly vocabulary: VocabularyService,
    private readonly reviews: PostingReviewService,
  ) {}

  @Public()
  @Query(() => Need)
  need(@Viewing() actor: Actor, @Args() { id }: IdArgs): Promise<Need> {
    return this.reader.byId(actor, 'NEED', id);
  }

  @Public()
  @Query(() => Offer)
  offer(@Viewing() actor: Actor, @Args() { id }: IdArgs): Promise<Offer> {
    return this.reader.byId(actor, 'OFFER', id);
  }

  @Mutation(() => Need)
  createNeed(@Acting() actor: AccountActor, @Args('input') input: NeedInput): Promise<Need> {
    return this.postings.createNeed(actor, input);
  }

  @Mutation(() => Offer)
  createOffer(@Acting() actor: AccountActor, @Args('input') input: OfferInput): Promise<Offer> {
    return this.postings.createOffer(actor, input);
  }

  @Mutation(() => Need)
  updateNeed(
    @Acting() actor: AccountActor,
    @Args() { id, version }: VersionedArgs,
    @Args('input') input: NeedPatch,
  ): Promise<Posting> {
    return this.postings.edit(actor, 'NEED', [id, version], input);
  }

  @Mutation(() => Offer)
  updateOffer(
    @Acting() actor: AccountActor,
    @Args() { id, version }: VersionedArgs,
    @Args('input') input: OfferPatch,
  ): Promise<Posting> {
    return this.postings.edit(actor, 'OFFER', [id, version], input);
  }

  @Mutation(() => Posting)
  submitPosting(
    @Acting() actor: AccountActor,
    @Args() { id, version }: VersionedArgs,
  ): Promise<Posting> {
    return this.postings.submit(actor, id, version);
  }

  @Mutation(() => Posting)
  pausePosting(@Acting() actor: AccountActor, @Args() { id, version }: VersionedArgs) {
    return this.postings.move(actor, [id, version], 'pause');
  }

  @Mutation(() => Posting)
  resumePosting(@Acting() actor: AccountActor, @Args() { id, version }: VersionedArgs) {
    return this.postings.move(actor, [id, version], 'resume');
  }

  @Mutation(() => Posting)
  renewPosting(@Acting() actor: AccountActor, @Args() { id, version }: VersionedArgs) {
    return this.postings.move(actor, [id, version], 'renew');
  }

  @Mutation(() => Posting)
  closePosting(@Acting() actor: AccountActor, @Args() { id, version }: VersionedArgs) {
    return this.postings.move(actor, [id, version], 'close');
  }

  @Mutation(() => Posting)
  reviewPosting(
    @Acting() actor: AccountActor,
    @Args() { id, version, decision, note }: ReviewArgs,
  ): Promise<Posting> {
    return this.reviews.review(actor, [id, version], decision, note ?? null);
  }

  @ResolveField(() => [PostingTagView])
  async tags(
    @Parent() posting: Posting,
    @Context() { loaders }: GraphqlContext,
  ): Promise<PostingTagView[]> {
    const carried = await loaders.tags.load(posting.id);
    const tags = await Promise.all(carried.map(({ tagId }) => this.vocabulary.find(tagId)));
    return carried.flatMap(({ weight }, at) => {
      const tag = tags[at];
      return tag === undefined ? [] : [{ tag, weight }];
    });
  }

  /** Null while it is not released to the viewer. */
  @ResolveField(() => Organisation, { nullable: true })
  organisation(@Parent() { id }: Posting, @Context() { loaders }: GraphqlContext) {
    return loaders.owner.load(id);
  }

  /** Null while it is not released to the viewer. */
  @ResolveField(() => Contact, { nullable: true })
  async contact(@Parent() { id }: Posting, @Context() context: GraphqlContext) {
    const contact = await context.loaders.contact.load(id);
    return noted(contact, { posting: id, part: 'CONTACT' }, context);
  }

  @ResolveField(() => String, { nullable: true })
  async confidential(@Parent() { id }: Posting, @Context() context: GraphqlContext) {
    const text = (await context.loaders.confidential.load(id))?.confidential ?? null;
    return noted(text, { posting: id, part: 'TEXT' }, context);
  }

  /** What a coordinator asked to change: for the owner and coordinators. */
  @ResolveField(() => String, { nullable: true })
  async reviewNote(@Parent() { id }: Posting, @Context() { loaders }: GraphqlContext) {
    return (await loaders.confidential.load(id))?.reviewNote ?? null;
  }

  /** Whether the viewer's own organisation posted it. */
  @ResolveField(() => Boolean)
  mine(@Parent() { id }: Posting, @Context() { loaders }: GraphqlContext): Promise<boolean> {
    return loaders.mine.load(id);
  }

  @ResolveField(() => Date, { nullable: true })
  publishedAt(@Parent() posting: Posting): Date | null {
    return asShown(posting, posting.publishedAt);
  }

  @ResolveField(() => Date, { nullable: true })
  expiresAt(@Parent() posting: Posting): Date | null {
    return asShown(posting, posting.expiresAt);
  }
}

@Resolver(() => Offer)
export class OffersResolver {
  @ResolveField(() => OfferKind, { nullable: true })
  kind(@Parent() offer: Offer): OfferKind | null {
    return offer.offerKind;
  }

  /** Names a person: null while the owner is not released to the viewer. */
  @ResolveField(() => String, { nullable: true })
  async orcid(@Parent() { id, orcid }: Offer, @Context() { loaders }: GraphqlContext) {
    return orcid !== null && (await loaders.owner.load(id)) !== null ? orcid : null;
  }

  /** Publications name their authors: empty while the owner is not released to the viewer. */
  @ResolveField(() => [String])
  async dois(@Parent() { id, dois }: Offer, @Context() { loaders }: GraphqlContext) {
    const given = dois ?? [];
    return given.length > 0 && (await loaders.owner.load(id)) !== null ? given : [];
  }
}

/** Where the owner is not told to all, only the day is: the moment would tell whose it is. */
function asShown({ visibility }: Posting, moment: Date | null): Date | null {
  if (visibility === 'NAMED' || moment === null) return moment;
  return new Date(`${moment.toISOString().slice(0, 10)}T00:00:00.000Z`);
}
