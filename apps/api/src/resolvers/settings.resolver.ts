import {
  Args,
  Context,
  Field,
  ID,
  Int,
  Mutation,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { type AccountActor, type Actor, Locale, Salutation } from '@wilma/domain';
import { Absence, Account, DigestChoices, MySettingsInput, SettingsService } from '@wilma/identity';
import { CalendarDate, connectionOf, PageArgs } from '@wilma/platform';
import { Acting, Viewing } from '../auth/viewer.js';
import { IdArgs } from '../graphql/arguments.js';
import type { GraphqlContext } from '../graphql/context.js';
import { perNode } from '../graphql/limits.js';

const AbsenceConnection = connectionOf(Absence, 'Absence');

/** What one sets for oneself. */
@ObjectType()
class MySettings {
  @Field(() => Locale) locale: Locale;
  @Field(() => Salutation) salutation: Salutation;
  @Field(() => String, { nullable: true }) academicTitle: string | null;
  /** Open questions at most; null: what is usual for the role. */
  @Field(() => Int, { nullable: true }) openQuestionsLimit: number | null;
}

@Resolver(() => MySettings)
export class SettingsResolver {
  constructor(
    private readonly settings: SettingsService,
    private readonly digests: DigestChoices,
  ) {}

  @Query(() => MySettings)
  mySettings(@Acting() actor: AccountActor): Promise<MySettings> {
    return this.settings.of(actor);
  }

  @Mutation(() => MySettings)
  updateMySettings(
    @Acting() actor: AccountActor,
    @Args('input') input: MySettingsInput,
  ): Promise<MySettings> {
    return this.settings.update(actor, input);
  }

  /** Days on which nobody asks or reminds the person, and their deadlines wait; both included. */
  @Mutation(() => Absence)
  setAbsence(
    @Acting() actor: AccountActor,
    @Args('from', { type: () => CalendarDate }) from: string,
    @Args('to', { type: () => CalendarDate }) to: string,
  ): Promise<Absence> {
    return this.settings.setAbsence(actor, { from, to });
  }

  @Mutation(() => ID)
  async removeAbsence(@Acting() actor: AccountActor, @Args() { id }: IdArgs): Promise<string> {
    await this.settings.removeAbsence(actor, id);
    return id;
  }

  /** Everybody's absences from today on, for coordinators. */
  @Query(() => AbsenceConnection, { complexity: perNode })
  absences(@Viewing() actor: Actor, @Args() args: PageArgs) {
    return this.settings.absences(actor, args);
  }

  /** Whether a mail comes on mornings on which something waits; null for all but coordinators. */
  @ResolveField(() => Boolean, { nullable: true })
  digest(@Acting() actor: AccountActor): Promise<boolean | null> {
    return this.digests.choiceOf(actor);
  }

  /** One's own absences from today on. */
  @ResolveField('absences', () => [Absence])
  ownAbsences(@Acting() actor: AccountActor): Promise<Absence[]> {
    return this.settings.absencesOf(actor);
  }
}

@Resolver(() => Absence)
export class AbsencesResolver {
  @ResolveField(() => Account, { nullable: true })
  account(@Parent() { accountId }: Absence, @Context() { loaders }: GraphqlContext) {
    return loaders.account.load(accountId);
  }
}
