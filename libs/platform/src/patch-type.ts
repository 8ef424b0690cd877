import type { Type } from '@nestjs/common';
import { InputType, PartialType } from '@nestjs/graphql';

/**
 * An input of which every field may be left out. An explicit null is checked like any other value:
 * a title can't be nulled.
 */
export const PatchType = <T>(whole: Type<T>): Type<Partial<T>> =>
  PartialType(whole, { decorator: InputType, skipNullProperties: false });
