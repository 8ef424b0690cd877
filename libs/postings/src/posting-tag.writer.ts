import { Injectable } from '@nestjs/common';
import { badInput, type FieldProblem, type TagState, TagWeight } from '@wilma/domain';
import { rowsOf, type Tx } from '@wilma/platform';
import type { PostingTagInput } from './posting.input.js';
import { PostingTag } from './posting-tag.entity.js';
import { shareTags } from './tag-lock.js';

type NewTag = Pick<PostingTag, 'position' | 'postingId' | 'tagId' | 'weight'>;

@Injectable()
export class PostingTagWriter {
  /** Holds off merges of tags: before a posting is locked whose tags will be written. */
  begin(tx: Tx): Promise<void> {
    return shareTags(tx);
  }

  /**
   * Makes the posting's tags those given, in their order; undefined or null leaves them. Of a tag
   * that was merged into another, the posting carries that one.
   * @returns whether anything changed
   * @throws DomainError BAD_USER_INPUT on an unknown tag, one that stands twice, and one that the
   *   coordinators gave up, unless the posting carries it already
   */
  async replace(
    tx: Tx,
    postingId: string,
    given: readonly PostingTagInput[] | null | undefined,
  ): Promise<boolean> {
    if (given === null || given === undefined) return false;
    await shareTags(tx);
    const before = await tx.find(PostingTag, { where: { postingId }, order: { position: 'ASC' } });
    const carried = new Set(before.map(({ tagId }) => tagId));
    const rows = rowsFor(postingId, given, await this.check(tx, given, carried));
    if (before.map(keyOf).join() === rows.map(keyOf).join()) return false;
    await tx.delete(PostingTag, { postingId });
    if (rows.length > 0) await tx.insert(PostingTag, rows);
    return true;
  }

  count(tx: Tx, postingId: string): Promise<number> {
    return tx.countBy(PostingTag, { postingId });
  }

  /** @returns what each id stands for: by the database, since a suggestion may be moments old */
  private async check(
    tx: Tx,
    given: readonly PostingTagInput[],
    carried: ReadonlySet<string>,
  ): Promise<ReadonlyMap<string, string>> {
    const known = await rowsOf<{ id: string; current: string; state: TagState }>(
      tx,
      `SELECT tag.id, current.id AS current, current.state FROM tag
         JOIN tag AS current ON current.id = COALESCE(tag.merged_into, tag.id)
        WHERE tag.id = ANY($1)`,
      [given.map(({ tag }) => tag)],
    );
    const byId = new Map(known.map((tag) => [tag.id, tag]));
    const problems = given.flatMap(({ tag }, index): FieldProblem[] => {
      const path = `tags.${String(index)}.tag`;
      const found = byId.get(tag);
      if (found === undefined) return [{ path, problem: 'unknownTag' }];
      if (found.state === 'DEPRECATED' && !carried.has(found.current)) {
        return [{ path, problem: 'tagRetired' }];
      }
      const first = given.findIndex((other) => other.tag === tag);
      return first < index ? [{ path, problem: 'duplicateTag' }] : [];
    });
    if (problems.length > 0) throw badInput(...problems);
    return new Map(known.map(({ id, current }) => [id, current]));
  }
}

/** Two that were merged meanwhile are one, with the greater weight, where the first stood. */
function rowsFor(
  postingId: string,
  given: readonly PostingTagInput[],
  currentOf: ReadonlyMap<string, string>,
): NewTag[] {
  const weights = new Map<string, number>();
  for (const { tag, weight } of given) {
    const tagId = currentOf.get(tag) ?? tag;
    weights.set(tagId, Math.max(weights.get(tagId) ?? 0, weight ?? TagWeight.RELEVANT));
  }
  return [...weights].map(([tagId, weight], position) => ({ postingId, tagId, weight, position }));
}

const keyOf = ({ tagId, weight }: { tagId: string; weight: number }): string =>
  `${tagId}:${String(weight)}`;
