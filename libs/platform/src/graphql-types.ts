import { registerEnumType } from '@nestjs/graphql';
import {
  AccountRole,
  Answer,
  BudgetBand,
  ConfidentialPart,
  CooperationForm,
  DismissReason,
  District,
  Locale,
  MailKind,
  MatchState,
  MatchStrength,
  MembershipRole,
  NotificationKind,
  OfferKind,
  OrganisationKind,
  OutcomeResult,
  PostingConfirmation,
  PostingKind,
  PostingState,
  QuestionState,
  ReleasedField,
  ReportReason,
  RevelationKind,
  ProgrammeKind,
  ProgrammeStatus,
  Role,
  Salutation,
  Side,
  SizeClass,
  TagState,
  Urgency,
  Visibility,
} from '@wilma/domain';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const ENUMS = {
  AccountRole,
  Answer,
  BudgetBand,
  ConfidentialPart,
  CooperationForm,
  DismissReason,
  District,
  Locale,
  MailKind,
  MatchState,
  MatchStrength,
  MembershipRole,
  NotificationKind,
  OfferKind,
  OrganisationKind,
  OutcomeResult,
  PostingConfirmation,
  PostingKind,
  PostingState,
  QuestionState,
  ReleasedField,
  ReportReason,
  RevelationKind,
  ProgrammeKind,
  ProgrammeStatus,
  Role,
  Salutation,
  Side,
  SizeClass,
  TagState,
  Urgency,
  Visibility,
};
for (const [name, values] of Object.entries(ENUMS)) registerEnumType(values, { name });

/** The same reasons under the name that sides use; GraphQL wants an object of its own for it. */
export const DeclineReason = { ...DismissReason };
registerEnumType(DeclineReason, { name: 'DeclineReason' });

const DAY = /^(20\d{2}|2100)-\d{2}-\d{2}$/;

/** Nobody cooperates in other centuries, and PostgreSQL knows no year 0. */
function parseDay(value: unknown): string {
  if (typeof value === 'string' && DAY.test(value)) {
    const date = new Date(`${value}T00:00:00Z`);
    if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)) return value;
  }
  throw new GraphQLError('Date must be a day of the years 2000 to 2100 as YYYY-MM-DD.');
}

/** A calendar day of the years 2000 to 2100 as YYYY-MM-DD, without time or zone. */
export const CalendarDate = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A calendar day, YYYY-MM-DD.',
  serialize: (value) => String(value),
  parseValue: parseDay,
  parseLiteral: (node) => parseDay(node.kind === Kind.STRING ? node.value : undefined),
});
