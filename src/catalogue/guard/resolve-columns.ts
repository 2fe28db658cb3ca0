import type { Source } from './relation.ts';
import { nodeAt, nodesAt, type SyntaxNode, textAt, walk } from './syntax-node.ts';

/** A column of a source; undefined for a column of an outer query, which is constant here. */
export interface ColumnOf {
  alias: string;
  column: string;
}

/** Which column of which source a ColumnRef means; `*` is no column. */
export function resolveColumn(reference: SyntaxNode, sources: readonly Source[]): ColumnOf | undefined {
  const names = nodesAt(reference, 'fields').map((field) => textAt(nodeAt(field, 'String'), 'sval'));
  const column = names.at(-1);
  if (column === undefined) return undefined;
  if (names.length > 1) {
    const alias = names.at(-2);
    return alias !== undefined && sources.some((source) => source.alias === alias) ? { alias, column } : undefined;
  }
  const source = sources.find((candidate) => candidate.columns.includes(column));
  return source === undefined ? undefined : { alias: source.alias, column };
}

/** The sources an expression takes columns from; subqueries within it are looked at by themselves. */
export function sourcesIn(expression: unknown, sources: readonly Source[]): Set<string> {
  const found = new Set<string>();
  walk(expression, (node, key) => {
    if (key === 'SubLink') return false;
    const column = key === 'ColumnRef' ? resolveColumn(node, sources) : undefined;
    if (column !== undefined) found.add(column.alias);
    return true;
  });
  return found;
}
