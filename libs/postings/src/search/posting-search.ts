import { Injectable } from '@nestjs/common';
import { VocabularyService } from '@wilma/taxonomy';
import { type AskedWord, isKnown } from './asked-word.js';
import { possibleParts, splitterBy } from './compound.js';
import { planOf, type SearchPlan } from './search-plan.js';
import { SearchWordsReader } from './search-words.reader.js';
import { nearestWord } from './spelling.js';

/** What a word of a search was taken for. */
export interface Correction {
  readonly word: string;
  readonly taken: string;
}

export interface SearchMeaning extends SearchPlan {
  readonly corrections: readonly Correction[];
}

/** What stands for a word that was asked for. */
interface Meant {
  readonly asked: AskedWord;
  /** The word itself, its parts, or the one that was meant. */
  readonly words: readonly string[];
  /** How the word is spelled that was meant, where it is another. */
  readonly taken: string | null;
}

const itself = (asked: AskedWord): Meant => ({ asked, words: [asked.word], taken: null });

/** Makes of what somebody typed what to look for. */
@Injectable()
export class PostingSearch {
  constructor(
    private readonly words: SearchWordsReader,
    private readonly vocabulary: VocabularyService,
  ) {}

  /** Null where a text has no words: then nothing is searched. */
  async understand(text: string): Promise<SearchMeaning | null> {
    const asked = await this.words.wordsOf(text);
    if (asked.length === 0) return null;
    const meant = await this.meantBy(asked);
    const graph = await this.vocabulary.graph();
    const plan = planOf(await this.replaced(asked, meant), (tag) =>
      graph.withNarrower([tag]).slice(1),
    );
    return {
      ...plan,
      corrections: meant.flatMap(({ asked: { spelling: word }, taken }) =>
        taken === null ? [] : [{ word, taken }],
      ),
    };
  }

  private async meantBy(asked: readonly AskedWord[]): Promise<Meant[]> {
    const unknown = await this.unknownOf(asked);
    if (unknown.length === 0) return asked.map(itself);
    const [similar, parts] = await Promise.all([
      this.words.similarTo(unknown),
      this.words.knownParts(unknown.flatMap(possibleParts)),
    ]);
    const splitter = splitterBy((part) => parts.has(part));
    return asked.map((one) => {
      const { word } = one;
      if (!unknown.includes(word)) return itself(one);
      const near = similar.filter(({ asked: typed }) => typed === word);
      const nearest = nearestWord(word, near);
      const split = splitter(word);
      if (split !== null && !isTornApart(nearest?.word, split)) {
        return { ...itself(one), words: split };
      }
      if (nearest === null) return itself(one);
      return { asked: one, words: [nearest.word], taken: nearest.spelling };
    });
  }

  /** Words that nothing public is known by. */
  private async unknownOf(asked: readonly AskedWord[]): Promise<string[]> {
    const strange = asked.filter((one) => !one.isStop && !isKnown(one));
    if (strange.length === 0) return [];
    const listed = await this.words.listed(strange);
    return strange.map(({ word }) => word).filter((word) => !listed.has(word));
  }

  private async replaced(
    asked: readonly AskedWord[],
    meant: readonly Meant[],
  ): Promise<readonly AskedWord[]> {
    const words = meant.flatMap((one) => one.words);
    if (words.every((word, index) => word === asked[index]?.word)) return asked;
    const known = await this.words.wordsOf(words.join(' '));
    // One's own drafts may hold the word as it was typed.
    return known.map((one) => {
      const typed = meant.find(({ words: [word], taken }) => taken !== null && word === one.word);
      if (typed !== undefined) return { ...one, stems: [...one.stems, ...typed.asked.stems] };
      const spelling = asked.find(({ word }) => word === one.word)?.spelling ?? one.spelling;
      return { ...one, spelling };
    });
  }
}

/** Whether parts are but the beginning and the end of a word of which a letter was left out. */
const isTornApart = (
  word: string | undefined,
  [first, second]: readonly [string, string],
): boolean => (word?.startsWith(first) ?? false) && (word?.endsWith(second) ?? false);
