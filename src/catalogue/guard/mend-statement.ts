import { parse } from 'libpg-query';
import { isNode, nodeAt, nodesAt, type SyntaxNode, textAt, textsAt, walk } from './syntax-node.ts';

/** One aggregate over a plain column: where it stands in the text, and what it adds up. */
interface Call {
  start: number;
  end: number;
  /** Such as `sum(total_actual_cost)`, without the name of its source. */
  added: string;
  alias: string;
  isCount: boolean;
}

/** A joined table: where its join stands in the text, and what it is joined on. */
interface Join {
  start: number;
  end: number;
  alias: string;
  relation: string;
  own: string;
  other: string;
}

/**
 * The whole statement with every joined table added up before it is joined; undefined when its shape is another than
 * SELECT … FROM … JOIN … ON a.x = b.y … GROUP BY with plain columns in its aggregates. A group of several rows of the first
 * table becomes a line for each of them. What it gives still has to pass the guard.
 */
export async function mendStatement(sql: string): Promise<string | undefined> {
  const tree: unknown = await parse(sql);
  const statements = isNode(tree) ? nodesAt(tree, 'stmts') : [];
  const select = nodeAt(nodeAt(statements[0], 'stmt'), 'SelectStmt');
  const groupBy = [...sql.matchAll(/\bgroup\s+by\s+/gi)].at(-1);
  // Places in the tree are counted in bytes.
  if (select === undefined || groupBy === undefined || statements.length !== 1 || Buffer.byteLength(sql) !== sql.length) return undefined;
  if (['whereClause', 'havingClause', 'withClause'].some((clause) => select[clause] !== undefined) || !isSortedByResult(select))
    return undefined;
  const calls = callsOf(select, sql);
  const joins = joinsOf(select, sql).filter(({ alias }) => calls.some((call) => call.alias === alias));
  if (calls.some(({ alias }) => !joins.some((join) => join.alias === alias))) return undefined;

  const columnOf = (call: Call): string => `value_${calls.filter(({ alias }) => alias === call.alias).indexOf(call) + 1}`;
  const edits = [
    ...calls.map((call) => {
      const value = `${call.alias}_summed.${columnOf(call)}`;
      return { ...call, text: call.isCount ? `coalesce(${value}, 0)` : value };
    }),
    ...joins.map((join) => ({
      ...join,
      text: summedJoin(
        join,
        calls.filter(({ alias }) => alias === join.alias),
      ),
    })),
    {
      start: groupBy.index + groupBy[0].length,
      end: groupBy.index + groupBy[0].length,
      // What is joined on goes in as well: two rows of the first table with one name and equal sums stay two lines.
      text: `${[...new Set(joins.map(({ other }) => other)), ...calls.map((call) => `${call.alias}_summed.${columnOf(call)}`)].join(', ')}, `,
    },
  ];
  const mended = edits
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), sql);
  return joins.some(({ alias }) => new RegExp(`\\b${alias}\\.`).test(mended)) ? undefined : mended.trim();
}

/** Ordered by nothing, by columns of the result or by their places: those are still there when the joins are mended. */
function isSortedByResult(select: SyntaxNode): boolean {
  return nodesAt(select, 'sortClause').every((sort) => {
    const by = nodeAt(nodeAt(sort, 'SortBy'), 'node');
    return nodeAt(by, 'A_Const') !== undefined || referenceOf(by).length === 1;
  });
}

function callsOf(select: SyntaxNode, sql: string): Call[] {
  const calls: Call[] = [];
  walk([select.targetList], (node, key) => {
    if (key !== 'FuncCall') return true;
    const [alias, column] = referenceOf(nodesAt(node, 'args')[0]);
    const isPlain = node.agg_filter === undefined && node.over === undefined && nodesAt(node, 'args').length === 1;
    if (alias === undefined || column === undefined || !isPlain || typeof node.location !== 'number') return true;
    const name = textsAt(node, 'funcname').at(-1) ?? '';
    const added = `${name}(${node.agg_distinct === true ? 'distinct ' : ''}${column})`;
    calls.push({ start: node.location, end: sql.indexOf(')', node.location) + 1, added, alias, isCount: name === 'count' });
    return false;
  });
  return calls;
}

function joinsOf(select: SyntaxNode, sql: string): Join[] {
  const joins: Join[] = [];
  walk([select.fromClause], (node, key) => {
    const table = key === 'JoinExpr' ? nodeAt(nodeAt(node, 'rarg'), 'RangeVar') : undefined;
    const equals = nodeAt(nodeAt(node, 'quals'), 'A_Expr');
    if (table === undefined || equals === undefined || typeof table.location !== 'number') return true;
    const alias = textAt(nodeAt(table, 'alias'), 'aliasname') ?? textAt(table, 'relname') ?? '';
    const sides = [referenceOf(nodeAt(equals, 'lexpr')), referenceOf(nodeAt(equals, 'rexpr'))];
    const own = sides.find(([owner]) => owner === alias)?.[1];
    const other = sides.find(([owner]) => owner !== alias);
    const before = /(\bleft\s+)?(\bouter\s+)?\bjoin\s+$/i.exec(sql.slice(0, table.location));
    const after = /\b(left|right|full|inner|cross|join|group)\b/i.exec(sql.slice(table.location));
    if (own === undefined || other?.[1] === undefined || before === null || after === null || textAt(node, 'jointype') !== 'JOIN_LEFT')
      return true;
    const relation = [textAt(table, 'schemaname') ?? '', textAt(table, 'relname') ?? ''].filter((part) => part !== '').join('.');
    joins.push({ start: before.index, end: table.location + after.index, alias, relation, own, other: other.join('.') });
    return true;
  });
  return joins;
}

function referenceOf(node: SyntaxNode | undefined): (string | undefined)[] {
  return nodesAt(nodeAt(node, 'ColumnRef'), 'fields').map((field) => textAt(nodeAt(field, 'String'), 'sval'));
}

function summedJoin({ alias, relation, own, other }: Join, calls: readonly Call[]): string {
  const added = calls.map((call, place) => `${call.added} as value_${place + 1}`).join(', ');
  return `left join (\n  select ${own}, ${added}\n  from ${relation}\n  group by ${own}\n) as ${alias}_summed on ${alias}_summed.${own} = ${other}\n`;
}
