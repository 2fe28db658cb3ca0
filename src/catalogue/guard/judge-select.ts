import { readFrom, type Relations, renamed } from './read-from.ts';
import { determinedBy, type Equality, equatedColumns, type Joined, type Relation, type Source } from './relation.ts';
import { resolveColumn, sourcesIn } from './resolve-columns.ts';
import { nodeAt, nodesAt, type SyntaxNode, textAt, textsAt, walk } from './syntax-node.ts';
import { outputKeys, outputsOf } from './infer-keys.ts';

/** An aggregate that counts rows of `measure` once per row of `multiplier`. */
export interface FanOut {
  aggregate: string;
  measure: string;
  multiplier: string;
  /** Columns of the multiplier that the join compares. */
  on: string[];
  /** Columns of the measure's own rows that joins compare: what to group by when it is added up first. */
  by: string[];
}

/** Aggregates whose result changes when a row comes twice. */
const SENSITIVE = new Set([
  'sum',
  'avg',
  'count',
  'stddev',
  'stddev_samp',
  'stddev_pop',
  'variance',
  'var_samp',
  'var_pop',
  'percentile_cont',
  'percentile_disc',
  'mode',
]);

const UNKNOWN: Relation = { columns: [], keys: [] };

/** Looks at a SELECT and everything in it; adds what it finds to `found` and returns what the SELECT gives. */
export function judgeSelect(select: SyntaxNode, scope: ReadonlyMap<string, Relation>, found: FanOut[]): Relation {
  const within = readWith(select, scope, found);
  const relations: Relations = {
    named: (name) => within.get(name) ?? within.get(`journey.${name}`) ?? UNKNOWN,
    subquery: (inner) => judgeSelect(inner, within, found),
  };
  const left = nodeAt(select, 'larg');
  const right = nodeAt(select, 'rarg');
  if (left !== undefined && right !== undefined) {
    const first = judgeSelect(left, within, found);
    judgeSelect(right, within, found);
    return { columns: first.columns, keys: textAt(select, 'op') === 'SETOP_UNION' && select.all !== true ? [first.columns] : [] };
  }
  if (Array.isArray(select.valuesLists)) return valuesRelation(select);
  const joined = readFrom(select, relations);
  const outputs = outputsOf(select, joined.sources);
  judgeAggregates(select, joined, groupedColumns(select, joined.sources), found);
  for (const inner of subqueriesIn(select)) judgeSelect(inner, within, found);
  return { columns: outputs.map((output) => output.name), keys: outputKeys(select, joined, outputs) };
}

function readWith(select: SyntaxNode, scope: ReadonlyMap<string, Relation>, found: FanOut[]): Map<string, Relation> {
  const within = new Map(scope);
  const clause = nodeAt(select, 'withClause');
  for (const part of nodesAt(clause, 'ctes')) {
    const cte = nodeAt(part, 'CommonTableExpr');
    const name = textAt(cte, 'ctename') ?? '';
    const query = nodeAt(nodeAt(cte, 'ctequery'), 'SelectStmt');
    if (clause?.recursive === true) within.set(name, { columns: textsAt(cte, 'aliascolnames'), keys: [] });
    if (query === undefined) continue;
    within.set(name, renamed(judgeSelect(query, within, found), { colnames: cte?.aliascolnames }));
  }
  return within;
}

/** A written list: its first column is a key when its values differ. */
function valuesRelation(select: SyntaxNode): Relation {
  const rows = nodesAt(select, 'valuesLists').map((row) => nodesAt(nodeAt(row, 'List'), 'items'));
  const columns = (rows[0] ?? []).map((_cell, index) => `column${index + 1}`);
  const firsts = rows.map((row) => JSON.stringify(row[0], (key, value: unknown) => (key === 'location' ? undefined : value)));
  const [first] = columns;
  return { columns, keys: first !== undefined && new Set(firsts).size === firsts.length ? [[first]] : [] };
}

/** Columns that GROUP BY holds still: within a group they are constant. */
function groupedColumns(select: SyntaxNode, sources: readonly Source[]): Equality[] {
  const targets = nodesAt(select, 'targetList').map((target) => nodeAt(target, 'ResTarget'));
  return nodesAt(select, 'groupClause').flatMap((item) => {
    const position = nodeAt(nodeAt(item, 'A_Const'), 'ival')?.ival;
    const expression = typeof position === 'number' ? nodeAt(targets[position - 1], 'val') : item;
    const reference = nodeAt(expression, 'ColumnRef');
    const column = reference === undefined ? undefined : resolveColumn(reference, sources);
    return column === undefined ? [] : [{ ...column, from: new Set<string>() }];
  });
}

function judgeAggregates(select: SyntaxNode, joined: Joined, grouped: readonly Equality[], found: FanOut[]): void {
  walk([select.targetList, select.havingClause, select.sortClause], (node, key) => {
    if (key === 'SubLink' || key === 'SelectStmt') return false;
    const name = key === 'FuncCall' ? (textsAt(node, 'funcname').at(-1) ?? '') : '';
    if (!SENSITIVE.has(name) || node.agg_distinct === true) return true;
    const still = nodeAt(node, 'over') === undefined ? grouped : [];
    for (const measure of sourcesIn([node.args, node.agg_within_group === true ? node.agg_order : []], joined.sources)) {
      const met = determinedBy(measure, joined, still);
      const multiplier = joined.sources.find((source) => !met.has(source.alias));
      if (multiplier !== undefined)
        found.push({
          aggregate: name,
          measure,
          multiplier: multiplier.alias,
          on: equatedColumns(multiplier.alias, joined),
          by: equatedColumns(measure, joined),
        });
    }
    return true;
  });
}

/** Subqueries outside FROM: in the select list, in conditions. */
function subqueriesIn(select: SyntaxNode): SyntaxNode[] {
  const inner: SyntaxNode[] = [];
  walk([select.targetList, select.whereClause, select.havingClause, select.sortClause], (node, key) => {
    if (key !== 'SelectStmt') return true;
    inner.push(node);
    return false;
  });
  return inner;
}
