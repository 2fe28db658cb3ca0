import type { Equality, Joined, Relation, Source } from './relation.ts';
import { resolveColumn, sourcesIn } from './resolve-columns.ts';
import { nodeAt, nodesAt, type SyntaxNode, textAt, textsAt } from './syntax-node.ts';

/** Gives the relation of a name (`journey.jobs`, a CTE) or of a subquery. */
export interface Relations {
  named(name: string): Relation;
  subquery(select: SyntaxNode): Relation;
}

/** The sources of FROM, and the equalities of its joins and of WHERE. */
export function readFrom(select: SyntaxNode, relations: Relations): Joined {
  const joined: Joined = { sources: [], equalities: [] };
  const conditions: unknown[] = [select.whereClause];
  for (const item of nodesAt(select, 'fromClause')) collect(item, joined, conditions, relations);
  for (const condition of conditions) joined.equalities.push(...equalitiesIn(condition, joined.sources));
  return joined;
}

/** Adds the sources of one FROM item; returns those it added. */
function collect(item: SyntaxNode, joined: Joined, conditions: unknown[], relations: Relations): Source[] {
  const join = nodeAt(item, 'JoinExpr');
  if (join !== undefined) {
    const left = nodeAt(join, 'larg');
    const right = nodeAt(join, 'rarg');
    const added = [left, right].map((side) => (side === undefined ? [] : collect(side, joined, conditions, relations)));
    conditions.push(join.quals);
    for (const column of textsAt(join, 'usingClause')) joined.equalities.push(...sameColumn(column, added[0] ?? [], added[1] ?? []));
    return added.flat();
  }
  const source = readSource(item, relations);
  if (source === undefined) return [];
  joined.sources.push(source);
  return [source];
}

function readSource(item: SyntaxNode, relations: Relations): Source | undefined {
  const table = nodeAt(item, 'RangeVar');
  if (table !== undefined) {
    const name = textAt(table, 'relname') ?? '';
    const schema = textAt(table, 'schemaname');
    const relation = relations.named(schema === undefined ? name : `${schema}.${name}`);
    return { ...renamed(relation, nodeAt(table, 'alias')), alias: textAt(nodeAt(table, 'alias'), 'aliasname') ?? name };
  }
  const subquery = nodeAt(item, 'RangeSubselect');
  if (subquery !== undefined) {
    const relation = relations.subquery(nodeAt(nodeAt(subquery, 'subquery'), 'SelectStmt') ?? {});
    const alias = nodeAt(subquery, 'alias');
    return { ...renamed(relation, alias), alias: textAt(alias, 'aliasname') ?? '' };
  }
  const call = nodeAt(item, 'RangeFunction');
  if (call === undefined) return undefined;
  const alias = nodeAt(call, 'alias');
  const name = textAt(alias, 'aliasname') ?? '';
  const names = textsAt(alias, 'colnames');
  const columns = names.length === 0 ? [name] : names;
  // A series names each value once; of other functions nothing is known.
  return { alias: name, columns, keys: JSON.stringify(call).includes('"generate_series"') ? [columns] : [] };
}

/** `as name (a, b)` renames the columns, and with them the keys. */
export function renamed(relation: Relation, alias: SyntaxNode | undefined): Relation {
  const names = textsAt(alias, 'colnames');
  if (names.length === 0) return relation;
  const columns = relation.columns.map((column, index) => names[index] ?? column);
  const nameOf = (column: string): string => columns[relation.columns.indexOf(column)] ?? column;
  return { columns, keys: relation.keys.map((key) => key.map(nameOf)) };
}

function sameColumn(column: string, left: readonly Source[], right: readonly Source[]): Equality[] {
  const has = (source: Source): boolean => source.columns.includes(column);
  const pairs = left.filter(has).flatMap((one) => right.filter(has).map((other) => [one, other] as const));
  return pairs.flatMap(([one, other]) => [
    { alias: one.alias, column, from: new Set([other.alias]) },
    { alias: other.alias, column, from: new Set([one.alias]) },
  ]);
}

/** Equalities that must hold: those joined by AND. */
function equalitiesIn(condition: unknown, sources: readonly Source[]): Equality[] {
  if (Array.isArray(condition)) return condition.flatMap((part) => equalitiesIn(part, sources));
  const node: SyntaxNode = { condition };
  const both = nodeAt(nodeAt(node, 'condition'), 'BoolExpr');
  if (both !== undefined) return textAt(both, 'boolop') === 'AND_EXPR' ? equalitiesIn(both.args, sources) : [];
  const comparison = nodeAt(nodeAt(node, 'condition'), 'A_Expr');
  if (comparison === undefined || !['AEXPR_OP', 'AEXPR_NOT_DISTINCT'].includes(textAt(comparison, 'kind') ?? '')) return [];
  if (textsAt(comparison, 'name').at(-1) !== '=') return [];
  const left = nodeAt(comparison, 'lexpr');
  const right = nodeAt(comparison, 'rexpr');
  const lefts = nodesAt(nodeAt(left, 'RowExpr'), 'args');
  const rights = nodesAt(nodeAt(right, 'RowExpr'), 'args');
  if (lefts.length > 0 && lefts.length === rights.length)
    return lefts.flatMap((one, index) => [...sided(one, rights[index], sources), ...sided(rights[index], one, sources)]);
  return [...sided(left, right, sources), ...sided(right, left, sources)];
}

function sided(side: SyntaxNode | undefined, other: SyntaxNode | undefined, sources: readonly Source[]): Equality[] {
  const reference = nodeAt(side, 'ColumnRef');
  const column = reference === undefined ? undefined : resolveColumn(reference, sources);
  return column === undefined ? [] : [{ ...column, from: sourcesIn(other, sources) }];
}
