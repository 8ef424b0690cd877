import type { CooperationForm, TagStep } from '@wilma/domain';
import type { Place, Silent } from '../reason.js';

/** Labels of the tags that a topic reason speaks of, in quotation marks. */
export interface TopicWords {
  readonly need: string;
  readonly offer: string;
  /** The tag before the offer's on the path: for siblings what both belong to. */
  readonly between: string;
}

/** All sentences of one language. They are read by coordinators and by both sides alike. */
export interface Messages {
  readonly quote: (label: string) => string;
  readonly day: (date: Date) => string;
  readonly and: (one: string, other: string) => string;
  readonly form: Readonly<Record<CooperationForm, string>>;
  /** As it stands after "from" and "between". */
  readonly place: Readonly<Record<Place, string>>;

  /** By the last step from the need's tag to the offer's. */
  readonly topic: Readonly<Record<TagStep, (words: TopicWords) => string>>;
  readonly commonForms: (forms: string) => string;
  readonly maturity: (wanted: number, reached: number) => string;
  readonly samePlace: (place: string) => string;
  readonly distance: (between: string, km: number) => string;
  readonly period: (from: string, to: string) => string;
  readonly periodFrom: (from: string) => string;
  readonly periodUntil: (to: string) => string;
  readonly periodOpen: string;

  readonly essentialTag: (tag: string) => string;
  readonly formDiffers: (need: string, offer: string) => string;
  readonly lessMature: (wanted: number, reached: number) => string;
  readonly moreMature: (wanted: number, reached: number) => string;
  readonly timeDiffers: string;
  readonly formUnknown: Readonly<Record<Silent, string>>;
  readonly maturityUnknown: Readonly<Record<Silent, string>>;
  readonly timeUnknown: Readonly<Record<Silent, string>>;
  readonly fewTags: string;
}
