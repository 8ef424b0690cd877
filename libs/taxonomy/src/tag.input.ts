import { Field, ID, InputType } from '@nestjs/graphql';
import { Bounds } from '@wilma/domain';
import { AreLines, AreTexts, IsLine, IsNested, Optional } from '@wilma/platform';

export const TAG_ID_LENGTH = 100;

@InputType()
export class TagLabelsInput {
  @Field(() => String, { nullable: true })
  @Optional()
  @IsLine(Bounds.word)
  de?: string | null;

  @Field(() => String, { nullable: true })
  @Optional()
  @IsLine(Bounds.word)
  en?: string | null;
}

@InputType()
export class TagSynonymsInput {
  @Field(() => [String], { nullable: true })
  @Optional()
  @AreLines({ max: Bounds.synonyms.max, length: Bounds.word.max })
  de?: string[] | null;

  @Field(() => [String], { nullable: true })
  @Optional()
  @AreLines({ max: Bounds.synonyms.max, length: Bounds.word.max })
  en?: string[] | null;
}

/** What a curator changes of a tag; what is left out or null stays, lists are given whole. */
@InputType()
export class TagPatch {
  @Field(() => TagLabelsInput, { nullable: true })
  @Optional()
  @IsNested(() => TagLabelsInput)
  label?: TagLabelsInput | null;

  @Field(() => TagSynonymsInput, { nullable: true })
  @Optional()
  @IsNested(() => TagSynonymsInput)
  synonyms?: TagSynonymsInput | null;

  @Field(() => [ID], { nullable: true })
  @Optional()
  @AreTexts({ max: Bounds.broader.max, length: TAG_ID_LENGTH })
  broader?: string[] | null;

  @Field(() => [ID], { nullable: true })
  @Optional()
  @AreTexts({ max: Bounds.related.max, length: TAG_ID_LENGTH })
  related?: string[] | null;
}
