import { parse } from 'libpg-query';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { bindNamedParameters } from '../reading/bind-named-parameters.ts';
import { type FanOut, judgeSelect } from './judge-select.ts';
import readRelationsSql from './read-relations.sql';
import readSchemaState from './read-schema-state.sql';
import type { Relation } from './relation.ts';
import { isNode, nodeAt, nodesAt } from './syntax-node.ts';

/** Tables and views by `schema.name`, each with the columns that name one row of it. */
export type KnownRelations = ReadonlyMap<string, Relation>;

interface RelationRow {
  name: string;
  columns: string[];
  keys: string[][];
  view: string | null;
}

/** What was worked out, by the state of the schema: some thirty views to parse, 33 ms, every time somebody asks. */
const kept = new Map<string, KnownRelations>();

/**
 * The grain of every table and view: of tables their unique keys, of views what their definition
 * makes of these. Only migrations change it.
 */
export async function readRelations(transaction: BusinessTransaction): Promise<KnownRelations> {
  const { state } = await transaction.one<{ state: string }>(readSchemaState);
  const known = kept.get(state) ?? (await workOut(transaction));
  if (!kept.has(state)) kept.clear();
  kept.set(state, known);
  return known;
}

async function workOut(transaction: BusinessTransaction): Promise<KnownRelations> {
  const known = new Map<string, Relation>();
  for (const { name, columns, keys, view } of await transaction.rows<RelationRow & Record<string, unknown>>(readRelationsSql)) {
    const given = view === null ? undefined : (await judge(view, known, []))[0];
    known.set(name, { columns, keys: given?.keys ?? keys });
  }
  return known;
}

/** Aggregates of a statement that count a row more than once because a join multiplies it. A Fault of the parser when it is no SQL. */
export async function findFanOuts(sql: string, known: KnownRelations): Promise<FanOut[]> {
  const found: FanOut[] = [];
  await judge(sql, known, found);
  return found;
}

async function judge(sql: string, known: KnownRelations, found: FanOut[]): Promise<Relation[]> {
  const tree: unknown = await parse(bindNamedParameters(sql, () => undefined).text);
  const statements = isNode(tree) ? nodesAt(tree, 'stmts') : [];
  return statements.flatMap((statement) => {
    const select = nodeAt(nodeAt(statement, 'stmt'), 'SelectStmt');
    return select === undefined ? [] : [judgeSelect(select, known, found)];
  });
}
