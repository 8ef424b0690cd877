import {
  Args,
  ArgsType,
  Context,
  Field,
  ID,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { type AccountActor, type Actor, Locale, overseesMatches, RELEASED } from '@wilma/domain';
import { Match, MatchAttribution } from '@wilma/matches';
import { connectionOf, IsText, Optional, PageArgs } from '@wilma/platform';
import { Posting, PostingAttribution } from '@wilma/postings';
import { Programme, ProgrammeInput, ProgrammePatch, ProgrammeService } from '@wilma/programmes';
import { Acting, Public, Viewing } from '../auth/viewer.js';
import { VersionedArgs } from '../graphql/arguments.js';
import type { GraphqlContext } from '../graphql/context.js';
import { perNode } from '../graphql/limits.js';

const ProgrammeConnection = connectionOf(Programme, 'Programme');

@ArgsType()
class AttributeArgs extends VersionedArgs {
  /** Null: towards none. */
  @Field(() => ID, { nullable: true })
  @Optional()
  @IsText({ max: 64 })
  programme?: string | null;
}

@Resolver(() => Programme)
export class ProgrammesResolver {
  constructor(private readonly programmeService: ProgrammeService) {}

  @Public()
  @Query(() => ProgrammeConnection, { complexity: perNode })
  programmes(@Args() args: PageArgs) {
    return this.programmeService.list(args);
  }

  @Mutation(() => Programme)
  createProgramme(@Acting() actor: AccountActor, @Args('input') input: ProgrammeInput) {
    return this.programmeService.create(actor, input);
  }

  @Mutation(() => Programme)
  updateProgramme(
    @Acting() actor: AccountActor,
    @Args() { id, version }: VersionedArgs,
    @Args('input') input: ProgrammePatch,
  ) {
    return this.programmeService.update(actor, [id, version], input);
  }

  @ResolveField(() => String)
  description(
    @Parent() { descriptionDe, descriptionEn }: Programme,
    @Args('locale', { type: () => Locale, nullable: true }) given: Locale | null,
    @Context() context: GraphqlContext,
  ): string {
    return (given ?? context.locale) === 'de' ? descriptionDe : descriptionEn;
  }
}

@Resolver(() => Posting)
export class ProgrammeOfPostingResolver {
  constructor(private readonly attribution: PostingAttribution) {}

  @Mutation(() => Posting)
  attributePosting(
    @Acting() actor: AccountActor,
    @Args() { id, version, programme }: AttributeArgs,
  ): Promise<Posting> {
    return this.attribution.attribute(actor, [id, version], programme ?? null);
  }

  /** Null where there is none, and while the owner is not released to the viewer. */
  @ResolveField(() => Programme, { nullable: true })
  async programme(@Parent() { id }: Posting, @Context() { loaders }: GraphqlContext) {
    const programme = await loaders.programmeOfPosting.load(id);
    return programme === null ? null : loaders.programme.load(programme);
  }
}

@Resolver(() => Match)
export class ProgrammeOfMatchResolver {
  constructor(private readonly attribution: MatchAttribution) {}

  @Mutation(() => Match)
  attributeMatch(
    @Acting() actor: AccountActor,
    @Args() { id, version, programme }: AttributeArgs,
  ): Promise<Match> {
    return this.attribution.attribute(actor, [id, version], programme ?? null);
  }

  /** Told to coordinators, and to both sides from the introduction on. */
  @ResolveField(() => Programme, { nullable: true })
  programme(
    @Parent() { programmeId, state }: Match,
    @Viewing() actor: Actor,
    @Context() { loaders }: GraphqlContext,
  ) {
    if (programmeId === null || !(overseesMatches(actor) || RELEASED.includes(state))) return null;
    return loaders.programme.load(programmeId);
  }
}
