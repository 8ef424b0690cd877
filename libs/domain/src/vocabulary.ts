/** The fixed vocabularies of the domain: each is one constant for database, API and web. */

type Values<T extends string> = { readonly [K in T]: K };

/** Makes `{ A: 'A', B: 'B' }` of its arguments: an enum whose type is a union of strings. */
export function values<const T extends string>(...names: T[]): Values<T> {
  return Object.freeze(Object.fromEntries(names.map((name) => [name, name]))) as Values<T>;
}

export const Locale = values('de', 'en');
export type Locale = keyof typeof Locale;

export const OrganisationKind = values(
  'COMPANY',
  'UNIVERSITY',
  'RESEARCH_INSTITUTE',
  'PUBLIC_BODY',
  'NETWORK',
);
export type OrganisationKind = keyof typeof OrganisationKind;

export const SizeClass = values('MICRO', 'SMALL', 'MEDIUM', 'LARGE');
export type SizeClass = keyof typeof SizeClass;

/**
 * Sections of the German classification of economic activities (WZ), edition 2025. That of 2008 has
 * the same up to I; its J became J and K, and what it called K to U is called L to V since.
 */
export const Sector = values(
  ...(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K'] as const),
  ...(['L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S', 'T', 'U', 'V'] as const),
);
export type Sector = keyof typeof Sector;

/** Technology readiness levels. */
export const READINESS_LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export type ReadinessLevel = (typeof READINESS_LEVELS)[number];

/** Role of an account; members act for their organisations. */
export const AccountRole = values('MEMBER', 'COORDINATOR', 'ADMIN');
export type AccountRole = keyof typeof AccountRole;

/** Role as people see it: a member is a company or a researcher by the acting membership. */
export const Role = values('COMPANY', 'RESEARCHER', 'COORDINATOR', 'ADMIN');
export type Role = keyof typeof Role;

/** Role within an organisation: managers may invite other managers. */
export const MembershipRole = values('MEMBER', 'MANAGER');
export type MembershipRole = keyof typeof MembershipRole;

export const Salutation = values('MS', 'MR', 'NONE');
export type Salutation = keyof typeof Salutation;

export const PostingKind = values('NEED', 'OFFER');
export type PostingKind = keyof typeof PostingKind;

export const PostingState = values(
  'DRAFT',
  'SUBMITTED',
  'CHANGES_REQUESTED',
  'PUBLISHED',
  'PAUSED',
  'EXPIRED',
  'CLOSED',
);
export type PostingState = keyof typeof PostingState;

/** Whether the contact of a posting that was entered on their behalf has agreed to it. */
export const PostingConfirmation = values('WAITING', 'CONFIRMED', 'REFUSED');
export type PostingConfirmation = keyof typeof PostingConfirmation;

/** What an introduction tells of whoever stands behind a posting. */
export const ReleasedField = values(
  'ORGANISATION',
  'CONTACT_NAME',
  'CONTACT_MAIL',
  'CONTACT_PHONE',
);
export type ReleasedField = keyof typeof ReleasedField;

export const Visibility = values('NAMED', 'BLINDED', 'COORDINATORS_ONLY');
export type Visibility = keyof typeof Visibility;

/**
 * What of a posting its owner entrusts to staff: the confidential text, the contact of one that is
 * not named, notes along with answers, and questions and replies in their own words.
 */
export const ConfidentialPart = values('TEXT', 'CONTACT', 'NOTE', 'QUESTION');
export type ConfidentialPart = keyof typeof ConfidentialPart;

export const CooperationForm = values(
  'CONTRACT_RESEARCH',
  'JOINT_PROJECT',
  'EQUIPMENT_USE',
  'THESIS',
  'INTERNSHIP',
  'DUAL_STUDY',
  'DOCTORATE',
  'CONSULTING',
  'LICENCE',
  'TRAINING',
  'GUEST_LECTURE',
  'PILOT',
  'SPIN_OFF',
);
export type CooperationForm = keyof typeof CooperationForm;

export const District = values(
  'COTTBUS',
  'DAHME_SPREEWALD',
  'ELBE_ELSTER',
  'OBERSPREEWALD_LAUSITZ',
  'SPREE_NEISSE',
  'BAUTZEN',
  'GOERLITZ',
  'ELSEWHERE',
);
export type District = keyof typeof District;

/** Why a posting should not be there. */
export const ReportReason = values('WRONG', 'CONFIDENTIAL', 'OFFENSIVE', 'ADVERTISING', 'OTHER');
export type ReportReason = keyof typeof ReportReason;

export const Urgency = values('LOW', 'NORMAL', 'HIGH');
export type Urgency = keyof typeof Urgency;

export const BudgetBand = values(
  'NONE',
  'UNDER_10K',
  'UNDER_50K',
  'UNDER_250K',
  'OVER_250K',
  'OPEN',
);
export type BudgetBand = keyof typeof BudgetBand;

export const OfferKind = values(
  'EXPERTISE',
  'RESULT',
  'EQUIPMENT',
  'PATENT',
  'THESIS_TOPIC',
  'TRAINING',
);
export type OfferKind = keyof typeof OfferKind;

export const TagState = values('APPROVED', 'SUGGESTED', 'MERGED', 'DEPRECATED');
export type TagState = keyof typeof TagState;

export const ProgrammeKind = values('FUNDING_LINE', 'NETWORK_PROJECT', 'INITIATIVE');
export type ProgrammeKind = keyof typeof ProgrammeKind;

/** UNKNOWN is honest: nobody has checked yet. */
export const ProgrammeStatus = values('UNKNOWN', 'PLANNED', 'OPEN', 'CLOSED');
export type ProgrammeStatus = keyof typeof ProgrammeStatus;

/** What accounts are told in the app: members first, then coordinators. */
export const NotificationKind = values(
  'POSTING_PUBLISHED',
  'POSTING_CHANGES_REQUESTED',
  'POSTING_EXPIRING',
  'MATCH_TO_ANSWER',
  'MATCH_INTRODUCED',
  'MATCH_OVER',
  'QUESTION_RELAYED',
  'POSTING_TO_REVIEW',
  'QUESTION_WAITING',
  'MATCH_BOTH_ANSWERED',
  'MATCH_OVERDUE',
  'MEMBER_JOINED',
  'POSTING_CONTACT_CHANGED',
);
export type NotificationKind = keyof typeof NotificationKind;

export const MatchState = values(
  'SUGGESTED',
  'SNOOZED',
  'DISMISSED',
  'APPROVED',
  'DECLINED',
  'EXPIRED',
  'WITHDRAWN',
  'INTRODUCED',
  'IN_PROGRESS',
  'COLLABORATION',
  'NO_COLLABORATION',
);
export type MatchState = keyof typeof MatchState;

/** How a match ended after the introduction. */
export const OutcomeResult = values('COLLABORATION', 'NO_COLLABORATION');
export type OutcomeResult = keyof typeof OutcomeResult;

export const MatchStrength = values('STRONG', 'GOOD', 'POSSIBLE');
export type MatchStrength = keyof typeof MatchStrength;

export const Answer = values('INTERESTED', 'DECLINED', 'QUESTION');
export type Answer = keyof typeof Answer;

/** Why a coordinator dismisses or a side declines; each reason feeds its own part of the matching. */
export const DismissReason = values(
  'TOPIC',
  'MATURITY',
  'TIMING',
  'CAPACITY',
  'ALREADY_IN_CONTACT',
  'COMPETITOR',
  'TOO_VAGUE',
  'OTHER',
);
export type DismissReason = keyof typeof DismissReason;
export const DeclineReason = DismissReason;
export type DeclineReason = DismissReason;

/** One of the two postings of a match. */
export const Side = values('NEED', 'OFFER');
export type Side = keyof typeof Side;

export const otherSide = (side: Side): Side => (side === 'NEED' ? 'OFFER' : 'NEED');

/** Weight of a tag on a posting. */
export const TagWeight = { NICE_TO_HAVE: 1, RELEVANT: 2, ESSENTIAL: 3 } as const;
export type TagWeight = (typeof TagWeight)[keyof typeof TagWeight];

/** Bounds of what people may type; lengths in UTF-16 units. */
export const Bounds = {
  title: { min: 3, max: 160 },
  summary: { min: 1, max: 300 },
  text: { max: 8_000 },
  shortText: { max: 1_000 },
  name: { min: 2, max: 160 },
  shortName: { min: 2, max: 40 },
  mail: { max: 254 },
  password: { min: 10, max: 200 },
  phone: { max: 40 },
  url: { max: 300 },
  note: { max: 2_000 },
  search: { max: 200 },
  tags: { max: 12 },
  /** A label or synonym of a tag. */
  word: { min: 2, max: 80 },
  synonyms: { max: 40 },
  broader: { max: 5 },
  related: { max: 30 },
  /** Tags that are merged into another at once. */
  merged: { max: 20 },
  /** Suggestions of one account that nobody has decided on yet. */
  openSuggestions: { max: 30 },
  listFilter: { max: 50 },
  /** Filters that one account keeps, and what each is called. */
  savedFilters: { max: 20 },
  filterName: { min: 1, max: 60 },
  neverMatchWith: { max: 50 },
  dois: { max: 20 },
  trl: { min: 1, max: 9 },
} as const;
