import { type SyntaxNode, isNode, nodesIn, tableOf, textOf, visit } from './syntax-tree.ts';

export interface TableUse {
  table: string;
  access: 'read' | 'insert' | 'update' | 'delete' | 'truncate' | 'define';
  /** Columns set by an update. */
  columns: string[];
}

const WRITES: Readonly<Record<string, TableUse['access']>> = { InsertStmt: 'insert', UpdateStmt: 'update', DeleteStmt: 'delete' };
const DEFINITIONS = new Set(['CreateStmt', 'AlterTableStmt', 'IndexStmt', 'ViewStmt']);

/** Which schema-qualified tables a statement reads and writes. */
export function tableUses(statement: SyntaxNode): TableUse[] {
  const uses: TableUse[] = [];
  const targets = new Set<SyntaxNode>();
  const note = (rangeVar: unknown, access: TableUse['access'], columns: string[] = []): void => {
    if (isNode(rangeVar)) targets.add(rangeVar);
    const table = tableOf(rangeVar);
    if (table !== undefined) uses.push({ table, access, columns });
  };
  visit(statement, (node, key) => {
    const write = WRITES[key];
    if (write !== undefined) note(node.relation, write, write === 'update' ? columnsSet(node) : []);
    if (DEFINITIONS.has(key)) note(node.relation ?? node.view, 'define');
    if (key === 'TruncateStmt') for (const relation of nodesIn(node.relations)) note(relation.RangeVar, 'truncate');
  });
  visit(statement, (node) => {
    if (textOf(node.relname) !== undefined && !targets.has(node)) note(node, 'read');
  });
  return uses;
}

function columnsSet(update: SyntaxNode): string[] {
  return nodesIn(update.targetList).flatMap((target) => (isNode(target.ResTarget) ? [textOf(target.ResTarget.name) ?? ''] : []));
}
