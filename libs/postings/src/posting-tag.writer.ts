import { Injectable } from '@nestjs/common';
import { badInput, type FieldProblem, TagWeight } from '@wilma/domain';
import type { Tx } from '@wilma/platform';
import { VocabularyService } from '@wilma/taxonomy';
import type { PostingTagInput } from './posting.input.js';
import { PostingTag } from './posting-tag.entity.js';

@Injectable()
export class PostingTagWriter {
  constructor(private readonly vocabulary: VocabularyService) {}

  /**
   * Makes the posting's tags those given, in their order; undefined or null leaves them.
   * @returns whether anything changed
   * @throws DomainError BAD_USER_INPUT on an unknown tag and on one that stands twice
   */
  async replace(
    tx: Tx,
    postingId: string,
    given: readonly PostingTagInput[] | null | undefined,
  ): Promise<boolean> {
    if (given === null || given === undefined) return false;
    await this.check(given);
    const rows = given.map(({ tag, weight }, position) => ({
      postingId,
      tagId: tag,
      weight: weight ?? TagWeight.RELEVANT,
      position,
    }));
    const before = await tx.find(PostingTag, { where: { postingId }, order: { position: 'ASC' } });
    if (before.map(keyOf).join() === rows.map(keyOf).join()) return false;
    await tx.delete(PostingTag, { postingId });
    if (rows.length > 0) await tx.insert(PostingTag, rows);
    return true;
  }

  count(tx: Tx, postingId: string): Promise<number> {
    return tx.countBy(PostingTag, { postingId });
  }

  private async check(given: readonly PostingTagInput[]): Promise<void> {
    const graph = await this.vocabulary.graph();
    const problems = given.flatMap(({ tag }, index): FieldProblem[] => {
      const path = `tags.${String(index)}.tag`;
      if (!graph.has(tag)) return [{ path, problem: 'unknownTag' }];
      const first = given.findIndex((other) => other.tag === tag);
      return first < index ? [{ path, problem: 'duplicateTag' }] : [];
    });
    if (problems.length > 0) throw badInput(...problems);
  }
}

const keyOf = ({ tagId, weight }: { tagId: string; weight: number }): string =>
  `${tagId}:${String(weight)}`;
