import { Injectable } from '@nestjs/common';
import type { Locale, Side, TagStep } from '@wilma/domain';
import {
  adviceFor,
  adviceText,
  openQuestionText,
  type PartKind,
  QuotableText,
  type Quote,
  questionsFor,
  type Reader,
  type Reason,
  reasonText,
} from '@wilma/matching';
import type { Posting } from '@wilma/postings';
import { VocabularyService } from '@wilma/taxonomy';
import type { Match } from './match.entity.js';

/** To whom a match is explained, and in which language. */
export interface Telling {
  readonly reader: Reader;
  readonly locale: Locale;
}

/** A reason in words, with the tags that lead from the need's to the offer's. */
export interface ReasonInWords {
  readonly kind: PartKind;
  readonly text: string;
  readonly tag: string | null;
  readonly path: readonly string[];
  /** How the last tag of the path was reached. */
  readonly step: TagStep | null;
  /** Sides that do not name their tag, but whose text does. */
  readonly readIn: readonly Side[];
  /** Tags that the sides' texts may be quoted for. */
  readonly quoted: readonly QuotedTag[];
}

export interface QuotedTag {
  readonly side: Side;
  readonly tag: string;
}

export interface SideQuote extends Quote {
  readonly side: Side;
}

export type SideTexts = Readonly<Record<Side, QuotableText | null>>;

/** One who may answer for both sides is told of them as of others. */
export const readerOf = ([one, other]: readonly Side[]): Reader =>
  one !== undefined && other === undefined ? one : 'BETWEEN';

/** What everybody reads who sees the posting. */
export function publicTextOf(posting: Posting): QuotableText {
  const { language, title, summary, description } = posting;
  const { goal, tried, evidence } = posting as PublicParts;
  const parts = [title, summary, description, goal, tried, evidence];
  return new QuotableText(parts.filter((part) => part).join('\n'), language);
}

/** What needs or offers alone have. */
type PublicParts = Partial<Record<'evidence' | 'goal' | 'tried', string | null>>;

/** Puts into words why a match was suggested, what is open, and what would make it better. */
@Injectable()
export class MatchExplainer {
  constructor(private readonly vocabulary: VocabularyService) {}

  async reasons({ reasons }: Match, telling: Telling): Promise<ReasonInWords[]> {
    const told = await this.told(telling);
    const before = new Set<string>();
    return reasons.map((reason) => {
      const path = reason.kind === 'TOPIC' ? reason.path : [];
      return {
        kind: reason.kind,
        text: reasonText(reason, told),
        tag: reason.kind === 'TOPIC' ? reason.tag : null,
        path: path.map(({ tag }) => tag),
        step: path.at(-1)?.step ?? null,
        readIn: reason.kind === 'TOPIC' ? (reason.readIn ?? []) : [],
        quoted: quotedTags(reason, telling.reader).filter(({ side, tag }) => {
          const key = `${side} ${tag}`;
          return !before.has(key) && before.add(key);
        }),
      };
    });
  }

  /** Where the texts name the tags; nothing of texts that do not name theirs. */
  async quotes(quoted: readonly QuotedTag[], texts: SideTexts): Promise<SideQuote[]> {
    const graph = await this.vocabulary.graph();
    return quoted.flatMap(({ side, tag }) => {
      const [text, concept] = [texts[side], graph.get(tag)];
      if (text === null || concept === undefined) return [];
      const quote = text.quoteOf(concept);
      return quote === null ? [] : [{ side, ...quote }];
    });
  }

  async openQuestions({ openQuestions }: Match, telling: Telling): Promise<string[]> {
    const told = await this.told(telling);
    return questionsFor(openQuestions, telling.reader).map((question) =>
      openQuestionText(question, told),
    );
  }

  async advice({ openQuestions }: Match, telling: Telling): Promise<string[]> {
    const told = await this.told(telling);
    return adviceFor(openQuestions, telling.reader).flatMap(
      (question) => adviceText(question, told) ?? [],
    );
  }

  private async told(telling: Telling) {
    const graph = await this.vocabulary.graph();
    const labelOf = (tag: string, locale: Locale): string => graph.get(tag)?.label[locale] ?? tag;
    return { ...telling, labelOf };
  }
}

/** A side knows its own text; where a tag was found in it all the same, it is shown where. */
function quotedTags(reason: Reason, reader: Reader): QuotedTag[] {
  if (reason.kind !== 'TOPIC') return [];
  const tags = { NEED: reason.tag, OFFER: reason.path.at(-1)?.tag ?? reason.tag };
  return (['NEED', 'OFFER'] as const)
    .filter((side) => side !== reader || reason.readIn?.includes(side))
    .map((side) => ({ side, tag: tags[side] }));
}
