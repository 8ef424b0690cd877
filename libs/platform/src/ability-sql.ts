import { rulesToAST } from '@casl/ability/extra';
import type { Ability } from '@wilma/domain';
import { Brackets, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';

interface Condition {
  readonly operator: string;
  readonly field?: string;
  readonly value: unknown;
}

/**
 * Where the facts of a subject are found: an SQL expression, or where nothing holds the fact itself
 * the condition that it is one of the values of an array.
 */
export type FactColumns = Readonly<Record<string, string | ((values: string) => string)>>;

type Parameters = Record<string, unknown>;
type Asked = readonly [action: string, subject: string];

interface Rendering {
  readonly columns: FactColumns;
  /** Begins the names of parameters: a query may ask for several actions. */
  readonly prefix: string;
  readonly parameters: Parameters;
}

/** Renders one condition; collects what it compares with in the rendering's parameters. */
function render(condition: Condition, rendering: Rendering): string {
  const { columns, prefix, parameters } = rendering;
  const { operator, field = '', value } = condition;
  if (operator === 'and' || operator === 'or') {
    const parts = (value as Condition[]).map((part) => render(part, rendering));
    if (parts.length === 0) return operator === 'and' ? 'TRUE' : 'FALSE';
    return `(${parts.join(operator === 'and' ? ' AND ' : ' OR ')})`;
  }
  if (operator === 'not') {
    const parts = (value as Condition[]).map((part) => render(part, rendering));
    // What is forbidden of a fact is not forbidden where the fact is unknown, as with `can`.
    return `NOT COALESCE(${parts.join(' AND ')}, FALSE)`;
  }
  const column = columns[field];
  if (column === undefined) throw new Error(`an ability names an unknown fact: ${field}`);
  const name = `${prefix}_${String(Object.keys(parameters).length)}`;
  parameters[name] = value;
  if (operator === 'eq') {
    return typeof column === 'string' ? `${column} = :${name}` : column(`ARRAY[:${name}]`);
  }
  if (operator === 'in') {
    return typeof column === 'string' ? `${column} = ANY(:${name})` : column(`:${name}`);
  }
  throw new Error(`an ability uses an operator that SQL does not know: ${operator}`);
}

/**
 * The condition under which an ability allows an action, as SQL: the same rules that `can` asks,
 * so that a list holds exactly what its reader may see.
 */
export function abilitySql(
  ability: Ability,
  [action, subject]: Asked,
  columns: FactColumns,
): { readonly sql: string; readonly parameters: Parameters } {
  const ast = rulesToAST(ability, action as never, subject as never) as Condition | null;
  const parameters: Parameters = {};
  const rendering = { columns, prefix: `${action}_${subject}`, parameters };
  return { sql: ast === null ? 'FALSE' : render(ast, rendering), parameters };
}

/** Narrows a query to the rows on which the ability allows the action. */
export function whereAllowed<E extends ObjectLiteral>(
  query: SelectQueryBuilder<E>,
  ability: Ability,
  asked: Asked,
  columns: FactColumns,
): SelectQueryBuilder<E> {
  const { sql, parameters } = abilitySql(ability, asked, columns);
  return query.andWhere(new Brackets((where) => where.where(sql))).setParameters(parameters);
}
