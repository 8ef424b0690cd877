import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isInterfaceType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { schema } from '../whole-selection.js';

/** Fields from the root of an operation to a leaf, and what stands for the type of an interface. */
export type Path = readonly string[];

/** What carries a list counts for nothing: two levels more in every path would hide the deep ones. */
const PLUMBING = new Set(['edges', 'node', 'pageInfo']);
/** The API refuses what is nested deeper. */
const MOST_FIELDS = 9;
const NESTED = 2;
/** Lists of all that there is on one path: three would cost more than a request may. */
const MOST_LONG = 1;

interface Step {
  /** As it is written in a query. */
  readonly text: string;
  /** `Type.field`. */
  readonly name: string;
  readonly type: GraphQLObjectType | null;
  /** Whether it lists all that there is: the API reckons with many. */
  readonly isLong: boolean;
}

interface SpreadStep extends Step {
  /** What stands before the fields of the type. */
  readonly spread: string[];
}

const isSpread = (text: string): boolean => text.startsWith('... on ');
const depthOf = (path: Path): number =>
  path.filter((text) => !isSpread(text) && !PLUMBING.has(text.replace(/\(.*/, ''))).length;
const fieldsIn = (path: Path): number => path.filter((text) => !isSpread(text)).length;

/** An object type, or those that an interface stands for. */
function objectsOf(type: GraphQLOutputType): { spread: string[]; type: GraphQLObjectType }[] {
  const named = getNamedType(type);
  if (isObjectType(named)) return [{ spread: [], type: named }];
  if (!isInterfaceType(named)) return [];
  return schema
    .getPossibleTypes(named)
    .map((one) => ({ spread: [`... on ${one.name}`], type: one }));
}

const callOf = ({ name, args }: GraphQLField<unknown, unknown>): string =>
  args.some((arg) => arg.name === 'first') ? `${name}(first: ${String(NESTED)})` : name;

function stepsFrom(type: GraphQLObjectType): SpreadStep[] {
  return Object.values(type.getFields()).flatMap((field): SpreadStep[] => {
    if (field.args.some(isRequiredArgument)) return [];
    const isLong = isListType(getNullableType(field.type)) && !PLUMBING.has(field.name);
    const step = { text: callOf(field), name: `${type.name}.${field.name}`, isLong };
    const objects = objectsOf(field.type);
    if (objects.length === 0) return [{ ...step, type: null, spread: [] }];
    return objects.map((object) => ({ ...step, ...object }));
  });
}

/** A path, and the fields on it as `Type.field`. */
export interface Found {
  readonly path: Path;
  readonly fields: readonly string[];
}

/** Every path from a root to a leaf whose depth is at most this. */
export function pathsTo(root: RootField, depth: number): Found[] {
  const found: Found[] = [];
  const walk = (type: GraphQLObjectType, before: Found): void => {
    for (const { text, name, type: next, spread } of stepsFrom(type)) {
      const path = [...before.path, text];
      if (depthOf(path) > depth || fieldsIn(path) > MOST_FIELDS) continue;
      const fields = [...before.fields, name];
      if (next === null) found.push({ path, fields });
      else walk(next, { path: [...path, ...spread], fields });
    }
  };
  const start = { path: [], fields: [`Query.${root.name}`] };
  for (const { type, spread } of root.objects) walk(type, { ...start, path: spread });
  return root.objects.length === 0 ? [start] : found;
}

/** A path to a leaf at random, deeper than the depth; null where the walk ends before. */
export function randomPath(root: RootField, depth: number, random: () => number): Path | null {
  const start = pick(root.objects, random);
  if (start === undefined) return null;
  let path: Path = start.spread;
  let type = start.type;
  let long = 0;
  for (;;) {
    const room = fieldsIn(path) + 1 < MOST_FIELDS;
    const steps = stepsFrom(type).filter(
      (step) => step.type === null || (room && (long < MOST_LONG || !step.isLong)),
    );
    // Leaves end the walk: deep ones are looked for.
    const onward = steps.filter((step) => step.type !== null);
    const step = pick(room && onward.length > 0 ? onward : steps, random);
    if (step === undefined) return null;
    long += Number(step.isLong);
    path = [...path, step.text, ...step.spread];
    if (step.type === null) return depthOf(path) > depth ? path : null;
    type = step.type;
    if (depthOf(path) > depth && random() < 0.4) {
      const leaf = pick(
        stepsFrom(type).filter((one) => one.type === null),
        random,
      );
      if (leaf !== undefined) return [...path, leaf.text];
    }
  }
}

const pick = <T>(list: readonly T[], random: () => number): T | undefined =>
  list[Math.floor(random() * list.length)];

/** A field of Query with the arguments that it is called with. */
export interface RootField {
  readonly name: string;
  /** As it is written in a query. */
  readonly call: string;
  readonly objects: { readonly spread: string[]; readonly type: GraphQLObjectType }[];
}

/** @param args by name of the field, as they are written; a field may be called in several ways */
export function rootFields(args: Readonly<Record<string, readonly string[]>>): RootField[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
    const calls = args[field.name] ?? (field.args.some(isRequiredArgument) ? undefined : ['']);
    if (calls === undefined) throw new Error(`no example of how ${field.name} is asked for`);
    return calls.map((call) => ({
      name: field.name,
      call: `${field.name}${call}`,
      objects: objectsOf(field.type),
    }));
  });
}

/** Every field of every object type that answers hold, `Type.field`; those with required arguments apart. */
export const allFields = (): string[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
    .filter(({ name }) => !['Mutation', 'Subscription'].includes(name))
    .flatMap((type) =>
      Object.values((type as GraphQLObjectType).getFields())
        .filter(({ args }) => type.name === 'Query' || !args.some(isRequiredArgument))
        .map((field) => `${type.name}.${field.name}`),
    );

/** The fields below a field, by how they are written. */
interface Tree {
  readonly below: Map<string, Tree>;
}

/** One query that asks for all of the paths below a root. */
export function queryFor({ call }: RootField, paths: readonly Path[]): string {
  const tree: Tree = { below: new Map() };
  for (const path of paths) {
    let at = tree;
    for (const text of path) {
      const next = at.below.get(text) ?? { below: new Map() };
      at.below.set(text, next);
      at = next;
    }
  }
  return `query { ${call}${written(tree)} }`;
}

const written = (tree: Tree): string =>
  tree.below.size === 0
    ? ''
    : ` { ${[...tree.below].map(([text, next]) => `${text}${written(next)}`).join(' ')} }`;
