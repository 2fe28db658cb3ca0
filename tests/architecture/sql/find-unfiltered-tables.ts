import { type SyntaxNode, isNode, nodesIn, tableOf, textOf } from './syntax-tree.ts';

/**
 * Tenant tables that a statement uses without saying which business: neither
 * `business_id = $n`, nor joined on business_id to something that is. Every level of a
 * query is looked at by itself; a CTE or subquery counts as filtered, for it is looked
 * at too. Row security would still hold; this keeps the plans and the routing right.
 */
export function findUnfilteredTables(statement: SyntaxNode, tenantTables: ReadonlySet<string>): string[] {
  const found: string[] = [];
  const check = (node: SyntaxNode, key: string): void => {
    if (key === 'SelectStmt') found.push(...unfilteredIn(nodesIn(node.fromClause), [node.whereClause], tenantTables));
    if (key === 'UpdateStmt')
      found.push(...unfilteredIn([{ RangeVar: node.relation }, ...nodesIn(node.fromClause)], [node.whereClause], tenantTables));
    if (key === 'DeleteStmt')
      found.push(...unfilteredIn([{ RangeVar: node.relation }, ...nodesIn(node.usingClause)], [node.whereClause], tenantTables));
    if (key === 'InsertStmt' && !namesBusiness(node) && tenantTables.has(tableOf(node.relation) ?? ''))
      found.push(tableOf(node.relation) ?? '');
  };
  walkQueries(statement, '', check);
  return found;
}

/** Like visit, but the arms of a UNION, which carry no key of their own, are selects as well. */
function walkQueries(value: unknown, key: string, check: (node: SyntaxNode, key: string) => void): void {
  if (Array.isArray(value)) for (const element of value) walkQueries(element, key, check);
  if (!isNode(value)) return;
  check(value, key);
  for (const [name, child] of Object.entries(value)) {
    walkQueries(child, key === 'SelectStmt' && (name === 'larg' || name === 'rarg') ? 'SelectStmt' : name, check);
  }
}

const ROOT = '(the business)';

function unfilteredIn(from: readonly SyntaxNode[], where: readonly unknown[], tenantTables: ReadonlySet<string>): string[] {
  const aliases = new Map<string, string | undefined>();
  const conditions: unknown[] = [...where];
  const joined: string[][] = [];
  for (const item of from) collect(item, aliases, conditions, joined);
  const groups = new Groups();
  for (const [alias, table] of aliases) if (table === undefined || !tenantTables.has(table)) groups.join(alias, ROOT);
  for (const together of joined) for (const alias of together) groups.join(alias, together[0] ?? alias);
  for (const [left, right] of conditions.flatMap(businessEqualities)) groups.join(sideOf(left, aliases), sideOf(right, aliases));
  return [...aliases]
    .filter(([alias]) => !groups.areTogether(alias, ROOT))
    .map(([alias, table]) => (table === undefined || table.endsWith(`.${alias}`) ? (table ?? alias) : `${table} as ${alias}`));
}

/** Names of one FROM item, and the conditions of its joins. Returns the names. */
function collect(item: SyntaxNode, aliases: Map<string, string | undefined>, conditions: unknown[], joined: string[][]): string[] {
  if (isNode(item.RangeVar)) {
    const name = aliasOf(item.RangeVar) ?? textOf(item.RangeVar.relname) ?? '';
    aliases.set(name, tableOf(item.RangeVar));
    return [name];
  }
  if (isNode(item.JoinExpr)) {
    const { larg, rarg, quals, usingClause } = item.JoinExpr;
    const names = [larg, rarg].filter(isNode).flatMap((side) => collect(side, aliases, conditions, joined));
    conditions.push(quals);
    if (nodesIn(usingClause).some((column) => isNode(column.String) && column.String.sval === 'business_id')) joined.push(names);
    return names;
  }
  const [source] = Object.values(item).filter(isNode);
  const name = source === undefined ? undefined : aliasOf(source);
  if (name !== undefined) aliases.set(name, undefined);
  return name === undefined ? [] : [name];
}

function aliasOf(source: SyntaxNode): string | undefined {
  return isNode(source.alias) ? textOf(source.alias.aliasname) : undefined;
}

/** Pairs `(x.business_id, other side)` of the AND-ed conditions; rows are compared column by column. */
function businessEqualities(condition: unknown): [unknown, unknown][] {
  if (!isNode(condition)) return [];
  if (isNode(condition.BoolExpr))
    return condition.BoolExpr.boolop === 'AND_EXPR' ? nodesIn(condition.BoolExpr.args).flatMap(businessEqualities) : [];
  if (isNode(condition.SubLink))
    return rowColumns(condition.SubLink.testexpr)
      .filter(isBusinessId)
      .map((column) => [column, { ParamRef: {} }]);
  const comparison = condition.A_Expr;
  if (!isNode(comparison) || nodesIn(comparison.name).every((name) => !isNode(name.String) || name.String.sval !== '=')) return [];
  const [left, right] = [rowColumns(comparison.lexpr), rowColumns(comparison.rexpr)];
  return left.flatMap((column, index): [unknown, unknown][] =>
    isBusinessId(column) || isBusinessId(right[index]) ? [[column, right[index]]] : [],
  );
}

function rowColumns(expression: unknown): unknown[] {
  if (!isNode(expression)) return [];
  return isNode(expression.RowExpr) ? nodesIn(expression.RowExpr.args) : [expression];
}

function isBusinessId(expression: unknown): boolean {
  return fieldsOf(expression).at(-1) === 'business_id';
}

function fieldsOf(expression: unknown): string[] {
  if (!isNode(expression) || !isNode(expression.ColumnRef)) return [];
  return nodesIn(expression.ColumnRef.fields).flatMap((field) => (isNode(field.String) ? [textOf(field.String.sval) ?? ''] : []));
}

/** The name a side of `… = …` belongs to; a parameter, constant or outer query's column is the business itself. */
function sideOf(expression: unknown, aliases: ReadonlyMap<string, string | undefined>): string {
  const fields = fieldsOf(expression);
  if (fields.length === 0) return ROOT;
  if (fields.length === 1) return aliases.size === 1 ? ([...aliases.keys()][0] ?? ROOT) : '(ambiguous)';
  const name = fields.at(-2) ?? '';
  return aliases.has(name) ? name : ROOT;
}

function namesBusiness(insert: SyntaxNode): boolean {
  return nodesIn(insert.cols).some((column) => isNode(column.ResTarget) && column.ResTarget.name === 'business_id');
}

/** Which names are tied together by equal business ids. */
class Groups {
  readonly #parents = new Map<string, string>();

  join(left: string, right: string): void {
    this.#parents.set(this.#top(left), this.#top(right));
  }

  areTogether(left: string, right: string): boolean {
    return this.#top(left) === this.#top(right);
  }

  #top(name: string): string {
    const parent = this.#parents.get(name);
    return parent === undefined || parent === name ? name : this.#top(parent);
  }
}
