import type { Side, TagGraph } from '@wilma/domain';
import type { Reach } from './expansion.js';
import type { MatchPosting } from './posting.js';
import type { PreparedNeed, PreparedOffer } from './prepared.js';
import { quotableOf } from './quote.js';
import type { TopicReason } from './reason.js';
import { answerOf, type NeedTerm } from './topic.js';

/** A tag of the need with the tag of the offer that answers it best, and what that covers. */
export interface Meeting {
  readonly reason: TopicReason;
  /** Units × permille. */
  readonly cover: number;
}

/**
 * Where the tags of a need meet those of an offer, given ones and those that stand in the texts; of
 * each tag of the need its best. A tag counts as standing in a text where it can be quoted: one
 * whose words are scattered over a text may have moved the score, but shows nobody anything.
 */
export function meetingsOf(need: PreparedNeed, offer: PreparedOffer, graph: TagGraph): Meeting[] {
  const found = need.signals.read.terms.flatMap(
    (term) => meetingOf(term, [need, offer], graph) ?? [],
  );
  const same = new Set(found.filter(isPlain).map(({ reason }) => reason.tag));
  // What both name is said already, not once more for a word of the need's text that is akin to it.
  return found.filter(
    ({ reason: { path, readIn = [] } }) =>
      !readIn.includes('NEED') || path.length === 1 || !same.has(path.at(-1)?.tag ?? ''),
  );
}

const isPlain = ({ reason }: Meeting): boolean =>
  reason.path.length === 1 && reason.readIn === undefined;

function meetingOf(
  term: NeedTerm,
  [need, offer]: readonly [PreparedNeed, PreparedOffer],
  graph: TagGraph,
): Meeting | null {
  const isGiven = need.posting.tags.some(({ tag }) => tag === term.tag);
  if (!isGiven && !isNamed(need.posting, term.tag, [graph, false])) return null;
  // Where neither side chose the topic, both must name it word by word to be taken at their word.
  const isStrict = !isGiven;
  const best = bestAnswer(
    term,
    offer,
    (tag) =>
      offer.tags.includes(tag) ||
      (isNamed(offer.posting, tag, [graph, isStrict]) &&
        (isGiven || isNamed(need.posting, term.tag, [graph, isStrict]))),
  );
  if (best === null) return null;
  const readIn: Side[] = [
    ...(isGiven ? [] : ['NEED' as const]),
    ...(offer.tags.includes(best.by.tag) ? [] : ['OFFER' as const]),
  ];
  const reason: TopicReason = { kind: 'TOPIC', tag: term.tag, path: best.by.path };
  return {
    reason: readIn.length === 0 ? reason : { ...reason, readIn },
    cover: term.units * best.permille,
  };
}

/** The best by how near it is and how sure. */
function bestAnswer(
  { answers }: NeedTerm,
  { signals }: PreparedOffer,
  counts: (tag: string) => boolean,
): { readonly by: Reach; readonly permille: number } | null {
  let best: { readonly by: Reach; readonly permille: number } | null = null;
  for (const by of answers.values()) {
    // Best first: what comes next cannot be better, however sure it is.
    if (best !== null && by.permille < best.permille) break;
    const permille = answerOf(by.permille, signals.tags.read.get(by.tag) ?? 0);
    const better =
      best === null ? permille > 0 : isBetter([permille, by], [best.permille, best.by]);
    if (better && counts(by.tag)) best = { by, permille };
  }
  return best;
}

type Rated = readonly [permille: number, by: Reach];

/** Equally good ones by their tag, so that explanations do not change with the order of tags. */
const isBetter = ([permille, by]: Rated, [best, than]: Rated): boolean =>
  permille > best || (permille === best && permille > 0 && by.tag < than.tag);

/** Whether a text names a tag; fields are too wide for that to say anything. */
function isNamed(
  { words }: MatchPosting,
  tag: string,
  [graph, isStrict]: readonly [TagGraph, boolean],
): boolean {
  const concept = graph.get(tag);
  if (words === undefined || concept === undefined || graph.isRoot(tag)) return false;
  return quotableOf(words).quoteOf(concept, isStrict) !== null;
}
