import {
  type BudgetBand,
  capitalised,
  type CooperationForm,
  type District,
  type Locale,
  type PostingKind,
  type ReadinessLevel,
  type SizeClass,
} from '@wilma/domain';
import * as de from './de.js';
import * as en from './en.js';
import { translator } from './translator.js';
import type { Words } from './words.js';

/** What the other side of a match may read of a posting before anything is released. */
export interface PostingView {
  readonly kind: PostingKind;
  readonly title: string;
  /** One sentence. */
  readonly summary: string;
  /** Name of the organisation, or null where it is not released. */
  readonly organisation: string | null;
  readonly district: District | null;
  /** WZ section A to V, edition 2025; of a longer code the section counts. */
  readonly sector: string | null;
  readonly sizeClass: SizeClass | null;
  readonly cooperationForms: readonly CooperationForm[];
  readonly budget: BudgetBand | null;
  /** `YYYY-MM-DD`. */
  readonly startsOn: string | null;
  readonly trl: number | null;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

const WORDS: Readonly<Record<Locale, Words>> = { de: de.words, en: en.words };
const factText = translator({ de: de.facts, en: en.facts });

/** What the values of the vocabularies are called in a language. */
export const wordsOf = (locale: Locale): Words => WORDS[locale];

/** The name of a WZ section, or null where the code belongs to none. */
export function sectorName(sector: string | null, locale: Locale): string | null {
  const section = (sector ?? '').charAt(0).toUpperCase();
  const names: Readonly<Partial<Record<string, string>>> = wordsOf(locale).sector;
  return names[section] ?? null;
}

/**
 * Who stands behind a posting, fit to open a sentence: the organisation's name, or where it is not
 * released "ein Unternehmen im Landkreis Bautzen".
 */
export function partyOf(posting: PostingView, locale: Locale): string {
  if (posting.organisation !== null) return posting.organisation;
  const words = wordsOf(locale);
  const place = posting.district === null ? [] : [words.inDistrict[posting.district]];
  return [words.someone[posting.kind], ...place].join(' ');
}

/** Who stands behind a posting with all that is public of it, for a row of its own. */
function fullParty(posting: PostingView, locale: Locale): string {
  const words = wordsOf(locale);
  if (posting.organisation !== null) {
    const place = posting.district === null ? [] : [words.districtInFull[posting.district]];
    return [posting.organisation, ...place].join(', ');
  }
  const { sector, sizeClass } = posting;
  const size = sizeClass === null ? null : words.sizeClass[sizeClass];
  return [capitalised(partyOf(posting, locale)), sectorName(sector, locale), size]
    .filter((part) => part !== null)
    .join(', ');
}

const isLevel = (trl: number, words: Words): trl is ReadinessLevel => trl in words.trl;

/** `date` is taken as noon in UTC, the same day in Berlin. */
const dayOf = (date: string): Date => new Date(`${date.slice(0, 10)}T12:00:00Z`);

/** What a busy reader who is asked wants to know of the other side's posting, in rows. */
export function postingFacts(posting: PostingView, locale: Locale): Fact[] {
  const text = factText(locale);
  return [...describingFacts(posting, locale), { label: text('effort'), value: text('effortNow') }];
}

/** What a posting is, in rows; rows that say nothing are left out. */
export function describingFacts(posting: PostingView, locale: Locale): Fact[] {
  const words = wordsOf(locale);
  const text = factText(locale);
  const { cooperationForms, budget, startsOn, trl } = posting;
  const forms = cooperationForms.map((form) => words.form[form]).join(', ');
  const rows: readonly [label: keyof typeof de.facts, value: string | null][] = [
    ['from', fullParty(posting, locale)],
    ['cooperation', forms === '' ? null : capitalised(forms)],
    ['budget', budget === null ? null : words.budget[budget]],
    ['start', startsOn === null ? text('startOpen') : text('startFrom', { day: dayOf(startsOn) })],
    [
      'readiness',
      trl !== null && isLevel(trl, words)
        ? text('readinessLevel', { level: trl, meaning: words.trl[trl] })
        : null,
    ],
  ];
  return rows.flatMap(([label, value]) => (value === null ? [] : [{ label: text(label), value }]));
}
