/** What the live database says of one table or view. */
export interface TableDescription {
  schema: string;
  name: string;
  kind: 'table' | 'view';
  comment: string | null;
  columns: ColumnDescription[];
  /** Column names in key order; empty for views. */
  primaryKey: string[];
  uniques: { name: string; columns: string[] }[];
  checks: { name: string; definition: string }[];
  foreignKeys: ForeignKey[];
  indexes: IndexDescription[];
  /** Row security; views have none of their own. */
  isRowSecurityEnabled: boolean;
  isRowSecurityForced: boolean;
  policies: string[];
  /** Of views: whether they read as whoever asks, not as their owner. */
  isSecurityInvoker: boolean;
}

export interface ColumnDescription {
  name: string;
  type: string;
  isNullable: boolean;
  default: string | null;
  isIdentity: boolean;
  comment: string | null;
}

export interface ForeignKey {
  name: string;
  /** `schema.table` that holds the key. */
  table: string;
  columns: string[];
  references: string;
  referencedColumns: string[];
  onDelete: 'no action' | 'restrict' | 'cascade' | 'set null' | 'set default';
  /** Of `set null`: the columns that are nulled. */
  nulledColumns: string[];
}

export interface IndexDescription {
  name: string;
  /** Plain columns in order; an expression stands as null. */
  columns: (string | null)[];
  isUnique: boolean;
  isPartial: boolean;
  isPrimary: boolean;
  definition: string;
}

/** `schema.name`. */
export function fullName(table: { schema: string; name: string }): string {
  return `${table.schema}.${table.name}`;
}
