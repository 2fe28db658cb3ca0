import { type SyntaxNode, isNode, nodesIn, textOf, visit } from './syntax-tree.ts';

const VOLATILE = new Set(['gen_random_uuid', 'uuid_v7', 'uuidv7', 'random', 'clock_timestamp', 'nextval', 'timeofday']);
const NOT_IMMUTABLE = new Set([...VOLATILE, 'now', 'concat', 'concat_ws', 'to_char', 'age']);

/** Forms that a distributed server refuses, or that leak: reported in words. */
export function findForbiddenForms(statement: SyntaxNode): string[] {
  const found = new Set<string>();
  visit(statement, (node, key) => {
    if (key === 'MergeStmt') found.add('uses MERGE; write insert … on conflict, or an update and an insert');
    if (key === 'UpdateStmt')
      for (const name of callsIn(node.targetList, VOLATILE))
        found.add(`sets a column to ${name}(); pass the value as a parameter or take it from a CTE`);
    if (key === 'onConflictClause')
      for (const name of callsIn(node.targetList, NOT_IMMUTABLE)) found.add(`calls ${name}() in on conflict … set; use excluded.column`);
    if (key === 'ColumnDef' && /^(big|small)?serial\d?$/.test(lastName(node.typeName)))
      found.add(`makes the column ${textOf(node.colname)} a serial; ids are uuids made by us`);
    if (key === 'Constraint' && node.contype === 'CONSTR_IDENTITY') found.add('makes an identity column; ids are uuids made by us');
    if (key === 'FuncCall' && lastName(node) === 'set_config')
      found.add('calls set_config(); a business is entered only through tenancy.set_business()');
    if (key === 'VariableSetStmt' && node.name === 'app.business_id')
      found.add('sets app.business_id; a business is entered only through tenancy.set_business()');
  });
  return [...found];
}

function callsIn(expression: unknown, names: ReadonlySet<string>): string[] {
  const calls: string[] = [];
  visit(expression, (node, key) => {
    if (key === 'FuncCall' && names.has(lastName(node))) calls.push(lastName(node));
  });
  return calls;
}

/** `uuid_v7` of platform.uuid_v7. */
function lastName(named: unknown): string {
  if (!isNode(named)) return '';
  const last = nodesIn(named.funcname ?? named.names).at(-1);
  return last !== undefined && isNode(last.String) ? (textOf(last.String.sval) ?? '') : '';
}
