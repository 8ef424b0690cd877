import { Locale, type TagConcept } from '@wilma/domain';
import type { Tx } from '@wilma/platform';
import { Tag, TagLabel, TagRelation } from './tag.entity.js';
import type { StoredTag, Vocabulary } from './vocabulary.js';
import { beginRevision, vocabularyOf } from './vocabulary.reader.js';

/** What came of loading the files. */
export interface LoadReport {
  readonly added: number;
  /** Concepts that coordinators have under another id already. */
  readonly known: readonly string[];
  /** Tags whose broader or related ones changed: what carries them is to be matched again. */
  readonly moved: readonly string[];
}

/**
 * Makes the stored vocabulary what the files say. What curators did stands: states, and the words
 * and relations of the tags on which they changed them. A word that they gave away stays where it
 * is. Tags that the files don't name stay as they are.
 */
export async function loadConcepts(tx: Tx, concepts: readonly TagConcept[]): Promise<LoadReport> {
  const before = await beginRevision(tx);
  const plan = new LoadPlan(before, concepts);
  await tx.insert(
    Tag,
    plan.added.map(({ id }) => ({ id })),
  );
  await tx.query('DELETE FROM tag_label WHERE tag_id = ANY($1)', [plan.worded.map(idOf)]);
  await tx.insert(
    TagLabel,
    plan.worded.flatMap((concept) => plan.labelsOf(concept)),
  );
  await tx.query('DELETE FROM tag_relation WHERE tag_id = ANY($1)', [plan.related.map(idOf)]);
  await tx.insert(
    TagRelation,
    plan.related.flatMap((concept) => plan.relationsOf(concept)),
  );
  const after = await openCircles(tx);
  const moved = before.all().filter((tag) => isMoved(tag, after.get(tag.id)));
  return { added: plan.added.length, known: plan.known, moved: moved.map(idOf) };
}

const idOf = ({ id }: { readonly id: string }): string => id;
const keyOf = (locale: Locale, text: string): string => `${locale} ${text.toLowerCase()}`;

/** Which of the files' words and relations are taken over. */
class LoadPlan {
  readonly added: readonly TagConcept[];
  readonly worded: readonly TagConcept[];
  readonly related: readonly TagConcept[];
  readonly known: readonly string[];
  /** Words that are given away, and to whom. */
  private readonly held = new Map<string, string>();
  /** Ids of the files and the tags that stand for them. */
  private readonly standsFor = new Map<string, string>();

  constructor(before: Vocabulary, concepts: readonly TagConcept[]) {
    const named = new Set(concepts.map(idOf));
    for (const { id, wordsBy, words } of before.all()) {
      if (wordsBy === 'FILE' && named.has(id)) continue;
      for (const { locale, text } of words) this.held.set(keyOf(locale, text), id);
    }
    for (const { id } of before.all()) this.standsFor.set(id, id);
    const [added, known]: [TagConcept[], string[]] = [[], []];
    for (const concept of concepts.filter(({ id }) => before.get(id) === undefined)) {
      const holder = this.holderOf(concept);
      this.standsFor.set(concept.id, holder ?? concept.id);
      if (holder === undefined) added.push(concept);
      else known.push(concept.id);
    }
    const keptBy = (keeper: 'relationsBy' | 'wordsBy', { id }: TagConcept): boolean =>
      (before.get(id)?.[keeper] ?? 'FILE') === 'FILE' && !known.includes(id);
    this.added = added;
    this.known = known;
    this.worded = concepts.filter((concept) => keptBy('wordsBy', concept));
    this.related = concepts.filter((concept) => keptBy('relationsBy', concept));
  }

  labelsOf({ id, label, synonyms }: TagConcept): TagLabel[] {
    return Object.values(Locale).flatMap((locale) =>
      [
        { tagId: id, locale, text: label[locale], preferred: true },
        ...synonyms[locale].map((text) => ({ tagId: id, locale, text, preferred: false })),
      ]
        .filter(({ text }) => !this.held.has(keyOf(locale, text)))
        .map((word) => word as TagLabel),
    );
  }

  relationsOf({ id, broader, related }: TagConcept): TagRelation[] {
    const to = (ids: readonly string[], kind: TagRelation['kind']) =>
      [...new Set(ids.flatMap((other) => this.standsFor.get(other) ?? []))]
        .filter((otherId) => otherId !== id)
        .map((otherId) => ({ tagId: id, otherId, kind }) as TagRelation);
    return [...to(broader, 'BROADER'), ...to(related, 'RELATED')];
  }

  private holderOf({ label }: TagConcept): string | undefined {
    return Object.values(Locale)
      .map((locale) => this.held.get(keyOf(locale, label[locale])))
      .find((holder) => holder !== undefined);
  }
}

/** The files and the curators may each have put one tag below the other: the curators' word counts. */
async function openCircles(tx: Tx): Promise<Vocabulary> {
  for (;;) {
    const vocabulary = await vocabularyOf(tx);
    const circle = vocabulary.circle();
    if (circle === null) return vocabulary;
    const fromFile = circle.find((id) => vocabulary.get(id)?.relationsBy === 'FILE');
    if (fromFile === undefined) throw new Error(`tags stand in a circle: ${circle.join()}`);
    const next = circle[(circle.indexOf(fromFile) + 1) % circle.length] ?? fromFile;
    await tx.query(
      `DELETE FROM tag_relation WHERE tag_id = $1 AND kind = 'BROADER'
         AND other_id IN (SELECT id FROM tag WHERE $2 IN (id, merged_into))`,
      [fromFile, next],
    );
  }
}

const isMoved = (before: StoredTag, after: StoredTag | undefined): boolean =>
  after !== undefined &&
  (before.broader.join() !== after.broader.join() ||
    before.related.join() !== after.related.join());
