import type {
  CooperationForm,
  District,
  Locale,
  PostingKind,
  PostingState,
  Salutation,
  Visibility,
} from '@wilma/domain';
import type { TestDatabase } from './test-database.js';

/** Tags of the vocabulary: postings that carry the same four fit each other well. */
export const FOUR_TAGS = ['glass-melting', 'anomaly-detection', 'sintering', 'image-processing'];

export interface ContactPlan {
  readonly salutation: Salutation;
  readonly academicTitle: string | null;
  readonly name: string;
  readonly mail: string;
  readonly phone: string | null;
}

export interface PostingPlan {
  /** Id of the owner. */
  readonly organisation: string;
  readonly title: string;
  readonly summary: string;
  readonly description: string;
  readonly language: Locale;
  readonly tags: readonly string[];
  readonly cooperationForms: readonly CooperationForm[];
  readonly district: District;
  readonly visibility: Visibility;
  readonly state: PostingState;
  readonly contact: Partial<ContactPlan>;
}

const TITLES: Readonly<Record<PostingKind, string>> = {
  NEED: 'Risse in der Schmelzwanne früh erkennen (Beispiel)',
  OFFER: 'Bildverarbeitung für heiße Oberflächen (Beispiel)',
};

const MAY_HAVE_BEEN_PUBLISHED: readonly PostingState[] = [
  'PUBLISHED',
  'PAUSED',
  'EXPIRED',
  'CLOSED',
];

const CARRY_SQL = `
  INSERT INTO posting_tag (posting_id, tag_id, weight, position)
  SELECT $1, tag, 2, place - 1 FROM unnest($2::text[]) WITH ORDINALITY AS carried (tag, place)`;

/**
 * A posting as if its owner had brought it to its state, published by default; nobody is told of
 * it. Resolves with its id.
 */
export async function buildPosting(
  database: TestDatabase,
  kind: PostingKind,
  plan: Partial<PostingPlan> & Pick<PostingPlan, 'organisation'>,
): Promise<string> {
  const { organisation, tags, contact, cooperationForms, ...rest } = {
    title: TITLES[kind],
    summary: 'Eine Zusammenfassung in einem Satz.',
    description: 'Eine Beschreibung.',
    language: 'de',
    tags: FOUR_TAGS,
    cooperationForms: ['CONTRACT_RESEARCH'],
    district: 'GOERLITZ',
    visibility: 'NAMED',
    state: 'PUBLISHED' as PostingState,
    contact: {},
    ...plan,
  };
  const now = new Date();
  const isPublished = MAY_HAVE_BEEN_PUBLISHED.includes(rest.state);
  const id = await database.insert('posting', {
    ...rest,
    kind,
    cooperation_forms: cooperationForms,
    dois: kind === 'OFFER' ? [] : null,
    published_at: isPublished ? now : null,
    expires_at: isPublished ? new Date(now.getTime() + 90 * 86_400_000) : null,
    organisation_id: organisation,
    contact_salutation: contact.salutation ?? 'NONE',
    contact_academic_title: contact.academicTitle ?? null,
    contact_name: contact.name ?? 'Toni Beispiel',
    contact_mail: contact.mail ?? `${kind.toLowerCase()}@contact.example`,
    contact_phone: contact.phone ?? null,
  });
  await database.query(CARRY_SQL, [id, tags]);
  return id;
}
