import type { PostingFacts, VocabularyFacts } from './explanation-facts.js';

type Side = 'NEED' | 'OFFER';
export type Sides = Readonly<Record<Side, PostingFacts>>;

/** A match as it is stored. */
export interface StoredMatch {
  readonly id: string;
  readonly points: number;
  readonly parts: readonly Part[];
  readonly reasons: readonly StoredReason[];
  readonly open_questions: readonly StoredQuestion[];
}

interface Part {
  readonly kind: string;
  readonly points: number;
  readonly max: number;
  readonly signals?: readonly { readonly points: number; readonly max: number }[];
}

interface Step {
  readonly tag: string;
  readonly step: string;
}

export interface StoredReason {
  readonly kind: string;
  readonly tag?: string;
  readonly path?: readonly Step[];
  readonly readIn?: readonly Side[];
  readonly forms?: readonly string[];
  readonly wanted?: number;
  readonly reached?: number;
  readonly need?: string;
  readonly offer?: string;
  readonly km?: number;
  readonly from?: string | null;
  readonly to?: string | null;
}

interface StoredQuestion {
  readonly kind: string;
  readonly side?: string;
  readonly tag?: string;
  readonly tags?: number;
  readonly wanted?: number;
  readonly reached?: number;
  readonly need?: readonly string[];
  readonly offer?: readonly string[];
}

/** A passage as the API quotes it. */
export interface ToldQuote {
  readonly side: Side;
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

const SIDES = ['NEED', 'OFFER'] as const;
const sum = (parts: readonly { readonly points: number }[]): number =>
  parts.reduce((total, { points }) => total + points, 0);

/** What is untrue of an explanation, by what the database says of both postings. */
export function untruthsOf(match: StoredMatch, sides: Sides, words: VocabularyFacts): string[] {
  return [
    ...pointsProblems(match),
    ...match.reasons.flatMap((reason) => {
      const isTrue = CHECKS[reason.kind]?.(reason, sides, words) ?? false;
      return isTrue ? [] : [`reason ${JSON.stringify(reason)}`];
    }),
    ...match.open_questions.flatMap((question) =>
      isOpen(question, sides) ? [] : [`question ${JSON.stringify(question)}`],
    ),
    ...twice(match.reasons.map(({ kind, tag }) => `${kind} ${tag ?? ''}`)),
  ];
}

function pointsProblems({ points, parts }: StoredMatch): string[] {
  const problems: string[] = [];
  if (sum(parts) !== points) problems.push(`${String(sum(parts))} of ${String(points)} points`);
  for (const part of parts) {
    if (part.points < 0 || part.points > part.max) problems.push(`points of ${part.kind}`);
    if (part.signals && sum(part.signals) !== part.points) problems.push(`signals of ${part.kind}`);
  }
  return problems;
}

const twice = (keys: readonly string[]): string[] =>
  keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `twice: ${key}`);

type Check = (reason: StoredReason, sides: Sides, words: VocabularyFacts) => boolean;

const CHECKS: Readonly<Record<string, Check>> = {
  TOPIC: ({ tag, path = [], readIn = [] }, sides, words) => {
    const tags = { NEED: tag ?? '', OFFER: path.at(-1)?.tag ?? '' };
    return (
      path[0]?.tag === tag &&
      path.every((step, at) => at === 0 || isStep(path[at - 1]!, step, words)) &&
      SIDES.every((side) => sides[side].tags.has(tags[side]) !== readIn.includes(side))
    );
  },
  FORM: ({ forms = [] }, { NEED, OFFER }) =>
    forms.length > 0 &&
    forms.every((form) => NEED.forms.includes(form) && OFFER.forms.includes(form)),
  MATURITY: ({ wanted, reached }, { NEED, OFFER }) =>
    wanted === NEED.trl && reached === OFFER.trl && Math.abs(wanted - reached) <= 3,
  DISTRICT: ({ need, offer, km = NaN }, { NEED, OFFER }) =>
    need === NEED.district && offer === OFFER.district && isDistance(need, offer, km),
  TIME: ({ from, to }, { NEED, OFFER }) => {
    const starts = [NEED.startsOn, OFFER.startsOn].flatMap((day) => day ?? []).sort();
    const ends = [NEED.endsOn, OFFER.endsOn].flatMap((day) => day ?? []).sort();
    const isOrdered = !from || !to || from <= to;
    return from === (starts.at(-1) ?? null) && to === (ends[0] ?? null) && isOrdered;
  },
};

function isStep(before: Step, { tag, step }: Step, { broader, related }: VocabularyFacts) {
  switch (step) {
    case 'NARROWER':
    case 'SIBLING':
      // Down again from what is broader leads to a sibling, and nothing else does.
      return (
        broader.has(`${tag} ${before.tag}`) && (before.step === 'BROADER') === (step === 'SIBLING')
      );
    case 'BROADER':
      return broader.has(`${before.tag} ${tag}`);
    default:
      return step === 'RELATED' && related.has(`${before.tag} ${tag}`);
  }
}

/** The districts' middles in kilometres east and north of 51° N, 13° E, by hand from a map. */
const PLACES: Readonly<Record<string, readonly [number, number]>> = {
  COTTBUS: [92, 84.5],
  DAHME_SPREEWALD: [54, 120],
  ELBE_ELSTER: [31, 66.5],
  OBERSPREEWALD_LAUSITZ: [66, 66.5],
  SPREE_NEISSE: [100, 75.5],
  BAUTZEN: [85, 30],
  GOERLITZ: [129, 22],
};

function isDistance(one: string, other: string, km: number): boolean {
  const [[x, y], [u, v]] = [PLACES[one] ?? [NaN, NaN], PLACES[other] ?? [NaN, NaN]];
  return km <= 50 && Math.abs(Math.hypot(x - u, y - v) - km) <= 4;
}

function isOpen(question: StoredQuestion, { NEED, OFFER }: Sides): boolean {
  const { kind, side, tag = '' } = question;
  const given = SAID[kind];
  if (given) return side === silentSide(given(NEED), given(OFFER));
  switch (kind) {
    case 'ESSENTIAL_TAG':
      return NEED.tags.get(tag) === 3 && !OFFER.tags.has(tag);
    case 'FEW_TAGS':
      return question.tags === NEED.tags.size && NEED.tags.size < 3;
    case 'FORM_DIFFERS':
      return !NEED.forms.some((form) => OFFER.forms.includes(form));
    case 'MATURITY_DIFFERS':
      return question.wanted === NEED.trl && question.reached === OFFER.trl;
    default:
      return kind === 'TIME_DIFFERS';
  }
}

const SAID: Readonly<Record<string, (posting: PostingFacts) => boolean>> = {
  FORM_UNKNOWN: ({ forms }) => forms.length > 0,
  MATURITY_UNKNOWN: ({ trl }) => trl !== null,
  TIME_UNKNOWN: ({ startsOn, endsOn }) => startsOn !== null || endsOn !== null,
};

function silentSide(need: boolean, offer: boolean): string | null {
  if (need && offer) return null;
  return need ? 'OFFER' : offer ? 'NEED' : 'BOTH';
}

/** What is untrue of the passages that a reason is told with. */
export function misquotes(
  { tag = '', path = [], readIn = [] }: StoredReason,
  quotes: readonly ToldQuote[],
  [sides, { wordings }]: readonly [Sides, VocabularyFacts],
): string[] {
  const tags = { NEED: tag, OFFER: path.at(-1)?.tag ?? '' };
  const unproven = readIn.filter((side) => !quotes.some((quote) => quote.side === side));
  return [
    ...unproven.map((side) => `no quote for ${tags[side]} in the ${side}`),
    ...quotes.flatMap(({ side, before, words, after }) => {
      const { texts, language } = sides[side];
      const isLiteral = texts.some((text) => text.includes(`${before}${words}${after}`));
      const named = wordings.get(`${tags[side]} ${language}`) ?? [];
      const isMeant = named.some((wording) => sharesWord(wording, words));
      return isLiteral && isMeant ? [] : [`${side} ${tags[side]}: ${before}[${words}]${after}`];
    }),
  ];
}

/** Whether a passage holds the first letters of each word of a wording, compounds included. */
function sharesWord(wording: string, passage: string): boolean {
  const found = plain(passage);
  const asked = plain(wording.replace(/\(.*?\)/g, '')).match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  return asked.some((word) => found.includes(word.slice(0, 4)));
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
