import {
  Field,
  InputType,
  IntersectionType,
  OmitType,
  PartialType,
  PickType,
} from '@nestjs/graphql';
import { Bounds } from '@wilma/domain';
import { IsText, Optional } from '@wilma/platform';
import { Programme } from './programme.entity.js';

@InputType({ isAbstract: true })
class Descriptions {
  @Field(() => String, { nullable: true })
  @Optional()
  @IsText(Bounds.shortText)
  descriptionDe?: string | null;

  @Field(() => String, { nullable: true })
  @Optional()
  @IsText(Bounds.shortText)
  descriptionEn?: string | null;
}

const NAMED = ['name', 'shortName', 'kind'] as const;
const OPTIONAL = ['status', 'operator', 'checkedOn', 'link', 'startsOn', 'endsOn', 'own'] as const;

// An explicit null is checked like any other value: a name can't be nulled.
const partial = { decorator: InputType, skipNullProperties: false } as unknown as typeof InputType;

@InputType()
export class ProgrammePatch extends IntersectionType(
  PartialType(PickType(Programme, [...NAMED, ...OPTIONAL], InputType), partial),
  Descriptions,
  InputType,
) {}

@InputType()
export class ProgrammeInput extends IntersectionType(
  OmitType(ProgrammePatch, NAMED, InputType),
  PickType(Programme, NAMED, InputType),
  InputType,
) {}
