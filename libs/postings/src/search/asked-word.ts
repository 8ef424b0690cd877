/** A word for a tag in which a word of the search was met. */
export interface MetLabel {
  readonly tag: string;
  /** How many words it has. */
  readonly size: number;
  /** Condition on texts that contain it. */
  readonly phrase: string;
  /** Whether the word itself stands in it, and not only as a part of a compound. */
  readonly isItself: boolean;
  /** Conditions on texts that contain other words for the tag. */
  readonly others: readonly string[];
}

/** A word of a search and what is known of it. */
export interface AskedWord {
  readonly word: string;
  /** What it is found by in texts. */
  readonly stems: readonly string[];
  /** As it was typed, or as a correction is spelled. */
  readonly spelling: string;
  /** What other words with it begin with, its ending taken off. */
  readonly base: string;
  /** Says nothing by itself. */
  readonly isStop: boolean;
  /** Whether known words begin with the base. */
  readonly isBeginning: boolean;
  /** What known words are found by that it ends or stands in. */
  readonly compounds: readonly string[];
  readonly labels: readonly MetLabel[];
}

/** Whether anything public is known by it. Numbers are taken as they are. */
export const isKnown = ({ word, isBeginning, compounds, labels }: AskedWord): boolean =>
  isBeginning || compounds.length > 0 || labels.length > 0 || /\d/.test(word) || word.length < 3;
