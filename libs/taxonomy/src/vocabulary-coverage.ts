import { Locale, type TagConcept } from '@wilma/domain';
import { squash } from './tag-search.js';

/** A text and the subjects that somebody else gave it. */
export interface SubjectedText {
  readonly id: string;
  readonly subjects: readonly string[];
}

/** A subject that no word of the vocabulary says. */
export interface MissingSubject {
  readonly text: string;
  readonly subject: string;
  /** Words of the vocabulary that hold it or that it holds, the shortest first. */
  readonly near: readonly string[];
}

export interface Coverage {
  readonly texts: number;
  readonly subjects: number;
  readonly covered: number;
  readonly missing: readonly MissingSubject[];
}

/** Shorter words are held by others by chance. */
const NEAR_FROM = 4;
const NEAR_MOST = 3;

/**
 * Counts the subjects for which a vocabulary has a concept: one of its labels or synonyms, in any
 * language, is the subject, whatever the case, the umlauts and the hyphens. Nothing looser counts.
 */
export function coverageOf(
  concepts: readonly TagConcept[],
  texts: readonly SubjectedText[],
): Coverage {
  const words = new Map<string, string>();
  for (const { label, synonyms } of concepts) {
    for (const locale of Object.values(Locale)) {
      for (const word of [label[locale], ...synonyms[locale]]) words.set(squash(word), word);
    }
  }
  const asked = texts.flatMap(({ id, subjects }) => subjects.map((subject) => ({ id, subject })));
  const missing = asked.filter(({ subject }) => !words.has(squash(subject)));
  return {
    texts: texts.length,
    subjects: asked.length,
    covered: asked.length - missing.length,
    missing: missing.map(({ id, subject }) => ({
      text: id,
      subject,
      near: nearTo(squash(subject), words),
    })),
  };
}

const nearTo = (subject: string, words: ReadonlyMap<string, string>): string[] =>
  [...words]
    .filter(
      ([word]) => word.includes(subject) || (word.length >= NEAR_FROM && subject.includes(word)),
    )
    .map(([, written]) => written)
    .sort((a, b) => a.length - b.length)
    .slice(0, NEAR_MOST);
