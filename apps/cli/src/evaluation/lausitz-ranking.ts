import { join } from 'node:path';
import { TagGraph } from '@wilma/domain';
import { corpusOf, MatchIndex, type MatchPosting, suggestTags } from '@wilma/matching';
import { readVocabulary } from '@wilma/taxonomy';
import { postingOf } from './as-postings.js';
import { type CollectionDocument, readCollection, readJudgements } from './collection.js';
import { firstChoice, mean, ndcg, recall } from './measures.js';

/** Tags that a posting gets, as somebody who takes what is suggested would have it. */
const TAGS = { first: 8, leastScore: 0.2 };
/** Places in which a coordinator sees an offer at once. */
const FIRST = 3;

/**
 * Prints how well offers are ranked for needs that were written for the region: with the product's
 * weights, its vocabulary and the tags that its tagger suggests; nothing else was chosen by hand.
 */
export async function reportLausitzRanking(folder: string): Promise<void> {
  const collection = await readCollection(folder);
  const judged = await readJudgements(join(folder, 'qrels.txt'));
  const graph = new TagGraph(await readVocabulary());
  const tagged = (document: CollectionDocument, side: string): MatchPosting => {
    const { title, text } = document;
    const tags = suggestTags(graph, `${title}\n\n${text}`, TAGS)
      .filter(({ score }) => score >= TAGS.leastScore)
      .map(({ tag }) => tag);
    return postingOf({ ...document, tags }, side);
  };
  const offers = collection.offers.map((offer) => tagged(offer, 'offer'));
  const index = new MatchIndex(graph, corpusOf(offers, graph), offers);
  const ranking = new Map(
    collection.needs.map((need) => [
      need.id,
      index.topOffers(tagged(need, 'need'), offers.length).map(({ offer }) => offer),
    ]),
  );
  const places = firstChoice(ranking, judged);
  const among = places.filter((place) => place <= FIRST).length;
  console.log(`ranking: nDCG@10 ${mean(ndcg(ranking, judged)).toFixed(3)}`);
  console.log(`ranking: R@20 ${mean(recall(ranking, judged)).toFixed(3)}`);
  console.log(`first choice among the first ${FIRST}: ${among} of ${places.length} needs`);
}
