import { DefaultNamingStrategy, type NamingStrategyInterface, type Table } from 'typeorm';

const snake = (text: string): string =>
  text
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/\W+/g, '_')
    .toLowerCase();

const nameOf = (table: Table | string): string =>
  snake((typeof table === 'string' ? table : table.name).split('.').at(-1) ?? '');

const join = (prefix: string, table: Table | string, columns: string[]): string =>
  [prefix, nameOf(table), ...columns.map(snake)].join('_').slice(0, 63);

/** Names in the database that a person can read and that never change by themselves. */
export class Naming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override tableName(className: string, given: string | undefined): string {
    return given ?? snake(className);
  }

  override columnName(property: string, given: string | undefined, prefixes: string[]): string {
    return [...prefixes.map(snake), given ?? snake(property)].join('_');
  }

  override relationName(property: string): string {
    return snake(property);
  }

  override joinColumnName(relation: string, referenced: string): string {
    return snake(`${relation}_${referenced}`);
  }

  override primaryKeyName(table: Table | string, columns: string[]): string {
    return join('pk', table, columns);
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return join('uq', table, columns);
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return join('fk', table, columns);
  }

  override indexName(table: Table | string, columns: string[]): string {
    return join('ix', table, columns);
  }
}
