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
  const shows = showing(graph);
  const given = new Set(need.posting.tags.map(({ tag }) => tag));
  const carried = new Set(offer.tags);
  return need.signals.read.terms.flatMap((term) => {
    if (!given.has(term.tag) && !shows(need.posting, term.tag)) return [];
    const best = bestAnswer(term, offer, (tag) => carried.has(tag) || shows(offer.posting, tag));
    if (best === null) return [];
    const readIn: Side[] = [
      ...(given.has(term.tag) ? [] : ['NEED' as const]),
      ...(carried.has(best.by.tag) ? [] : ['OFFER' as const]),
    ];
    const reason: TopicReason = { kind: 'TOPIC', tag: term.tag, path: best.by.path };
    return [
      {
        reason: readIn.length === 0 ? reason : { ...reason, readIn },
        cover: term.units * best.permille,
      },
    ];
  });
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

function showing(graph: TagGraph): (posting: MatchPosting, tag: string) => boolean {
  return ({ words }, tag) => {
    const concept = graph.get(tag);
    if (words === undefined || concept === undefined) return false;
    return quotableOf(words).quoteOf(concept) !== null;
  };
}
