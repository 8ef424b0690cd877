import { AbilityBuilder, createMongoAbility, type MongoAbility } from '@casl/ability';
import { type Actor, isStaff, managedBy, organisationsOf } from './actor.js';
import { forbidden, notFound, unauthenticated } from './errors.js';
import {
  type MembershipRole,
  PostingConfirmation,
  PostingState,
  type Visibility,
} from './vocabulary.js';

/** What a rule may ask of a subject. `is` tells the subjects apart. */
export interface PostingFacts {
  readonly is: 'Posting';
  readonly id: string;
  readonly organisationId: string;
  readonly state: PostingState;
  readonly visibility: Visibility;
  /** Null where it was not entered on somebody's behalf. */
  readonly confirmation: PostingConfirmation | null;
}

export interface MatchAccessFacts {
  readonly is: 'Match';
  readonly needOrganisationId: string;
  readonly offerOrganisationId: string;
  /** Whether its sides were ever asked, so that they know of it. */
  readonly everAsked: boolean;
}

/** One side of one match, for answers. */
export interface MatchSideFacts {
  readonly is: 'MatchSide';
  readonly matchId: string;
  readonly organisationId: string;
}

export interface OrganisationFacts {
  readonly is: 'Organisation';
  readonly id: string;
  /** Whether a coordinator vouches for it. Not known: as if nobody did. */
  readonly isVerified?: boolean;
}

/** Somebody was asked to act for the organisation. */
export interface InvitationFacts {
  readonly is: 'Invitation';
  readonly organisationId: string;
  readonly role: MembershipRole;
}

export interface AccountFacts {
  readonly is: 'Account';
  readonly id: string;
}

export interface ProgrammeFacts {
  readonly is: 'Programme';
}

export type PostingAbility =
  | 'read'
  | 'readOwner'
  | 'readContact'
  | 'readConfidential'
  | 'edit'
  | 'submit'
  | 'pause'
  | 'resume'
  | 'renew'
  | 'close'
  | 'transfer'
  | 'confirm'
  | 'refuse'
  | 'review'
  // To coordinators, as what should not be there.
  | 'report'
  | 'attribute';
export type MatchAbility =
  | 'read'
  // What coordinators see of it: their own work and what the sides tell them alone.
  | 'oversee'
  | 'decide'
  | 'assign'
  | 'attribute'
  | 'annotate'
  | 'start'
  | 'conclude'
  | 'suggestMore';
export type OrganisationAbility =
  | 'read'
  | 'post'
  | 'create'
  | 'join'
  | 'leave'
  | 'invite'
  | 'inviteManager'
  | 'seeMembers'
  // With their mail addresses.
  | 'reachMembers'
  // Its members' roles, their removal and its mail domains.
  | 'lead'
  // What coordinators note on its standing, and their decision on it.
  | 'oversee'
  | 'verify';
export type TagAbility = 'suggest' | 'curate';

type Abilities =
  | [PostingAbility, 'Posting' | PostingFacts]
  | [MatchAbility, 'Match' | MatchAccessFacts]
  | ['answer', 'MatchSide' | MatchSideFacts]
  | [TagAbility, 'Tag']
  | ['edit', 'Programme' | ProgrammeFacts]
  | ['read' | 'change', 'Account' | AccountFacts]
  // All accounts, and where they are signed in.
  | ['list' | 'endSessions', 'Account']
  // What coordinators see of people and of mails.
  | ['read', 'Absence' | 'Mail']
  | [OrganisationAbility, 'Organisation' | OrganisationFacts]
  | ['read' | 'withdraw', 'Invitation' | InvitationFacts]
  // The versions of what was learned from decisions.
  | ['read' | 'activate', 'MatchingModel']
  // What somebody thinks should not be there.
  | ['read' | 'handle', 'PostingReport']
  // What the worker could not do, and the queues themselves.
  | ['read' | 'retry', 'Job']
  // What ever happened, and who read what was entrusted to staff.
  | ['read', 'Audit']
  // Every mail that was to leave.
  | ['read', 'MailLog']
  // How the programs and what they stand on are.
  | ['read' | 'tryMail', 'Installation'];

export type Ability = MongoAbility<Abilities>;

const READ_ALL: PostingAbility[] = ['read', 'readOwner', 'readContact', 'readConfidential'];
const OWN_POSTING: PostingAbility[] = [
  ...READ_ALL,
  'edit',
  'submit',
  'pause',
  'resume',
  'renew',
  'close',
  'transfer',
];

/** Drafts are their owner's alone. */
const HANDED_IN = (Object.keys(PostingState) as PostingState[]).filter(
  (state) => state !== 'DRAFT',
);

/** Everybody sees them. */
const LISTED = { state: 'PUBLISHED', visibility: { $in: ['NAMED', 'BLINDED'] } } as const;

/** Every rule for every viewer; what is not allowed here is refused. */
export function abilityOf(actor: Actor): Ability {
  const { can, cannot, build } = new AbilityBuilder<Ability>(createMongoAbility);
  const own = { $in: [...organisationsOf(actor)] };

  can('read', 'Posting', LISTED);
  can('readOwner', 'Posting', { state: 'PUBLISHED', visibility: 'NAMED' });

  if (actor.kind === 'LINK') {
    can('answer', 'MatchSide', { matchId: actor.matchId, organisationId: actor.organisationId });
  }
  if (actor.kind === 'CONTACT') {
    can(['read', 'readOwner', 'readContact', 'confirm', 'refuse', 'renew'], 'Posting', {
      id: actor.postingId,
    });
  }
  if (actor.kind === 'ACCOUNT') {
    const managed = { $in: [...managedBy(actor)] };
    can(['read', 'change'], 'Account', { id: actor.accountId });
    can(OWN_POSTING, 'Posting', { organisationId: own });
    for (const side of ['needOrganisationId', 'offerOrganisationId'] as const) {
      can(['read', 'start', 'conclude'], 'Match', { [side]: own, everAsked: true });
    }
    can('answer', 'MatchSide', { organisationId: own });
    // Who waits to be verified is known to its members.
    can('read', 'Organisation', { isVerified: true });
    can('read', 'Organisation', { id: own });
    can(['post', 'seeMembers', 'leave'], 'Organisation', { id: own });
    can(['lead', 'reachMembers'], 'Organisation', { id: managed });
    // Whoever signs up may found an organisation: mails to strangers leave only for verified ones.
    can('invite', 'Organisation', { id: own, isVerified: true });
    can('inviteManager', 'Organisation', { id: managed, isVerified: true });
    can('read', 'Invitation', { organisationId: own });
    can('withdraw', 'Invitation', { organisationId: own, role: 'MEMBER' });
    can('withdraw', 'Invitation', { organisationId: managed });
    // An address that nobody has confirmed may be somebody else's: nothing happens in its name.
    if (actor.isUnconfirmed !== true) {
      can(['create', 'join'], 'Organisation');
      can('suggest', 'Tag');
      can('report', 'Posting', LISTED);
      cannot('report', 'Posting', { organisationId: own });
    }
  }
  if (isStaff(actor)) {
    can(['read', 'oversee', 'decide', 'assign', 'attribute', 'annotate'], 'Match');
    can(['start', 'conclude', 'suggestMore'], 'Match');
    can([...READ_ALL, 'review', 'transfer', 'attribute'], 'Posting', {
      state: { $in: [...HANDED_IN] },
    });
    can('edit', 'Programme');
    // Whoever phoned has nobody else to enter and keep it.
    can(OWN_POSTING, 'Posting', { confirmation: { $in: Object.values(PostingConfirmation) } });
    can('post', 'Organisation');
    can(['read', 'oversee', 'verify', 'invite', 'inviteManager'], 'Organisation');
    can(['seeMembers', 'reachMembers', 'lead'], 'Organisation');
    can(['read', 'withdraw'], 'Invitation');
    can('curate', 'Tag');
    can(['read', 'handle'], 'PostingReport');
    can('read', ['Absence', 'Mail']);
    can(['read', 'activate'], 'MatchingModel');
    // Nobody decides on an organisation they belong to, nor on its postings and matches.
    cannot(['verify', 'lead'], 'Organisation', { id: own });
    can('lead', 'Organisation', { id: { $in: [...managedBy(actor)] } });
    cannot('review', 'Posting', { organisationId: own });
    cannot('decide', 'Match', { needOrganisationId: own });
    cannot('decide', 'Match', { offerOrganisationId: own });
  }
  // Operators' commands act as the system.
  const isOperator =
    actor.kind === 'SYSTEM' || (actor.kind === 'ACCOUNT' && actor.role === 'ADMIN');
  if (isOperator) {
    can(['read', 'retry'], 'Job');
    can('read', ['Audit', 'MailLog', 'Installation']);
    can('tryMail', 'Installation');
    can(['list', 'endSessions'], 'Account');
  }
  return build({ detectSubjectType: (subject) => subject.is });
}

/**
 * Passes where the actor may do this, else throws: NOT_FOUND where they may not even see the
 * subject, FORBIDDEN where they see it, of visitors UNAUTHENTICATED.
 */
export function demand(actor: Actor, ...asked: Abilities): void {
  const ability = abilityOf(actor);
  if (ability.can(...asked)) return;
  const subject = asked[1];
  const visible =
    typeof subject === 'string' ||
    subject.is === 'MatchSide' ||
    ability.can(...(['read', subject] as unknown as Abilities));
  if (!visible) throw notFound();
  throw actor.kind === 'VISITOR' ? unauthenticated() : forbidden();
}

/** Whether the actor sees of matches what is for coordinators. */
export const overseesMatches = (actor: Actor): boolean => abilityOf(actor).can('oversee', 'Match');
