import type { Side } from '@wilma/domain';
import type { OpenQuestion, Silent } from './reason.js';

/** Who reads an explanation: one of its sides, or whoever stands between them. */
export type Reader = Side | 'BETWEEN';

type Unknown = Extract<OpenQuestion, { readonly side: Silent }>;

const isUnknown = (question: OpenQuestion): question is Unknown => 'side' in question;

/**
 * What a reader should ask: what they could tell themselves is no question to them, but advice
 * (see {@link adviceFor}), so that nothing is said twice.
 */
export function questionsFor(all: readonly OpenQuestion[], reader: Reader): OpenQuestion[] {
  return all.flatMap((question): OpenQuestion[] => {
    if (isUnknown(question)) {
      const { side } = question;
      if (reader === 'BETWEEN' || side === reader) return [];
      return [side === 'BOTH' ? { ...question, side: otherThan(reader) } : question];
    }
    if (question.kind === 'FEW_TAGS') return reader === 'OFFER' ? [question] : [];
    return question.kind === 'ESSENTIAL_TAG' && reader === 'OFFER' ? [] : [question];
  });
}

/** What a reader could do for a better match: tell more, or have the sides tell more. */
export function adviceFor(all: readonly OpenQuestion[], reader: Reader): OpenQuestion[] {
  return all.flatMap((question): OpenQuestion[] => {
    if (isUnknown(question)) {
      if (reader === 'BETWEEN') return [question];
      return question.side === 'BOTH' || question.side === reader
        ? [{ ...question, side: reader }]
        : [];
    }
    if (question.kind === 'FEW_TAGS') return reader === 'OFFER' ? [] : [question];
    return question.kind === 'ESSENTIAL_TAG' && reader === 'OFFER' ? [question] : [];
  });
}

const otherThan = (side: Side): Side => (side === 'NEED' ? 'OFFER' : 'NEED');
