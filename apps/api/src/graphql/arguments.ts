import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { IsText, IsWithin } from '@wilma/platform';

/** Names the version of a record that an action is meant for. */
@ArgsType()
export class VersionedArgs {
  @Field(() => ID) @IsText({ min: 1, max: 64 }) id: string;
  @Field(() => Int) @IsWithin(1, 2_000_000_000) version: number;
}

@ArgsType()
export class IdArgs {
  @Field(() => ID) @IsText({ min: 1, max: 64 }) id: string;
}
