import type { Answer, FieldProblem, MatchStrength, Side } from '@wilma/domain';
import type { PostingView } from '../messages/index.js';
import type { PageFrame } from './page.js';

/** What the page behind the link in a mail shows. */
export interface AnswerPage extends PageFrame {
  readonly recipientName: string;
  /** Which of the two postings is the reader's. */
  readonly side: Side;
  readonly ownTitle: string;
  readonly other: PostingView;
  readonly strength: MatchStrength;
  /** Sentences in the reader's language. */
  readonly reasons: readonly string[];
  readonly openQuestions: readonly string[];
  readonly deadline: Date;
  /** Whether the postings are examples. */
  readonly demo: boolean;
  /** What the reader did before, where they may answer again. */
  readonly notice?: 'TAKEN_BACK' | 'QUESTION_ASKED' | null;
  /** Questions of both sides, in the words that were passed on. */
  readonly exchanges: readonly Exchange[];
  /** Whether the reader may ask something. */
  readonly canAsk: boolean;
  /** Whether the reader said yes: then only a question waits for them. */
  readonly saidYes: boolean;
}

/** A question and what came back. */
export interface Exchange {
  readonly by: 'ME' | 'THEM';
  readonly question: string;
  readonly answer: string | null;
  /** Whether it waits for the reader's reply. */
  readonly waits: boolean;
}

/** What was posted and refused: shown again as it was typed. */
export interface Attempt {
  readonly answer: Answer | 'REPLY';
  readonly reason: string;
  readonly note: string;
  /** Paths are `reason` and `note`. */
  readonly problems: readonly FieldProblem[];
}
