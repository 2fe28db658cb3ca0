import type { RelationNotes } from './relation-notes.ts';
import { type ForeignKey, type TableDescription, fullName } from './schema-description.ts';

/** A numbered diagram in Mermaid. */
export interface Diagram {
  title: string;
  mermaid: string;
}

/** Four views of the same keys: overview, detail, one person's journey, lookups. */
export function drawDiagrams(tables: readonly TableDescription[], notes: RelationNotes): Diagram[] {
  const shortNames = new Map(Object.entries(notes.tables).map(([short, full]) => [full, short]));
  const drawn = tables.filter((table) => shortNames.has(fullName(table)));
  const keys = drawn.flatMap((table) => table.foreignKeys).filter((key) => shortNames.has(key.references));
  return [
    {
      title: 'Overview',
      mermaid: ['flowchart LR', ...notes.overview.map(([from, to, word]) => `  ${from} -- ${word} --> ${to}`)].join('\n'),
    },
    {
      title: 'Detail',
      mermaid: ['erDiagram', ...drawn.flatMap((table) => box(table, shortNames, notes)), ...keys.map((key) => edge(key, shortNames))].join(
        '\n',
      ),
    },
    {
      title: 'Journey',
      mermaid: ['flowchart TD', ...notes.journey.map(([from, step, to]) => `  ${from} -- "${step}" --> ${to}`)].join('\n'),
    },
    {
      title: 'Lookups',
      mermaid: [
        'erDiagram',
        ...keys.filter((key) => notes.lookups.includes(shortNames.get(key.references) ?? '')).map((key) => edge(key, shortNames)),
      ].join('\n'),
    },
  ];
}

function box(table: TableDescription, shortNames: ReadonlyMap<string, string>, notes: RelationNotes): string[] {
  const short = shortNames.get(fullName(table)) ?? table.name;
  const keyColumns = new Set(table.foreignKeys.filter((key) => shortNames.has(key.references)).flatMap((key) => key.columns));
  const shown = new Set(['id', ...(notes.shown[short] ?? []), ...keyColumns]);
  const lines = table.columns
    .filter((column) => shown.has(column.name) && column.name !== 'business_id')
    .map(
      (column) =>
        `    ${column.type.replace(/ .*|\(.*/, '')} ${column.name}${column.name === 'id' ? ' PK' : ''}${keyColumns.has(column.name) ? ' FK' : ''}`,
    );
  return [`  ${short} {`, ...lines, '  }'];
}

/** Parent to children: none or one parent, any number of children. */
function edge(key: ForeignKey, shortNames: ReadonlyMap<string, string>): string {
  const column = key.columns.find((name) => name !== 'business_id') ?? '';
  return `  ${shortNames.get(key.references)} |o--o{ ${shortNames.get(key.table)} : ${column}`;
}
