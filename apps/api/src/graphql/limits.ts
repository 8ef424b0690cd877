import type { ApolloServerPlugin } from '@apollo/server';
import {
  type DocumentNode,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { fieldExtensionsEstimator, getComplexity, simpleEstimator } from 'graphql-query-complexity';
import { PAGE_SIZE } from '@wilma/platform';

export const LIMITS = {
  rootFields: 30,
  depth: 10,
  aliases: 60,
  directives: 20,
  tokens: 2_000,
  /** Of a message over a socket. */
  messageBytes: 64 * 1024,
  subscriptions: 10,
  /** Fields that an answer may hold, as far as the sizes of lists tell. */
  cost: 20_000,
  /** What a list below each node costs for its own statements: one page, one count. */
  nestedList: 500,
  /** What counting facets costs for each row of the page that it is asked with. */
  facets: 150,
} as const;

/** How much a list costs: its page times what each node costs. For `complexity` of a field. */
export const perNode = ({
  args,
  childComplexity,
}: {
  args: { first?: number | null };
  childComplexity: number;
}): number =>
  1 + Math.min(args.first ?? PAGE_SIZE.default, PAGE_SIZE.max) * Math.max(childComplexity, 1);

/** How much a list below a node costs. For `complexity` of a field that is loaded for each node. */
export const perNodeNested = (demand: Parameters<typeof perNode>[0]): number =>
  LIMITS.nestedList + perNode(demand);

/**
 * How often an operation asks for each field at the root, those of its fragments included wherever
 * they stand.
 */
export function rootFields(
  document: DocumentNode,
  operation: OperationDefinitionNode | undefined,
): ReadonlyMap<string, number> {
  const fragments = new Map(
    document.definitions.flatMap((d) =>
      d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d.selectionSet] as const] : [],
    ),
  );
  // Fragments that spread others twice would take twice as long with each level.
  const counted = new Map<string, ReadonlyMap<string, number>>();
  const countOnce = (name: string): ReadonlyMap<string, number> => {
    const known = counted.get(name);
    if (known !== undefined) return known;
    // Ends a circle, which validation refuses.
    counted.set(name, new Map());
    const fields = count(fragments.get(name));
    counted.set(name, fields);
    return fields;
  };
  const count = (set: SelectionSetNode | undefined): ReadonlyMap<string, number> => {
    const sum = new Map<string, number>();
    for (const selection of set?.selections ?? []) {
      for (const [name, times] of countSelection(selection)) {
        sum.set(name, (sum.get(name) ?? 0) + times);
      }
    }
    return sum;
  };
  const countSelection = (selection: SelectionNode): ReadonlyMap<string, number> => {
    if (selection.kind === Kind.FIELD) return new Map([[selection.name.value, 1]]);
    if (selection.kind === Kind.INLINE_FRAGMENT) return count(selection.selectionSet);
    return countOnce(selection.name.value);
  };
  return count(operation?.selectionSet);
}

const totalOf = (fields: ReadonlyMap<string, number>): number =>
  [...fields.values()].reduce((sum, times) => sum + times, 0);

export const refuse = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } });

type Demand = Parameters<typeof getComplexity>[0];

/** Wrong variables are refused, all at once, where the operation is executed. */
function hasWrongVariables({ schema, query, operationName, variables = {} }: Demand): boolean {
  const { variableDefinitions } = getOperationAST(query, operationName) ?? {};
  return getVariableValues(schema, variableDefinitions ?? [], variables).errors !== undefined;
}

/** @throws GraphQLError also where there are more nodes than can be counted */
function costOf(demand: Demand): number {
  try {
    return hasWrongVariables(demand) ? 0 : getComplexity(demand);
  } catch (error) {
    throw error instanceof GraphQLError ? refuse(error.message) : error;
  }
}

/** @throws GraphQLError where the operation asks for more fields than an answer may hold */
export function demandCost(
  schema: GraphQLSchema,
  query: DocumentNode,
  request: { readonly variables: Record<string, unknown>; readonly operationName?: string },
): void {
  const estimators = [fieldExtensionsEstimator(), simpleEstimator({ defaultComplexity: 1 })];
  const cost = costOf({ schema, query, estimators, ...request });
  if (cost <= LIMITS.cost) return;
  throw refuse(`This request asks for too much (${String(cost)} of ${String(LIMITS.cost)}).`);
}

/** Refuses operations that ask for more than a page of ours ever would. */
export const limits = (): ApolloServerPlugin => ({
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ document, operation, request, schema }) => {
        if (operation?.operation === OperationTypeNode.SUBSCRIPTION) {
          throw refuse('Subscriptions need a WebSocket.');
        }
        if (totalOf(rootFields(document, operation)) > LIMITS.rootFields) {
          throw refuse(`At most ${String(LIMITS.rootFields)} fields at the root of a request.`);
        }
        demandCost(schema, document, {
          variables: request.variables ?? {},
          ...(request.operationName === undefined ? {} : { operationName: request.operationName }),
        });
        return Promise.resolve();
      },
    }),
});
