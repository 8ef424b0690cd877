import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { Bounds, Salutation } from '@wilma/domain';
import { IsLine, IsMail, IsOneOf, Optional } from '@wilma/platform';
import { Column } from 'typeorm';

/**
 * Whom to turn to about a posting; need not have an account. Never read along with the posting:
 * whoever may see it asks for it.
 */
@ObjectType()
@InputType('ContactInput')
export class Contact {
  @Field(() => Salutation, { defaultValue: 'NONE' })
  @Column({
    type: 'enum',
    enum: Salutation,
    enumName: 'salutation',
    default: Salutation.NONE,
    select: false,
  })
  @Optional()
  @IsOneOf(Salutation)
  salutation: Salutation;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true, select: false })
  @Optional()
  @IsLine({ max: 60 })
  academicTitle: string | null;

  @Field()
  @Column('text', { select: false })
  @IsLine(Bounds.name)
  name: string;

  @Field()
  @Column('text', { select: false })
  @IsMail()
  mail: string;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true, select: false })
  @Optional()
  @IsLine(Bounds.phone)
  phone: string | null;
}

/** Whether two addresses are the same; they are compared without case. */
export const isSameMail = (one: string, other: string): boolean =>
  one.toLowerCase() === other.toLowerCase();
