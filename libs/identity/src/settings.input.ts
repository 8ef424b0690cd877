import { Field, InputType, Int } from '@nestjs/graphql';
import { Locale, Salutation } from '@wilma/domain';
import { IsLine, IsOneOf, IsWithin, Optional } from '@wilma/platform';

/** Most people can have nothing on their desk, or more than anybody should. */
export const QUESTIONS = { min: 1, max: 50 } as const;

/** What is left out stays as it is. */
@InputType()
export class MySettingsInput {
  @Field(() => Locale, { nullable: true })
  @Optional()
  @IsOneOf(Locale)
  locale?: Locale | null;

  @Field(() => Salutation, { nullable: true })
  @Optional()
  @IsOneOf(Salutation)
  salutation?: Salutation | null;

  /** Null or empty: none. */
  @Field(() => String, { nullable: true })
  @Optional()
  @IsLine({ max: 60 })
  academicTitle?: string | null;

  /** Open questions at most; null: what is usual for the role. */
  @Field(() => Int, { nullable: true })
  @Optional()
  @IsWithin(QUESTIONS.min, QUESTIONS.max)
  openQuestionsLimit?: number | null;

  /** Whether coordinators are written to on mornings on which something waits for them. */
  @Field(() => Boolean, { nullable: true })
  @Optional()
  digest?: boolean | null;
}
