import { join } from 'node:path';
import {
  exampleOf,
  type JudgedExample,
  learnBehindGate,
  type Measured,
  MatchIndex,
  priorFormula,
  randomOf,
  TOPIC_SIGNALS,
} from '@wilma/matching';
import { asPostings } from './as-postings.js';
import { type Collection, type Judgements, readCollection, readJudgements } from './collection.js';
import { afterDeciding, type Reading } from './feedback.js';
import { reportListing } from './listing.js';
import { mean, ndcg, gainOver } from './measures.js';

const SETS = [
  { folder: 'transport', needs: 'needs.jsonl' },
  { folder: 'eu-calls', needs: 'needs-p0.jsonl' },
  { folder: 'eu-calls', needs: 'needs-p6.jsonl' },
] as const;

const READINGS: readonly (readonly [string, Reading])[] = [
  ['down to the first that is accepted', { untilAccepted: 1 }],
  ['down to the third that is accepted', { untilAccepted: 3 }],
  ['the first five, whatever they are', { first: 5 }],
];

/** Offers of each need that are decided on in the simulation. */
const DECIDED = 20;

/** Prints what feedback within a need is worth, and what the gate lets through. */
export async function reportLearning(data: string): Promise<void> {
  for (const { folder, needs } of SETS) {
    const collection = await readCollection(join(data, folder), needs);
    const judged = await readJudgements(join(data, folder, 'qrels.txt'));
    console.log(`\n${folder} ${needs}: nDCG@10 of the rest, without and with feedback`);
    for (const [name, reading] of READINGS)
      console.log(feedbackLine(name, collection, judged, reading));
    console.log(`${folder} ${needs}: places filled with regard to what else is shown`);
    for (const line of reportListing(collection, judged)) console.log(line);
    console.log(`${folder} ${needs}: weights learned from simulated decisions`);
    for (const line of gateLines(simulated(collection, judged))) console.log(line);
  }
}

function feedbackLine(
  name: string,
  collection: Collection,
  judged: Judgements,
  reading: Reading,
): string {
  const rest = afterDeciding(collection, judged, reading);
  const [without, withFeedback] = [
    ndcg(rest.without, rest.judged),
    ndcg(rest.withFeedback, rest.judged),
  ];
  const { mean: gain, low, high } = gainOver(withFeedback, without);
  const figures = [mean(without), mean(withFeedback)].map((value) => value.toFixed(3)).join(' → ');
  const needs = String(without.length);
  return `  ${name}: ${figures}, ${signed(gain)} [${signed(low)}, ${signed(high)}], ${needs} needs`;
}

/** Decisions on the first offers of each need, as the judgements have them. */
function simulated(collection: Collection, judged: Judgements): JudgedExample[] {
  const { graph, corpus, needs, offers } = asPostings(collection);
  const { profile: _ofRecords, ...plain } = corpus;
  const index = new MatchIndex(graph, plain, offers);
  const offerOf = new Map(offers.map((offer) => [offer.id, offer]));
  return needs.flatMap((need, at) => {
    const barred = collection.needs[at]?.exclude ?? [];
    return index
      .topOffers(need, DECIDED, ({ id }) => !barred.includes(id))
      .flatMap(({ offer }) => {
        const posting = offerOf.get(offer);
        const isRelevant = judged.get(need.id)?.has(offer) === true;
        const verdict = isRelevant
          ? ({ kind: 'ACCEPTED' } as const)
          : ({ kind: 'REFUSED', part: 'TOPIC' } as const);
        if (posting === undefined) return [];
        return exampleOf(need, posting, verdict, { graph, corpus: plain }) ?? [];
      });
  });
}

function gateLines(examples: readonly JudgedExample[]): string[] {
  const accepted = examples.filter(({ refused }) => refused === null);
  const refused = examples.filter((example) => example.refused !== null);
  const compared = {
    current: priorFormula(TOPIC_SIGNALS),
    signals: TOPIC_SIGNALS,
    lastMeasuredAt: 0,
  };
  const cases: [string, readonly JudgedExample[]][] = [
    ['499 decisions', [...accepted, ...refused].slice(0, 499)],
    ['29 acceptances', [...accepted.slice(0, 29), ...refused]],
    ['all decisions', examples],
    ['as many, decided by chance', byChance(examples)],
  ];
  return cases.map(
    ([name, given]) => `  ${name}: ${described(learnBehindGate(given, compared).measured)}`,
  );
}

/** The same pairs with the same share of acceptances, given out by chance. */
function byChance(examples: readonly JudgedExample[]): JudgedExample[] {
  const random = randomOf(11);
  const share = examples.filter(({ refused }) => refused === null).length / examples.length;
  return examples.map((example) => ({ ...example, refused: random() < share ? null : 'TOPIC' }));
}

function described({ result, judgements, acceptances, before, after, needs, interval }: Measured) {
  const counts = `${result}, ${String(judgements)} decisions, ${String(acceptances)} accepted`;
  if (interval === null) return counts;
  const order = `${before.toFixed(3)} → ${after.toFixed(3)}`;
  const bounds = `[${signed(interval.low)}, ${signed(interval.high)}]`;
  return `${counts}; pairs in order ${order} ${bounds} on ${String(needs)} needs`;
}

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
