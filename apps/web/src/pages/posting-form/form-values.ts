import type {
  BudgetBand,
  CooperationForm,
  District,
  Locale,
  OfferKind,
  PostingKind,
  Salutation,
  TagState,
  SizeClass,
  Urgency,
  Visibility,
} from '@wilma/domain';
import type {
  ContactInput,
  NeedFullFragment,
  NeedPatch,
  OfferFullFragment,
  OfferPatch,
} from '../../graphql/generated/graphql.js';

export interface ChosenTag {
  readonly id: string;
  readonly label: string;
  /** What is not approved is seen by the owner and coordinators alone. */
  readonly state: TagState;
  readonly weight: number;
  /** The words for which it was taken from the text, as long as the author has not touched it. */
  readonly readFrom?: string;
}

/** For whom a posting is, as far as the form needs to know. */
export interface FormOwner {
  readonly id: string;
  readonly name: string;
  readonly verified: boolean;
  readonly district?: District | null;
  readonly sector?: string | null;
  readonly sizeClass?: SizeClass | null;
}

/** What the form holds: texts are never null, and an empty choice is an empty string. */
export interface PostingFormValues {
  organisation: string;
  /** Null until it is chosen. */
  owner: FormOwner | null;
  title: string;
  summary: string;
  description: string;
  confidential: string;
  language: Locale;
  tags: ChosenTag[];
  cooperationForms: CooperationForm[];
  trl: string;
  district: District | '';
  startsOn: string | null;
  endsOn: string | null;
  visibility: Visibility;
  contact: {
    salutation: Salutation;
    academicTitle: string;
    name: string;
    mail: string;
    phone: string;
  };
  neverMatchWith: { readonly id: string; readonly name: string }[];
  // Needs only
  targetTrl: string;
  tried: string;
  goal: string;
  urgency: Urgency;
  budget: BudgetBand | '';
  // Offers only
  kind: OfferKind | '';
  evidence: string;
}

/** Who fills the form, for the fields that are known already. */
export interface Author {
  readonly locale: Locale;
  readonly account: {
    readonly name: string;
    readonly email: string;
    readonly salutation: Salutation | null;
    readonly academicTitle: string | null;
  };
  /** Their own; none for coordinators, who write for whoever phoned. */
  readonly organisations: readonly FormOwner[];
  readonly isForOthers?: boolean;
}

export function emptyValues(author: Author): PostingFormValues {
  const { locale, account, organisations, isForOthers = false } = author;
  const [organisation] = isForOthers ? [] : organisations;
  return {
    organisation: organisation?.id ?? '',
    owner: organisation ?? null,
    title: '',
    summary: '',
    description: '',
    confidential: '',
    language: locale,
    tags: [],
    cooperationForms: [],
    trl: '',
    district: organisation?.district ?? '',
    startsOn: null,
    endsOn: null,
    visibility: 'NAMED',
    contact: isForOthers
      ? { salutation: 'NONE', academicTitle: '', name: '', mail: '', phone: '' }
      : {
          salutation: account.salutation ?? 'NONE',
          academicTitle: account.academicTitle ?? '',
          name: account.name,
          mail: account.email,
          phone: '',
        },
    neverMatchWith: [],
    targetTrl: '',
    tried: '',
    goal: '',
    urgency: 'NORMAL',
    budget: '',
    kind: '',
    evidence: '',
  };
}

type Loaded = NeedFullFragment | OfferFullFragment;

const isNeed = (posting: Loaded): posting is NeedFullFragment => 'targetTrl' in posting;
const levelText = (level: number | null): string => (level === null ? '' : String(level));

/** The values of a stored posting; a contact that was never given is prefilled from the author. */
export function valuesOf(posting: Loaded, author: Author): PostingFormValues {
  const empty = emptyValues(author);
  const common: PostingFormValues = {
    ...empty,
    organisation: posting.organisation?.id ?? empty.organisation,
    owner: posting.organisation ?? empty.owner,
    title: posting.title,
    summary: posting.summary,
    description: posting.description,
    confidential: posting.confidential ?? '',
    language: posting.language,
    tags: posting.tags.map(({ tag: { id, label, state }, weight }) => ({
      id,
      label,
      state,
      weight,
    })),
    cooperationForms: [...posting.cooperationForms],
    trl: levelText(posting.trl),
    district: posting.district ?? '',
    startsOn: posting.startsOn,
    endsOn: posting.endsOn,
    visibility: posting.visibility,
    neverMatchWith: [...(posting.neverMatchWith ?? [])],
    contact: posting.contact
      ? {
          salutation: posting.contact.salutation,
          academicTitle: posting.contact.academicTitle ?? '',
          name: posting.contact.name,
          mail: posting.contact.mail,
          phone: posting.contact.phone ?? '',
        }
      : empty.contact,
  };
  if (!isNeed(posting)) {
    return { ...common, kind: posting.kind ?? '', evidence: posting.evidence ?? '' };
  }
  return {
    ...common,
    targetTrl: levelText(posting.targetTrl),
    tried: posting.tried ?? '',
    goal: posting.goal ?? '',
    urgency: posting.urgency ?? 'NORMAL',
    budget: posting.budget ?? '',
  };
}

/** The organisation that is chosen in the form, with all that is known of it. */
export const ownerOf = (
  me: { readonly memberships: readonly { readonly organisation: FormOwner }[] } | null,
  { organisation, owner }: Pick<PostingFormValues, 'organisation' | 'owner'>,
): FormOwner | null =>
  me?.memberships.find((membership) => membership.organisation.id === organisation)?.organisation ??
  owner;

const orNull = (text: string): string | null => text.trim() || null;
const levelOrNull = (level: string): number | null => (level === '' ? null : Number(level));
const choiceOrNull = <T extends string>(choice: T | ''): T | null => choice || null;

/** Whether anything at all was said about a contact. */
export const isContactTyped = ({ salutation, ...texts }: PostingFormValues['contact']): boolean =>
  salutation !== 'NONE' || Object.values(texts).some((text) => text.trim() !== '');

/** Null where neither a name nor an address is given. */
export function contactInput(contact: PostingFormValues['contact']): ContactInput | null {
  if (contact.name.trim() === '' && contact.mail.trim() === '') return null;
  return {
    salutation: contact.salutation,
    academicTitle: orNull(contact.academicTitle),
    name: contact.name.trim(),
    mail: contact.mail.trim(),
    phone: orNull(contact.phone),
  };
}

function commonInput(values: PostingFormValues) {
  return {
    title: values.title.trim(),
    summary: values.summary.trim(),
    description: values.description.trim(),
    confidential: orNull(values.confidential),
    language: values.language,
    tags: values.tags.map(({ id, weight }) => ({ tag: id, weight })),
    cooperationForms: values.cooperationForms,
    trl: levelOrNull(values.trl),
    district: choiceOrNull(values.district),
    startsOn: values.startsOn,
    endsOn: values.endsOn,
    visibility: values.visibility,
    neverMatchWith: values.neverMatchWith.map(({ id }) => id),
    contact: contactInput(values.contact),
  };
}

export type NeedFields = NeedPatch & { title: string };
export type OfferFields = OfferPatch & { title: string };

export const needInput = (values: PostingFormValues): NeedFields => ({
  ...commonInput(values),
  targetTrl: levelOrNull(values.targetTrl),
  tried: orNull(values.tried),
  goal: orNull(values.goal),
  urgency: values.urgency,
  budget: choiceOrNull(values.budget),
});

export const offerInput = (values: PostingFormValues): OfferFields => ({
  ...commonInput(values),
  kind: choiceOrNull(values.kind),
  evidence: orNull(values.evidence),
});

/** A text that changes whenever something would be stored differently. */
export const fingerprint = (kind: PostingKind, values: PostingFormValues): string =>
  JSON.stringify(kind === 'NEED' ? needInput(values) : offerInput(values));
