import {
  Args,
  ArgsType,
  Context,
  Field,
  ID,
  Int,
  Mutation,
  ObjectType,
  Parent,
  registerEnumType,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { type AccountActor, Locale, PostingConfirmation } from '@wilma/domain';
import { Account, Organisation } from '@wilma/identity';
import { PostingTransferService } from '@wilma/matches';
import { connectionOf, IsNested, IsOneOf, IsText, Optional, PageArgs } from '@wilma/platform';
import {
  Contact,
  type FieldChange,
  PartKind,
  Posting,
  PostingVersionReader,
  type VersionView,
} from '@wilma/postings';
import { VocabularyService } from '@wilma/taxonomy';
import { Acting } from '../auth/viewer.js';
import { VersionedArgs } from '../graphql/arguments.js';
import type { GraphqlContext } from '../graphql/context.js';
import { perNodeNested } from '../graphql/limits.js';

registerEnumType(PartKind, { name: 'PartKind' });

/** A stretch of a text, or one value of a field, that stayed, came or went. */
@ObjectType()
class ChangedPart {
  @Field(() => PartKind) kind: PartKind;
  /** As it was typed; of a vocabulary the value; of a tag its label. */
  @Field() text: string;
  /** Of a tag. */
  @Field(() => Int, { nullable: true }) weight?: number | null;
}

@ObjectType('FieldChange')
class FieldChangeView {
  /** Name of the field as in the input. */
  @Field() field: string;
  @Field(() => [ChangedPart]) parts: ChangedPart[];
}

/** What a posting said at one time. */
@ObjectType('PostingVersion')
class PostingVersionView {
  @Field(() => Int) version: number;
  /** When it was written. */
  @Field(() => Date) at: Date;
  /** What became different since the version before. */
  @Field(() => [FieldChangeView]) changes: FieldChangeView[];
}

const PostingVersionConnection = connectionOf(PostingVersionView, 'PostingVersion');

@ArgsType()
class VersionsArgs extends PageArgs {
  @Field(() => Locale, { nullable: true })
  @Optional()
  @IsOneOf(Locale)
  locale?: Locale | null;
}

@ArgsType()
class TransferArgs extends VersionedArgs {
  @Field(() => ID) @IsText({ min: 1, max: 64 }) organisation: string;

  @Field(() => Contact, { nullable: true })
  @Optional()
  @IsNested(() => Contact)
  contact?: Contact | null;
}

/** What becomes of a posting, for its owner and coordinators. */
@Resolver(() => Posting)
export class PostingLifeResolver {
  constructor(
    private readonly transfers: PostingTransferService,
    private readonly versionReader: PostingVersionReader,
    private readonly vocabulary: VocabularyService,
  ) {}

  @Mutation(() => Posting)
  transferPosting(
    @Acting() actor: AccountActor,
    @Args() { id, version, organisation, contact }: TransferArgs,
  ): Promise<Posting> {
    return this.transfers.transfer(actor, [id, version], {
      organisation,
      contact: contact ?? null,
    });
  }

  /** Where it was entered on behalf of its contact: whether they have agreed. */
  @ResolveField(() => PostingConfirmation, { nullable: true })
  async confirmation(@Parent() { id }: Posting, @Context() { loaders }: GraphqlContext) {
    return (await loaders.confidential.load(id))?.confirmation ?? null;
  }

  /** Organisations that it is never matched with: for the owner and coordinators. */
  @ResolveField(() => [Organisation], { nullable: true })
  async neverMatchWith(@Parent() { id }: Posting, @Context() { loaders }: GraphqlContext) {
    const posting = await loaders.confidential.load(id);
    if (posting === null) return null;
    const found = await loaders.organisation.loadMany(posting.neverMatchWith);
    return found.filter((one) => one instanceof Organisation);
  }

  /** What it says and said before, newest first: for the owner and coordinators. */
  @ResolveField(() => PostingVersionConnection, { complexity: perNodeNested })
  async versions(
    @Parent() { id }: Posting,
    @Args() { locale, ...args }: VersionsArgs,
    @Context() context: GraphqlContext,
  ) {
    const versions = await context.loaders.versions.load(id);
    const vocabulary = await this.vocabulary.current();
    const labelOf = (tag: string): string => vocabulary.labelOf(tag, locale ?? context.locale);
    const { edges, ...page } = this.versionReader.page(versions, args);
    const tells = edges.some(({ node }) => node.changes.some(isConfidential));
    if (tells) await context.loaders.noted.load({ posting: id, part: 'TEXT' });
    return {
      ...page,
      edges: edges.map(({ node, ...edge }) => ({
        ...edge,
        node: { ...node, changes: node.changes.map((change) => told(change, labelOf)) },
      })),
    };
  }
}

@Resolver(() => PostingVersionView)
export class PostingVersionsResolver {
  /** Who wrote it; null where nobody of the service did. */
  @ResolveField(() => Account, { nullable: true })
  by(@Parent() { authorId }: VersionView, @Context() { loaders }: GraphqlContext) {
    return authorId === null ? null : loaders.account.load(authorId);
  }
}

const isConfidential = ({ field }: FieldChange): boolean => field === 'confidential';

const told = ({ field, parts }: FieldChange, labelOf: (tag: string) => string): FieldChange => ({
  field,
  parts: field === 'tags' ? parts.map((part) => ({ ...part, text: labelOf(part.text) })) : parts,
});
