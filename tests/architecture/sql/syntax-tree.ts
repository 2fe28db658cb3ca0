import { parse, scan } from 'libpg-query';

/** A node of PostgreSQL's own parse tree, as plain JSON. */
export interface SyntaxNode {
  readonly [key: string]: unknown;
}

/** The statements of a SQL text; `:name` parameters are read as `$n`. Throws on text PostgreSQL cannot parse. */
export async function parseStatements(sql: string): Promise<SyntaxNode[]> {
  const tree: unknown = await parse(await numberParameters(sql));
  if (!isNode(tree)) return [];
  return nodesIn(tree.stmts).flatMap((statement) => (isNode(statement.stmt) ? [statement.stmt] : []));
}

/**
 * `:name` becomes `$n` (the same name the same number); strings, comments and `::` casts are
 * left alone. `record.:key` and `from :rows as …` stand for a column or source that the caller
 * puts in, and become a name.
 */
export async function numberParameters(sql: string): Promise<string> {
  const { tokens } = await scan(sql);
  const bytes = Buffer.from(sql, 'utf8');
  const numbers = new Map<string, number>();
  let out = '';
  let taken = 0;
  for (let index = 0; index + 1 < tokens.length; index += 1) {
    const [colon, name] = [tokens[index], tokens[index + 1]];
    if (colon?.text !== ':' || name === undefined || name.start !== colon.end || !/^[a-z_]\w*$/i.test(name.text)) continue;
    const before = tokens[index - 1]?.text ?? '';
    const isPutIn = before === '.' || (['from', 'join'].includes(before) && tokens[index + 2]?.text === 'as');
    if (!isPutIn && !numbers.has(name.text)) numbers.set(name.text, numbers.size + 1);
    out += `${bytes.subarray(taken, colon.start).toString('utf8')}${isPutIn ? `"${name.text}"` : `$${numbers.get(name.text)}`}`;
    taken = name.end;
  }
  return out + bytes.subarray(taken).toString('utf8');
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The elements of a list that are nodes; empty when it is no list. */
export function nodesIn(value: unknown): SyntaxNode[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Calls `see` with every node of the tree and the key it stands under. */
export function visit(value: unknown, see: (node: SyntaxNode, key: string) => void, key = ''): void {
  if (Array.isArray(value)) for (const element of value) visit(element, see, key);
  if (!isNode(value)) return;
  see(value, key);
  for (const [name, child] of Object.entries(value)) visit(child, see, name);
}

/** `schema.table` of a RangeVar; undefined for a CTE or temp table. */
export function tableOf(rangeVar: unknown): string | undefined {
  if (!isNode(rangeVar)) return undefined;
  const schema = textOf(rangeVar.schemaname);
  const name = textOf(rangeVar.relname);
  return schema === undefined || name === undefined ? undefined : `${schema}.${name}`;
}
