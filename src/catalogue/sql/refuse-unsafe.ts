import { parse } from 'libpg-query';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { Fault } from '../../platform/fault.ts';
import type { KnownRelations } from '../guard/find-fan-outs.ts';
import { isNode, nodeAt, nodesAt, type SyntaxNode, textAt, textsAt, walk } from '../guard/syntax-node.ts';
import findDoingFunctions from './find-doing-functions.sql';

/** Volatile, or named like the server's own, and harmless. */
const HARMLESS = new Set(['random', 'clock_timestamp', 'gen_random_uuid', 'pg_typeof', 'pg_column_size']);

/**
 * A Fault unless the text is one SELECT over rows of the business with functions that only read.
 * Row security would not hold against a call that enters another business, so such calls never run.
 */
export async function refuseUnsafe(transaction: BusinessTransaction, sql: string, known: KnownRelations): Promise<void> {
  const select = await onlySelect(sql);
  const tables = tablesIn(select).filter((name) => !isOpen(name, known));
  if (tables.length > 0) {
    throw refusal(
      `The statement reads ${tables.join(', ')}. Open are the views of reporting and catalogue.*_facts, and the tables of journey and customers.`,
    );
  }
  const doing = await transaction.rows<{ name: string }>(findDoingFunctions, [functionsIn(select)]);
  const refused = doing.map(({ name }) => name).filter((name) => !HARMLESS.has(name));
  if (refused.length > 0) throw refusal(`The statement calls ${refused.join(', ')}, which may do more than read. Leave it out.`);
}

async function onlySelect(sql: string): Promise<SyntaxNode> {
  let tree: unknown;
  try {
    tree = await parse(sql);
  } catch (cause) {
    throw new Fault('sql_not_readable', `This is no SQL PostgreSQL can read: ${cause instanceof Error ? cause.message : String(cause)}.`, {
      exit: 'usage',
      status: 400,
      cause,
    });
  }
  const statements = isNode(tree) ? nodesAt(tree, 'stmts') : [];
  const select = nodeAt(nodeAt(statements[0], 'stmt'), 'SelectStmt');
  if (select !== undefined && statements.length === 1 && select.intoClause === undefined && select.lockingClause === undefined)
    return select;
  throw refusal('One SELECT is taken at a time, and nothing that writes.');
}

/** Names as written, without those of CTEs. */
function tablesIn(select: SyntaxNode): string[] {
  const names = new Set<string>();
  const ctes = new Set<string>();
  walk(select, (node, key) => {
    if (key === 'CommonTableExpr') ctes.add(textAt(node, 'ctename') ?? '');
    if (key === 'RangeVar') names.add([textAt(node, 'schemaname'), textAt(node, 'relname')].filter((part) => part !== undefined).join('.'));
    return true;
  });
  return [...names].filter((name) => !ctes.has(name));
}

/** Unqualified names are looked for in journey and then in catalogue, as the search path does. */
function isOpen(name: string, known: KnownRelations): boolean {
  if (!name.includes('.')) return known.has(`journey.${name}`) || known.has(`catalogue.${name}`);
  return known.has(name) && /^(reporting|journey|customers)\.|^catalogue\.\w+_facts$|^tenancy\.branches$/.test(name);
}

function functionsIn(select: SyntaxNode): string[] {
  const names = new Set<string>();
  walk(select, (node, key) => {
    if (key === 'FuncCall') for (const name of textsAt(node, 'funcname').slice(-1)) names.add(name);
    return true;
  });
  return [...names];
}

function refusal(message: string): Fault {
  return new Fault('sql_refused', message, { exit: 'refused', status: 422 });
}
