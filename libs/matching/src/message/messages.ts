import type { CooperationForm, Side, TagStep } from '@wilma/domain';
import type { Reader } from '../reader.js';
import type { Place, Silent } from '../reason.js';

/** What the postings are called to a reader: one of them may be theirs. In mid-sentence. */
export interface SideNames {
  readonly need: string;
  readonly offer: string;
  /** The same in the genitive. */
  readonly ofNeed: string;
  readonly ofOffer: string;
}

/** What a topic reason speaks of. */
export interface TopicWords {
  /** A clause each that says that the posting names or mentions its topic. */
  readonly need: string;
  readonly offer: string;
  /** The label of the tag before the offer's on the path: for siblings what both belong to. */
  readonly between: string;
}

/** What somebody is told that would make a match better. */
export interface AdviceWords {
  readonly form: (side: Silent) => string;
  readonly maturity: (side: Silent) => string;
  readonly time: (side: Silent) => string;
  /** @param missing how many tags would be enough */
  readonly moreTags: (missing: number) => string;
}

type Asked = Readonly<Record<Silent, (names: SideNames) => string>>;
type Clause = (names: SideNames, side: Side, label: string) => string;
type Differs = (names: SideNames, wanted: string, reached: string) => string;

/** All sentences of one language. They may start with a small letter where a name comes first. */
export interface Messages {
  readonly quote: (label: string) => string;
  readonly day: (date: Date) => string;
  readonly and: (one: string, other: string) => string;
  readonly form: Readonly<Record<CooperationForm, string>>;
  /** As it stands after "from" and "between". */
  readonly place: Readonly<Record<Place, string>>;
  readonly names: Readonly<Record<Reader, SideNames>>;
  readonly level: (level: number, meaning: string) => string;

  readonly bothName: (label: string) => string;
  readonly bothMention: (label: string) => string;
  /** @param side the one that mentions in its text what the other names */
  readonly oneMentions: Clause;
  readonly says: Clause;
  readonly mentions: Clause;
  /** By the last step from the need's tag to the offer's. */
  readonly topic: Readonly<Record<Exclude<TagStep, 'SAME'>, (words: TopicWords) => string>>;
  readonly commonForms: (forms: string) => string;
  readonly sameMaturity: (level: string) => string;
  readonly nearMaturity: (wanted: string, reached: string) => string;
  /** What is riper than wanted can be used as it is. */
  readonly riperMaturity: (wanted: string, reached: string) => string;
  readonly samePlace: (place: string) => string;
  readonly distance: (between: string, km: number) => string;
  readonly period: (from: string, to: string) => string;
  readonly periodFrom: (from: string) => string;
  readonly periodUntil: (to: string) => string;
  readonly periodOpen: string;

  readonly essentialTag: (names: SideNames, tag: string) => string;
  readonly formDiffers: (need: string, offer: string) => string;
  readonly lessMature: Differs;
  readonly moreMature: Differs;
  readonly timeDiffers: string;
  readonly formUnknown: Asked;
  readonly maturityUnknown: Asked;
  readonly timeUnknown: Asked;
  readonly fewTags: (names: SideNames) => string;

  readonly advise: Readonly<Record<Side, AdviceWords>>;
  /** To whoever stands between the sides. */
  readonly askThem: AdviceWords;
  /** To the offer's side. */
  readonly tagToAdd: (tag: string) => string;
}
