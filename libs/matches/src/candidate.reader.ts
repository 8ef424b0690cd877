import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { CooperationForm, District, Locale, PostingKind, TagGraph } from '@wilma/domain';
import { type Corpus, CorpusCounter, type MatchPosting } from '@wilma/matching';
import { rowsOf, type Tx } from '@wilma/platform';
import type { EntityManager } from 'typeorm';

/** So many postings are kept: more than are published. */
const KEPT = 20_000;

interface Row {
  readonly id: string;
  readonly kind: PostingKind;
  readonly organisation_id: string;
  readonly never_match_with: string[];
  readonly forms: CooperationForm[];
  readonly trl: number | null;
  readonly target_trl: number | null;
  readonly district: District | null;
  readonly starts_on: string | null;
  readonly ends_on: string | null;
  readonly tags: { readonly tag: string; readonly weight: 1 | 2 | 3 }[];
  readonly language: Locale;
  readonly title: string;
  readonly text: string;
}

const POSTING_SQL = `
  SELECT posting.id, kind, organisation_id, never_match_with, cooperation_forms::text[] AS forms, trl,
         target_trl, district, starts_on::text, ends_on::text, language, title,
         concat_ws(E'\\n', summary, description, goal, tried, evidence) AS text,
         (SELECT coalesce(json_agg(json_build_object('tag', tag_id, 'weight', weight)
                                   ORDER BY position), '[]')
            FROM posting_tag WHERE posting_id = posting.id
             AND (SELECT state FROM tag WHERE id = tag_id) = 'APPROVED') AS tags
    FROM posting`;

interface Stamp {
  readonly id: string;
  readonly kind: PostingKind;
  readonly stamp: string;
}

/** Which version of its row a posting is in, whoever wrote it, and what it carries. */
const STAMP_SQL = `
  SELECT id, kind,
         concat_ws(' ', xmin, ctid, (SELECT string_agg(tag_id || weight, ' ' ORDER BY position)
                                       FROM posting_tag WHERE posting_id = posting.id)) AS stamp
    FROM posting WHERE state = 'PUBLISHED' ORDER BY id`;

/** Everything that is published, at one moment. */
export interface Published {
  readonly corpus: Corpus;
  readonly needs: readonly MatchPosting[];
  readonly offers: readonly MatchPosting[];
}

/**
 * Reads postings as the matcher wants them. What is public of them is compared; confidential text
 * is not even read.
 */
@Injectable()
export class CandidateReader {
  /** Postings as they were last read: the same object while nothing changes. */
  private readonly known = new Map<string, MatchPosting>();
  /** What was counted, of whichever graph was asked about last. */
  private counted: Counted | null = null;
  private everythingKnown: Published | null = null;
  /** What was published when it was read last, by id; which tags are approved is the graph's. */
  private stamped: { readonly graph: TagGraph | null; readonly postings: StampedById } = {
    graph: null,
    postings: new Map(),
  };

  /** Offers that everybody may find. */
  async listedOffers(from: EntityManager): Promise<MatchPosting[]> {
    const rows = await rowsOf<Row>(
      from,
      `${POSTING_SQL} WHERE kind = 'OFFER' AND state = 'PUBLISHED'
         AND visibility <> 'COORDINATORS_ONLY' ORDER BY posting.id`,
    );
    return rows.map((row) => this.postingOf(row));
  }

  /** Published postings by id. */
  async published(tx: Tx, ids: readonly string[]): Promise<Map<string, MatchPosting>> {
    const rows = await rowsOf<Row>(
      tx,
      `${POSTING_SQL} WHERE state = 'PUBLISHED' AND id = ANY($1) ORDER BY id FOR SHARE`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, this.postingOf(row)]));
  }

  /** By id, whether published or not. */
  async byId(from: EntityManager, ids: readonly string[]): Promise<Map<string, MatchPosting>> {
    if (ids.length === 0) return new Map();
    const rows = await rowsOf<Row>(from, `${POSTING_SQL} WHERE id = ANY($1)`, [[...new Set(ids)]]);
    return new Map(rows.map((row) => [row.id, this.postingOf(row)]));
  }

  /** Everything that is published now. Only what has changed is read and counted anew. */
  async everything(from: EntityManager, graph: TagGraph): Promise<Published> {
    const now = await this.stampedNow(from, graph);
    if (this.counted?.graph !== graph) {
      this.counted = { graph, counter: new CorpusCounter(graph), postings: new Set() };
      this.everythingKnown = null;
    }
    const isCounted = this.count(
      this.counted,
      now.map(({ posting }) => posting),
    );
    const of = (kind: PostingKind): MatchPosting[] =>
      now.filter((one) => one.kind === kind).map(({ posting }) => posting);
    // The same object while nothing changes: what was derived from it holds on.
    if (isCounted || this.everythingKnown === null) {
      this.everythingKnown = {
        corpus: this.counted.counter.corpus(),
        needs: of('NEED'),
        offers: of('OFFER'),
      };
    }
    return this.everythingKnown;
  }

  private async stampedNow(from: EntityManager, graph: TagGraph): Promise<Stamped[]> {
    const before: StampedById =
      this.stamped.graph === graph ? this.stamped.postings : new Map<string, Stamped>();
    const rows = await rowsOf<Stamp>(from, STAMP_SQL);
    const isNew = ({ id, stamp }: Stamp): boolean => before.get(id)?.stamp !== stamp;
    const fresh = await this.byId(
      from,
      rows.filter(isNew).map(({ id }) => id),
    );
    const now = rows.flatMap((row) => {
      const posting = isNew(row) ? fresh.get(row.id) : before.get(row.id)?.posting;
      return posting === undefined ? [] : [{ ...row, posting }];
    });
    this.stamped = { graph, postings: new Map(now.map((one) => [one.id, one])) };
    return now;
  }

  /** @returns whether anything is to be counted otherwise than before */
  private count({ postings: before, counter }: Counted, postings: MatchPosting[]): boolean {
    const now = new Set(postings);
    const gone = [...before].filter((posting) => !now.has(posting));
    const come = postings.filter((posting) => !before.has(posting));
    for (const posting of gone) {
      counter.count(posting, -1);
      before.delete(posting);
    }
    for (const posting of come) {
      counter.count(posting);
      before.add(posting);
    }
    return gone.length + come.length > 0;
  }

  private postingOf(row: Row): MatchPosting {
    const posting = {
      id: row.id,
      organisation: row.organisation_id,
      neverWith: row.never_match_with,
      tags: row.tags,
      words: { locale: row.language, title: row.title, text: row.text },
      forms: row.forms,
      trl: row.trl,
      targetTrl: row.target_trl,
      district: row.district,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
    };
    const before = this.known.get(row.id);
    if (isDeepStrictEqual(before, posting)) return before ?? posting;
    if (this.known.size >= KEPT) this.known.clear();
    // Tags change more often than words, which take longer to read.
    const words = isDeepStrictEqual(before?.words, posting.words) ? before?.words : undefined;
    const changed = { ...posting, words: words ?? posting.words };
    this.known.set(row.id, changed);
    return changed;
  }
}

interface Stamped extends Stamp {
  readonly posting: MatchPosting;
}

type StampedById = ReadonlyMap<string, Stamped>;

interface Counted {
  readonly graph: TagGraph;
  readonly counter: CorpusCounter;
  readonly postings: Set<MatchPosting>;
}
