import type { PostingKind } from '@wilma/domain';
import type { Order } from '@wilma/platform';
import { LISTED_AT } from '../posting.entity.js';
import type { Condition } from '../posting-filter.js';
import type { SearchPlan, SearchUnit } from './search-plan.js';

/** Whether a posting must answer every unit of a search, or one at least. */
export type Breadth = 'ALL' | 'ANY';

/** What is found in the zones D to A: see the migration that fills them. */
const ZONES = '{0.1, 0.3, 0.55, 1}';
/** However often it is said, a word counts no more than this. */
const MOST = 1.2;
const NEAR = 0.5;

const alternatives = ({ exact, near }: SearchUnit): string =>
  `(${[...exact, ...near].join(' | ')})`;

/** On `found`, the row of posting_search. A kind narrows where it is known: that is quicker. */
export const matches = (
  { units }: SearchPlan,
  breadth: Breadth,
  kind: PostingKind | null,
): Condition => {
  const any = units.map(alternatives).join(breadth === 'ALL' ? ' & ' : ' | ');
  return [
    'found.vector @@ CAST(:match AS tsquery)',
    { match: kind === null ? any : `(${any}) & '@${kind}'` },
  ];
};

/**
 * The better the units are answered, the earlier; among equals the newest, by day: whole thousandths
 * and days in one number. Parameters of the order belong to the query.
 */
export function relevance({ units }: SearchPlan): { order: Order; parameters: object } {
  const parts = units.flatMap(({ exact, near }, index) => [
    [`exact${String(index)}`, exact, 1] as const,
    [`near${String(index)}`, near, NEAR] as const,
  ]);
  const used = parts.filter(([, conditions]) => conditions.length > 0);
  const score = used.map(([name, conditions, factor]) => {
    // ts_rank gives the mean over all alternatives: here they add up.
    const sum = `${String(wordsIn(conditions))} * ts_rank('${ZONES}', found.vector, CAST(:${name} AS tsquery))`;
    return `${String(factor)} * least(${String(MOST)}, ${sum})`;
  });
  const day = `((${LISTED_AT}) AT TIME ZONE 'UTC')::date - DATE '2020-01-01'`;
  return {
    order: {
      by: `round(1000 * (${score.join(' + ')}))::bigint * 100000 + (${day})`,
      direction: 'DESC',
      isCostly: true,
    },
    parameters: Object.fromEntries(
      used.map(([name, conditions]) => [name, conditions.join(' | ')]),
    ),
  };
}

/** How many different words conditions name. */
function wordsIn(conditions: readonly string[]): number {
  const text = conditions.join(' ').replaceAll(/<\d+>|:\*/g, ' ');
  return new Set(text.match(/'(?:[^'\\]|\\.)*'|[^\s'|&()]+/g)).size;
}
