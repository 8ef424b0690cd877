import type { CooperationForm, District, Side } from '@wilma/domain';
import type { PathStep } from './expansion.js';

/** A district with a place on the map. */
export type Place = Exclude<District, 'ELSEWHERE'>;

/** Why a pair fits: plain data that can be stored and put into words in any language. */
export type Reason = TopicReason | FormReason | MaturityReason | DistrictReason | TimeReason;

export interface TopicReason {
  readonly kind: 'TOPIC';
  /** The tag of the need. */
  readonly tag: string;
  /** From the tag of the need to the tag of the offer, both included. */
  readonly path: readonly PathStep[];
  /** Sides that do not name their tag, but whose text does; none where it is left out. */
  readonly readIn?: readonly Side[];
}

export interface FormReason {
  readonly kind: 'FORM';
  /** What both sides name. */
  readonly forms: readonly CooperationForm[];
}

export interface MaturityReason {
  readonly kind: 'MATURITY';
  /** TRL wanted by the need and reached by the offer. */
  readonly wanted: number;
  readonly reached: number;
}

export interface DistrictReason {
  readonly kind: 'DISTRICT';
  readonly need: Place;
  readonly offer: Place;
  /** Between the districts' centroids. */
  readonly km: number;
}

export interface TimeReason {
  readonly kind: 'TIME';
  /** First and last day (YYYY-MM-DD) that suit both; null where both are open. */
  readonly from: string | null;
  readonly to: string | null;
}

/** Who left something out. */
export type Silent = Side | 'BOTH';

/** What should be asked before or while the two sides talk. */
export type OpenQuestion =
  | { readonly kind: 'ESSENTIAL_TAG'; readonly tag: string }
  | {
      readonly kind: 'FORM_DIFFERS';
      readonly need: readonly CooperationForm[];
      readonly offer: readonly CooperationForm[];
    }
  | { readonly kind: 'MATURITY_DIFFERS'; readonly wanted: number; readonly reached: number }
  | { readonly kind: 'TIME_DIFFERS' }
  | { readonly kind: 'FORM_UNKNOWN'; readonly side: Silent }
  | { readonly kind: 'MATURITY_UNKNOWN'; readonly side: Silent }
  | { readonly kind: 'TIME_UNKNOWN'; readonly side: Silent }
  | { readonly kind: 'FEW_TAGS'; readonly tags: number };
