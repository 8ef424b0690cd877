import { Field, InputType, IntersectionType, OmitType, PickType } from '@nestjs/graphql';
import { Bounds } from '@wilma/domain';
import { IsText, Optional, PatchType } from '@wilma/platform';
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

@InputType()
export class ProgrammePatch extends IntersectionType(
  PatchType(PickType(Programme, [...NAMED, ...OPTIONAL], InputType)),
  Descriptions,
  InputType,
) {}

@InputType()
export class ProgrammeInput extends IntersectionType(
  OmitType(ProgrammePatch, NAMED, InputType),
  PickType(Programme, NAMED, InputType),
  InputType,
) {}
