import { rowsOf, type SignedLinks, type Tx } from '@wilma/platform';
import type { EntityManager } from 'typeorm';
import type { Somebody } from './succession.reader.js';

/** Everything by which a person is found in the database; see `statementFor`. */
export interface Person {
  readonly id: string | null;
  readonly mails: readonly string[];
  readonly keys: readonly string[];
  readonly pattern: string;
  readonly jsonPattern: string;
  readonly reach: string;
  readonly jsonReach: string;
  readonly postings: readonly string[];
  readonly matches: readonly string[];
}

interface Known {
  readonly names: readonly string[];
  readonly phones: readonly string[];
  readonly orcids: readonly string[];
  readonly postings: readonly string[];
  readonly matches: readonly string[];
}

/** Postings and matches in whose texts a name can only mean the person: theirs and their colleagues'. */
const KNOWN_SQL = `
  WITH near AS (
    SELECT id FROM posting
     WHERE lower(contact_mail) = ANY ($2) OR created_by = $1 OR organisation_id IN (
             SELECT organisation_id FROM membership WHERE account_id = $1)
     UNION SELECT posting_id FROM posting_version WHERE author_id = $1)
  SELECT ARRAY(SELECT name FROM auth."user" WHERE id = $1
                UNION SELECT contact_name FROM posting WHERE lower(contact_mail) = ANY ($2)) AS names,
         ARRAY(SELECT DISTINCT contact_phone FROM posting
                WHERE lower(contact_mail) = ANY ($2) AND contact_phone IS NOT NULL) AS phones,
         ARRAY(SELECT DISTINCT orcid FROM posting
                WHERE lower(contact_mail) = ANY ($2) AND orcid IS NOT NULL) AS orcids,
         ARRAY(SELECT id FROM near) AS postings,
         ARRAY(SELECT match.id FROM match
                WHERE need_id IN (SELECT id FROM near) OR offer_id IN (SELECT id FROM near)
                   OR $1 IN (assignee_id, decided_by)
                UNION SELECT match_id FROM match_note WHERE author_id = $1
                UNION SELECT match_id FROM asking WHERE person = ANY ($2)) AS matches`;

/** Shorter ones would be found in the middle of anything. */
const SHORTEST = 4;

const ADDRESSES_SQL = `
  SELECT lower(email) AS mail, 0 AS place FROM auth."user" WHERE id = $1 AND "emailVerified"
   UNION ALL
  SELECT DISTINCT lower(address), 1 FROM address_confirmation AS proof
   WHERE account_id = $1 AND NOT EXISTS (
           SELECT FROM auth."user" WHERE lower(email) = lower(proof.address))
   ORDER BY place`;

/**
 * An account with its addresses: what was never confirmed may be somebody else's, what is another
 * account's by now is not its any more.
 */
export async function somebodyOf(reader: EntityManager, accountId: string): Promise<Somebody> {
  const rows = await rowsOf<{ mail: string }>(reader, ADDRESSES_SQL, [accountId]);
  return { accountId, mails: rows.map(({ mail }) => mail) };
}

export async function personOf(
  tx: Tx,
  { accountId, mails }: Somebody,
  links: SignedLinks,
): Promise<Person> {
  const [known] = await rowsOf<Known>(tx, KNOWN_SQL, [accountId, mails]);
  if (known === undefined) throw new Error('a statement without FROM has one row');
  const { names, phones, orcids, postings, matches } = known;
  // A single word may be any word: somebody's name is Wilma.
  const fullNames = names.filter((name) => /\S\s+\S/.test(name));
  const reach = [...mails, ...phones, ...orcids];
  return {
    id: accountId,
    mails,
    keys: mails.map((mail) => links.addresseeKey(mail)),
    pattern: patternOf([...reach, ...fullNames], 'text'),
    jsonPattern: patternOf([...reach, ...fullNames], 'json'),
    reach: patternOf(reach, 'text'),
    jsonReach: patternOf(reach, 'json'),
    postings,
    matches,
  };
}

/** Matches no text at all; an empty pattern would match every one. */
const NOTHING = 'a^';

/** White space is any white space, since mails are wrapped; in JSON it may be escaped. */
function patternOf(values: readonly string[], within: 'json' | 'text'): string {
  const space = within === 'text' ? String.raw`\s+` : String.raw`(?:\s|\\[nrt])+`;
  const long = values.filter((value) => value.length >= SHORTEST);
  if (long.length === 0) return NOTHING;
  const patterns = long
    .map((value) => (within === 'text' ? value : JSON.stringify(value).slice(1, -1)))
    .map((value) => value.trim().split(/\s+/).map(escaped).join(space));
  // Not within a longer word; in JSON a letter before it may belong to an escape.
  const before = within === 'text' ? String.raw`(?<!\w)` : '';
  return String.raw`${before}(?:${patterns.join('|')})(?!\w)`;
}

const escaped = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, String.raw`\$&`);
