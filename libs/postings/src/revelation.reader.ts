import { Injectable } from '@nestjs/common';
import {
  abilityOf,
  type Actor,
  type Identity,
  type Revelation,
  revelationsIn,
  tellingWords,
} from '@wilma/domain';
import { abilitySql, Database, rowsOf } from '@wilma/platform';
import { POSTING_FACTS } from './posting-access.js';

/** Public texts of postings in which somebody may give themselves away. */
const TEXTS = ['title', 'summary', 'description', 'tried', 'goal', 'evidence'] as const;

/** What in a posting tells whose it is, and in which of its fields. */
export interface PostingRevelation extends Revelation {
  readonly field: string;
}

type Texts = Readonly<Record<(typeof TEXTS)[number], string | null>>;

interface Row extends Texts {
  readonly id: string;
  readonly organisation: string;
  readonly website: string | null;
  readonly transferEmail: string | null;
  readonly municipality: string | null;
  /** Whether no other organisation of its sector sits there. */
  readonly isAlone: boolean;
  readonly people: readonly string[];
  readonly mails: readonly string[];
  readonly contactName: string;
  readonly contactMail: string;
  readonly contactPhone: string | null;
}

const IDENTITIES = `
  SELECT posting.id, ${TEXTS.map((text) => `posting.${text}`).join(', ')},
         organisation.name AS organisation, organisation.website,
         organisation.transfer_email AS "transferEmail", organisation.municipality,
         NOT EXISTS (
           SELECT FROM organisation AS other
            WHERE other.id <> organisation.id AND other.verified_at IS NOT NULL
              AND lower(other.municipality) = lower(organisation.municipality)
              AND other.sector IS NOT DISTINCT FROM organisation.sector) AS "isAlone",
         ARRAY(SELECT account.name FROM membership JOIN auth."user" account ON account.id = account_id
                WHERE organisation_id = organisation.id LIMIT 100) AS people,
         ARRAY(SELECT account.email FROM membership JOIN auth."user" account ON account.id = account_id
                WHERE organisation_id = organisation.id LIMIT 100) AS mails,
         contact_name AS "contactName", contact_mail AS "contactMail",
         contact_phone AS "contactPhone"
    FROM posting JOIN organisation ON organisation.id = posting.organisation_id
   WHERE posting.id = ANY(:ids)`;

/** Words that tell nothing: the vocabulary has them, others are named so, or it is a place. */
const COMMON_SQL = `
  SELECT word FROM unnest($1::text[]) AS word
   WHERE EXISTS (SELECT FROM search_label WHERE stems && ARRAY(
                   SELECT unnest(stems) FROM search_terms(word)))
      OR EXISTS (SELECT FROM organisation
                  WHERE search_fold(municipality) = search_fold(word)
                     OR (name <> ALL ($2)
                         AND search_fold(name) LIKE '%' || search_fold(word) || '%'))`;

/** Finds what in postings would give their owners away, for owners and staff before it is listed. */
@Injectable()
export class RevelationReader {
  constructor(private readonly database: Database) {}

  /** For each posting; nothing where the viewer may not read all of it. */
  async of(actor: Actor, ids: readonly string[]): Promise<PostingRevelation[][]> {
    const allowed = abilitySql(abilityOf(actor), ['readConfidential', 'Posting'], POSTING_FACTS);
    const [sql, values] = this.database.read.dataSource.driver.escapeQueryWithParameters(
      `${IDENTITIES} AND ${allowed.sql}`,
      { ids, ...allowed.parameters },
    );
    const rows = await rowsOf<Row>(this.database.read, sql, values);
    const common = await this.commonAmong(rows);
    return ids.map((id) => {
      const row = rows.find((one) => one.id === id);
      if (row === undefined) return [];
      const identity = identityOf(row, common);
      return TEXTS.flatMap((field) =>
        revelationsIn(row[field] ?? '', identity).map((found) => ({ ...found, field })),
      );
    });
  }

  private async commonAmong(rows: readonly Row[]): Promise<ReadonlySet<string>> {
    const words = [...new Set(rows.flatMap(wordsOf))];
    if (words.length === 0) return new Set();
    const names = rows.map(({ organisation }) => organisation);
    const found = await rowsOf<{ word: string }>(this.database.read, COMMON_SQL, [words, names]);
    return new Set(found.map(({ word }) => word));
  }
}

const wordsOf = ({ organisation, website }: Row): string[] =>
  tellingWords([organisation], website === null ? [] : [website]);

function identityOf(row: Row, common: ReadonlySet<string>): Identity {
  const { organisation, website, transferEmail, municipality, isAlone } = row;
  const { people, mails, contactName, contactMail, contactPhone } = row;
  return {
    organisations: [organisation],
    hosts: [website ?? '', transferEmail ?? '', ...mails, contactMail],
    people: [contactName, ...people],
    phones: [contactPhone ?? ''],
    words: wordsOf(row).filter((word) => !common.has(word)),
    places: isAlone && municipality !== null ? [municipality] : [],
  };
}
