/** A text whose tags people chose, as terms. */
export interface TaggedTerms {
  readonly id: string;
  readonly terms: readonly string[];
  readonly tags: readonly string[];
}

/** What similar texts say about a tag. */
export interface Vote {
  /** Of the similarity of the nearest texts, the share of those with the tag. */
  readonly share: number;
  /** The similarity of the nearest of them, at most 1. */
  readonly nearest: number;
  /** Of the texts with one of its terms, the share with the tag: for the term that tells most. */
  readonly told: number;
  /** The same over all its terms: the chance that not every one of them errs. */
  readonly together: number;
  /** The term that tells most; none where only similar texts speak for the tag. */
  readonly term: string | null;
}

interface Posting {
  readonly document: number;
  readonly weight: number;
}

const NEAREST = 30;
const NO_VOTE: Vote = { share: 0, nearest: 0, told: 0, together: 0, term: null };
/** A term in more texts than this share of all tells no tag. */
const TELLING = 0.05;
/** However few texts there are, so many with a term are not common. */
const RARE = 5;
/** A term in more texts than this share of all says nothing about their subject. */
const COMMON = 0.3;

/** Texts with tags, to ask which tags similar texts carry: tf-idf, cosine, nearest 30. */
export class Neighbours {
  private readonly postings = new Map<string, Posting[]>();
  readonly size: number;

  constructor(private readonly documents: readonly TaggedTerms[]) {
    this.size = documents.length;
    const frequency = new Map<string, number>();
    const bags = documents.map(({ terms }) => countsOf(terms));
    for (const bag of bags) {
      for (const term of bag.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
    }
    for (const [document, bag] of bags.entries()) {
      for (const [term, weight] of normalised(bag, frequency, this.size)) {
        const list = this.postings.get(term);
        if (list === undefined) this.postings.set(term, [{ document, weight }]);
        else list.push({ document, weight });
      }
    }
  }

  /** In how many texts a term stands, of those that count. */
  frequencyOf(term: string): number {
    return this.postings.get(term)?.length ?? 0;
  }

  /** @param but the id of a text that is not asked: itself, when the tagger learns */
  votesFor(terms: readonly string[], but?: string): Map<string, Vote> {
    const votes = new Map<string, Vote>();
    const near = this.nearest(terms, but);
    const all = near.reduce((sum, { similarity }) => sum + similarity, 0);
    for (const { document, similarity } of near) {
      for (const tag of new Set(document.tags)) {
        const vote = votes.get(tag) ?? NO_VOTE;
        const share = vote.share + similarity / all;
        votes.set(tag, { ...vote, share, nearest: Math.max(vote.nearest, similarity) });
      }
    }
    for (const term of new Set(terms)) {
      for (const [tag, told] of this.toldBy(term, but)) {
        const vote = votes.get(tag) ?? NO_VOTE;
        const together = 1 - (1 - vote.together) * (1 - told);
        const most = told > vote.told ? { told, term } : {};
        votes.set(tag, { ...vote, together, ...most });
      }
    }
    return votes;
  }

  /** How often texts with a term carry a tag, where at least two do. */
  private toldBy(term: string, but?: string): [tag: string, share: number][] {
    const postings = this.postings.get(term) ?? [];
    if (postings.length < 2 || postings.length > Math.max(RARE, TELLING * this.size)) return [];
    const counts = new Map<string, number>();
    let texts = 0;
    for (const { document: at } of postings) {
      const document = this.documents[at];
      if (document === undefined || document.id === but) continue;
      texts += 1;
      for (const tag of document.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
    return [...counts].flatMap(([tag, count]) =>
      count < 2 ? [] : [[tag, (count - 0.5) / (texts + 2)]],
    );
  }

  private nearest(terms: readonly string[], but?: string) {
    const frequency = { get: (term: string) => this.frequencyOf(term) };
    const scores = new Float64Array(this.size);
    for (const [term, weight] of normalised(countsOf(terms), frequency, this.size)) {
      for (const { document, weight: other } of this.postings.get(term) ?? []) {
        scores[document] = (scores[document] ?? 0) + weight * other;
      }
    }
    return this.documents
      .map((document, at) => ({ document, similarity: scores[at] ?? 0 }))
      .filter(({ document, similarity }) => similarity > 0 && document.id !== but)
      .sort((a, b) => b.similarity - a.similarity)
      .slice(0, NEAREST);
  }
}

function countsOf(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function normalised(
  bag: ReadonlyMap<string, number>,
  frequency: { get(term: string): number | undefined },
  documents: number,
): [string, number][] {
  const weights: [string, number][] = [];
  let square = 0;
  for (const [term, count] of bag) {
    const df = frequency.get(term) ?? 0;
    if (df === 0 || df > Math.max(RARE, COMMON * documents)) continue;
    const weight = (1 + Math.log(count)) * Math.log((documents + 1) / df);
    square += weight * weight;
    weights.push([term, weight]);
  }
  const norm = Math.sqrt(square) || 1;
  return weights.map(([term, weight]) => [term, weight / norm]);
}
