import { Injectable } from '@nestjs/common';
import type { Locale, TagStep } from '@wilma/domain';
import { openQuestionText, type PartKind, reasonText } from '@wilma/matching';
import { VocabularyService } from '@wilma/taxonomy';
import type { Match } from './match.entity.js';

/** A reason in words, with the tags that lead from the need's to the offer's. */
export interface ReasonInWords {
  readonly kind: PartKind;
  readonly text: string;
  readonly tag: string | null;
  readonly path: readonly string[];
  /** How the last tag of the path was reached. */
  readonly step: TagStep | null;
}

/** Puts into words why a match was suggested. */
@Injectable()
export class MatchExplainer {
  constructor(private readonly vocabulary: VocabularyService) {}

  async reasons({ reasons }: Match, locale: Locale): Promise<ReasonInWords[]> {
    const labelOf = await this.labels();
    return reasons.map((reason) => {
      const path = reason.kind === 'TOPIC' ? reason.path : [];
      return {
        kind: reason.kind,
        text: reasonText(reason, locale, labelOf),
        tag: reason.kind === 'TOPIC' ? reason.tag : null,
        path: path.map(({ tag }) => tag),
        step: path.at(-1)?.step ?? null,
      };
    });
  }

  async openQuestions({ openQuestions }: Match, locale: Locale): Promise<string[]> {
    const labelOf = await this.labels();
    return openQuestions.map((question) => openQuestionText(question, locale, labelOf));
  }

  private async labels(): Promise<(tag: string, locale: Locale) => string> {
    const graph = await this.vocabulary.graph();
    return (tag, locale) => graph.get(tag)?.label[locale] ?? tag;
  }
}
