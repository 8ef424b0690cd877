import { CooperationForm, District, distanceKm } from '@wilma/domain';
import type { MatchPosting } from './posting.js';

/** The circumstances besides the topic, in the order in which parts telescope. */
export const FIT_KINDS = ['FORM', 'MATURITY', 'DISTRICT', 'TIME'] as const;
export type FitKind = (typeof FIT_KINDS)[number];

/** Priors: the share of the score that a circumstance takes away where it does not fit at all. */
export const FIT_WEIGHT: Readonly<Record<FitKind, number>> = {
  FORM: 0.3,
  MATURITY: 0.2,
  DISTRICT: 0.1,
  TIME: 0.2,
};

/** Whether times have to overlap, or only to lie near each other (exp(−years/8)). */
export type TimeFit = 'DISTANCE' | 'OVERLAP';

/**
 * What counts where either side says nothing (prior): less than any good fit (from about .6:
 * one TRL short, 30 km), far more than a misfit.
 */
export const NEUTRAL_FIT = 0.6;

/** How well each circumstance fits, 0 to 1; null where either side says nothing. */
export type Fits = Readonly<Record<FitKind, number | null>>;

/** Days since 1970, the last one included; infinite where a side is open. */
interface Period {
  readonly from: number;
  readonly to: number;
}

export interface Circumstances {
  /** In the order of the vocabulary. */
  readonly forms: ReadonlySet<CooperationForm>;
  /** Wanted by a need, reached by an offer. */
  readonly trl: number | null;
  readonly district: District | null;
  readonly period: Period | null;
}

export function circumstancesOf(posting: MatchPosting): Circumstances {
  return {
    forms: new Set(Object.values(CooperationForm).filter((form) => posting.forms.includes(form))),
    trl: posting.targetTrl ?? posting.trl,
    district: posting.district,
    period: periodOf(posting),
  };
}

export function fitsOf(need: Circumstances, offer: Circumstances, time: TimeFit = 'OVERLAP'): Fits {
  return {
    FORM: formFit(need.forms, offer.forms),
    MATURITY: maturityFit(need.trl, offer.trl),
    DISTRICT: districtFit(need.district, offer.district),
    TIME: (time === 'OVERLAP' ? timeFit : nearnessFit)(need.period, offer.period),
  };
}

/**
 * None in common: 0. One suffices to begin with, so a need that is open to many forms is not worse
 * off than one that names a single form: two thirds, the rest by the share of the need's forms.
 */
function formFit(need: Circumstances['forms'], offer: Circumstances['forms']): number | null {
  if (need.size === 0 || offer.size === 0) return null;
  let common = 0;
  for (const form of need) if (offer.has(form)) common += 1;
  return common === 0 ? 0 : (2 + common / need.size) / 3;
}

/**
 * exp(−Δ/2) over the levels that the offer lacks. What is riper than wanted can be used as it is,
 * what is less ripe must be developed first: a level too many counts half.
 */
function maturityFit(wanted: number | null, reached: number | null): number | null {
  if (wanted === null || reached === null) return null;
  return Math.exp(-Math.max(wanted - reached, (reached - wanted) / 2) / 2);
}

/** exp(−km/60). A posting from elsewhere counts as farther away than any two districts are. */
function districtFit(need: District | null, offer: District | null): number | null {
  if (need === null || offer === null) return null;
  return DISTRICT_FIT[need][offer];
}

const ELSEWHERE_KM = 150;

const DISTRICT_FIT: Readonly<Record<District, Readonly<Record<District, number>>>> = perDistrict(
  (a) => perDistrict((b) => Math.exp(-(distanceKm(a, b) ?? ELSEWHERE_KM) / 60)),
);

function perDistrict<T>(value: (district: District) => T): Record<District, T> {
  const districts = Object.values(District);
  return Object.fromEntries(districts.map((id) => [id, value(id)])) as Record<District, T>;
}

/** Days that a need with an open start or end is taken to last. */
const OPEN_NEED_DAYS = 365;

/** Share of the need's days on which the offer is available. */
function timeFit(need: Period | null, offer: Period | null): number | null {
  if (need === null || offer === null) return null;
  const from = Number.isFinite(need.from) ? need.from : need.to - OPEN_NEED_DAYS + 1;
  const to = Number.isFinite(need.to) ? need.to : need.from + OPEN_NEED_DAYS - 1;
  const common = Math.min(to, offer.to) - Math.max(from, offer.from) + 1;
  return Math.max(0, common) / (to - from + 1);
}

/** Years in which nearness in time falls to 1/e. */
const NEAR_YEARS = 8;
const DAYS_A_YEAR = 365.25;

function nearnessFit(need: Period | null, offer: Period | null): number | null {
  if (need === null || offer === null) return null;
  return Math.exp(-Math.abs(need.from - offer.from) / (NEAR_YEARS * DAYS_A_YEAR));
}

/** Null where neither day is given, or where they contradict each other. */
function periodOf({ startsOn, endsOn }: MatchPosting): Period | null {
  if (startsOn === null && endsOn === null) return null;
  const from = startsOn === null ? -Infinity : dayOf(startsOn);
  const to = endsOn === null ? Infinity : dayOf(endsOn);
  return from <= to ? { from, to } : null;
}

const MS_PER_DAY = 86_400_000;
const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY;
