import { distanceKm, type TagGraph } from '@wilma/domain';
import { NEUTRAL_FIT, type FitKind, type Fits } from './fit.js';
import type { ScorePart } from './parts.js';
import type { PreparedNeed, PreparedOffer } from './prepared.js';
import type { OpenQuestion, Reason, Silent, TopicReason } from './reason.js';
import { meetingsOf, type Meeting } from './meeting.js';
import { ENOUGH_TAGS } from './topic.js';

/** A scored pair with everything that an explanation draws on. */
export interface ScoredPair {
  readonly need: PreparedNeed;
  readonly offer: PreparedOffer;
  readonly graph: TagGraph;
  readonly fits: Fits;
  readonly points: number;
  readonly parts: readonly ScorePart[];
}

export interface Explanation {
  readonly reasons: readonly Reason[];
  readonly openQuestions: readonly OpenQuestion[];
}

/** Why a pair fits and what remains to be asked; nothing of either where it does not fit at all. */
export function explain(pair: ScoredPair): Explanation {
  if (pair.points === 0) return { reasons: [], openQuestions: [] };
  const meetings = meetingsOf(pair.need, pair.offer, pair.graph);
  const findings = pair.parts.flatMap(({ kind, points }) =>
    kind === 'TOPIC' ? [] : { points, ...FINDING[kind](pair) },
  );
  const questions = findings.flatMap(({ question }) => question ?? []);
  const fitting = findings
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .flatMap(({ reason }) => reason ?? []);
  return {
    reasons: [...topicReasons(meetings, pair.points), ...fitting],
    openQuestions: [...missingEssentials(pair.need, meetings), ...questions, ...fewTags(pair)],
  };
}

/** The topics that bring a point or more, by what they bring. */
function topicReasons(meetings: readonly Meeting[], points: number): TopicReason[] {
  const cover = meetings.reduce((sum, one) => sum + one.cover, 0);
  return meetings
    .filter((one) => one.cover * points >= cover)
    .sort((a, b) => b.cover - a.cover)
    .slice(0, MOST_TOPICS)
    .map(({ reason }) => reason);
}

/** Nobody reads more. */
const MOST_TOPICS = 8;

/** A wider or neighbouring topic does not settle whether an essential one is covered. */
function missingEssentials(need: PreparedNeed, meetings: readonly Meeting[]): OpenQuestion[] {
  const settled = meetings
    .map(({ reason }) => reason)
    .filter(({ path }) => ['SAME', 'NARROWER'].includes(path.at(-1)?.step ?? ''))
    .map(({ tag }) => tag);
  return need.topic.terms
    .filter(({ tag, essential }) => essential && !settled.includes(tag))
    .map(({ tag }) => ({ kind: 'ESSENTIAL_TAG', tag }));
}

function fewTags({ need: { topic } }: ScoredPair): OpenQuestion[] {
  const tags = topic.terms.length;
  return tags < ENOUGH_TAGS ? [{ kind: 'FEW_TAGS', tags }] : [];
}

/** What a circumstance has to say: that it fits, or what is unclear about it. */
interface Finding {
  readonly reason?: Reason;
  readonly question?: OpenQuestion;
}

const speaksFor = (fit: number | null): boolean => fit !== null && fit >= NEUTRAL_FIT;

const FINDING: Readonly<Record<FitKind, (pair: ScoredPair) => Finding>> = {
  FORM({ need, offer, fits }) {
    const [asked, given] = [need.circumstances.forms, offer.circumstances.forms];
    if (fits.FORM === null) {
      return { question: { kind: 'FORM_UNKNOWN', side: silent(asked.size > 0, given.size > 0) } };
    }
    return speaksFor(fits.FORM)
      ? { reason: { kind: 'FORM', forms: [...asked].filter((form) => given.has(form)) } }
      : { question: { kind: 'FORM_DIFFERS', need: [...asked], offer: [...given] } };
  },
  MATURITY({ need, offer, fits }) {
    const [wanted, reached] = [need.circumstances.trl, offer.circumstances.trl];
    if (wanted === null || reached === null) {
      const side = silent(wanted !== null, reached !== null);
      return { question: { kind: 'MATURITY_UNKNOWN', side } };
    }
    return speaksFor(fits.MATURITY)
      ? { reason: { kind: 'MATURITY', wanted, reached } }
      : { question: { kind: 'MATURITY_DIFFERS', wanted, reached } };
  },
  DISTRICT({ need: { circumstances: asked }, offer: { circumstances: given } }) {
    const [need, offer] = [asked.district, given.district];
    if (need === null || offer === null || need === 'ELSEWHERE' || offer === 'ELSEWHERE') return {};
    const km = distanceKm(need, offer);
    return km === null || km > NEAR_KM ? {} : { reason: { kind: 'DISTRICT', need, offer, km } };
  },
  TIME({ need, offer, fits }) {
    if (fits.TIME === null) {
      const [asked, given] = [need.circumstances.period, offer.circumstances.period];
      return { question: { kind: 'TIME_UNKNOWN', side: silent(asked !== null, given !== null) } };
    }
    return speaksFor(fits.TIME)
      ? { reason: { kind: 'TIME', ...commonPeriod(need, offer) } }
      : { question: { kind: 'TIME_DIFFERS' } };
  },
};

/** Distance up to which two districts are near enough to be worth saying. */
const NEAR_KM = 50;

/** Who left it out, where at least one did. */
const silent = (need: boolean, offer: boolean): Silent =>
  need ? 'OFFER' : offer ? 'NEED' : 'BOTH';

/** ISO days order like text. */
function commonPeriod({ posting: need }: PreparedNeed, { posting: offer }: PreparedOffer) {
  const given = (...days: (string | null)[]): string[] => days.flatMap((day) => day ?? []).sort();
  return {
    from: given(need.startsOn, offer.startsOn).at(-1) ?? null,
    to: given(need.endsOn, offer.endsOn)[0] ?? null,
  };
}
