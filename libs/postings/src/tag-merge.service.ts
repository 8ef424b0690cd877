import { Injectable } from '@nestjs/common';
import {
  accountIdOf,
  type Actor,
  badInput,
  type CarriedTag,
  conflict,
  demand,
  mergeCarried,
  type MergedTags,
  notFound,
  splitAction,
  splitCarried,
  stepTag,
  type UnmergedState,
} from '@wilma/domain';
import { Clock, Database, EventLog, isUuid, rowsOf, type Tx } from '@wilma/platform';
import { beginRevision, type Vocabulary, vocabularyOf, VocabularyService } from '@wilma/taxonomy';
import { IsNull } from 'typeorm';
import { carriedBy, carriersOf, setCarried } from './carried-tags.js';
import { holdTags } from './tag-lock.js';
import { type TagBefore, TagMerge } from './tag-merge.entity.js';

/** Merges tags and undoes it: vocabulary, postings and the record of both in one transaction. */
@Injectable()
export class TagMergeService {
  constructor(
    private readonly database: Database,
    private readonly vocabulary: VocabularyService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Merges tags into an approved one: their words lead to it, postings carry it in their place.
   * @throws DomainError CONFLICT where a tag's state forbids it, BAD_USER_INPUT on tags merged into
   *   themselves or into what stands below them
   */
  async merge(actor: Actor, from: readonly string[], into: string): Promise<TagMerge> {
    demand(actor, 'curate', 'Tag');
    const merged = await this.database.transaction(async (tx) => {
      const vocabulary = await beginRevision(tx);
      const before = tagsBefore(vocabulary, from, into);
      await setStates(
        tx,
        before.map((tag) => ({ ...tag, state: 'MERGED', mergedInto: into })),
      );
      if ((await vocabularyOf(tx)).circle() !== null) {
        throw badInput({ path: 'into', problem: 'tagCircle' });
      }
      const changes = await mergePostings(tx, new Set(from), into);
      const merge = tx.create(TagMerge, {
        intoId: into,
        tags: before,
        postings: changes.size,
        revision: vocabulary.revision,
        actor: accountIdOf(actor),
        at: this.clock.now(),
      });
      await tx.insert(TagMerge, merge);
      await remember(tx, merge.id, changes);
      const payload = { tag: into, from: [...from], merge: merge.id };
      await this.events.record(tx, actor, 'tag.merged', payload);
      return merge;
    });
    await this.vocabulary.refresh();
    return merged;
  }

  /**
   * Undoes a merge. What was edited since stands: see `splitCarried` for postings.
   * @throws DomainError CONFLICT where it was undone already, or a later merge must be undone first
   */
  async undo(actor: Actor, id: string): Promise<TagMerge> {
    demand(actor, 'curate', 'Tag');
    if (!isUuid(id)) throw notFound();
    await this.database.transaction(async (tx) => {
      const vocabulary = await beginRevision(tx);
      const merge = await tx.findOneBy(TagMerge, { id });
      if (merge === null) throw notFound();
      await this.demandLatest(tx, vocabulary, merge);
      for (const { state } of merge.tags.filter((tag) => tag.state !== 'MERGED')) {
        stepTag('MERGED', splitAction(state as UnmergedState));
      }
      await setStates(tx, merge.tags);
      if ((await vocabularyOf(tx)).circle() !== null) {
        throw conflict('the tag that would come back now stands below what was its own');
      }
      await splitPostings(tx, id);
      await tx.update(TagMerge, { id }, { undoneAt: this.clock.now() });
      const payload = { tag: merge.intoId, from: fromOf(merge), merge: id };
      await this.events.record(tx, actor, 'tag.merge-undone', payload);
    });
    await this.vocabulary.refresh();
    return this.database.read.findOneByOrFail(TagMerge, { id });
  }

  /** Merges into a tag that are not undone, the latest first: that one alone can be undone. */
  of(into: string): Promise<TagMerge[]> {
    return this.database.read.find(TagMerge, {
      where: { intoId: into, undoneAt: IsNull() },
      order: { revision: 'DESC' },
      take: 50,
    });
  }

  private async demandLatest(tx: Tx, vocabulary: Vocabulary, merge: TagMerge): Promise<void> {
    if (merge.undoneAt !== null) throw conflict('this merge was undone already');
    const [latest] = await tx.find(TagMerge, {
      where: { intoId: merge.intoId, undoneAt: IsNull() },
      order: { revision: 'DESC' },
      take: 1,
    });
    const isStanding = merge.tags.every(
      ({ id }) => vocabulary.get(id)?.mergedInto === merge.intoId,
    );
    if (latest?.id !== merge.id || !isStanding) throw conflict('a later merge stands on this one');
  }
}

/** The tags that a merge took in; not those that had gone into them before. */
export const fromOf = ({ tags }: TagMerge): string[] =>
  tags.filter(({ state }) => state !== 'MERGED').map(({ id }) => id);

/** @returns the tags that will be merged, and those that went into them earlier, as they are */
function tagsBefore(vocabulary: Vocabulary, from: readonly string[], into: string): TagBefore[] {
  if (from.length === 0) throw badInput({ path: 'from', problem: 'required' });
  if (from.includes(into) || new Set(from).size < from.length) {
    throw badInput({ path: 'from', problem: 'duplicateTag' });
  }
  const [target, ...merged] = [into, ...from].map((id) => {
    const tag = vocabulary.get(id);
    if (tag === undefined) throw notFound();
    return tag;
  });
  if (target?.state !== 'APPROVED') throw conflict('only an approved tag takes others in');
  for (const { state } of merged) stepTag(state, 'merge');
  const followers = vocabulary
    .all()
    .filter(({ mergedInto }) => mergedInto !== null && from.includes(mergedInto));
  return [...merged, ...followers].map(({ id, state, mergedInto }) => ({ id, state, mergedInto }));
}

async function setStates(tx: Tx, tags: readonly TagBefore[]): Promise<void> {
  await tx.query(
    `UPDATE tag SET state = wanted.state::tag_state, merged_into = wanted."mergedInto",
                    version = version + 1
       FROM jsonb_to_recordset($1::jsonb) AS wanted(id text, state text, "mergedInto" text)
      WHERE tag.id = wanted.id`,
    [JSON.stringify(tags)],
  );
}

/** @returns what became of each posting that carries any of the merged tags */
async function mergePostings(
  tx: Tx,
  from: ReadonlySet<string>,
  into: string,
): Promise<Map<string, MergedTags>> {
  await holdTags(tx);
  const touched = await carriersOf(tx, [...from]);
  const changes = new Map<string, MergedTags>();
  const wanted = new Map<string, CarriedTag[]>();
  for (const [posting, tags] of await carriedBy(tx, touched)) {
    const change = mergeCarried(tags, from, into);
    if (change === null) continue;
    const gone = new Set(change.before.map(({ tag }) => tag));
    changes.set(posting, change);
    wanted.set(posting, [...tags.filter(({ tag }) => !gone.has(tag)), change.after]);
  }
  await setCarried(tx, wanted);
  return changes;
}

async function splitPostings(tx: Tx, merge: string): Promise<void> {
  const rows = await rowsOf<MergedTags & { posting: string }>(
    tx,
    `SELECT posting_id AS posting, before, after FROM tag_merge_posting WHERE merge_id = $1`,
    [merge],
  );
  const touched = rows.map(({ posting }) => posting);
  await holdTags(tx);
  const now = await carriedBy(tx, touched);
  await setCarried(
    tx,
    new Map(rows.map((row) => [row.posting, splitCarried(now.get(row.posting) ?? [], row)])),
  );
}

async function remember(
  tx: Tx,
  merge: string,
  changes: ReadonlyMap<string, MergedTags>,
): Promise<void> {
  const rows = [...changes].map(([posting, change]) => ({ posting, ...change }));
  await tx.query(
    `INSERT INTO tag_merge_posting (merge_id, posting_id, before, after)
     SELECT $1, posting, before, after
       FROM jsonb_to_recordset($2::jsonb) AS row(posting uuid, before jsonb, after jsonb)`,
    [merge, JSON.stringify(rows)],
  );
}
