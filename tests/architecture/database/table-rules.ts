import { type TableDescription, fullName } from '../../../src/platform/describe/schema-description.ts';

export type TableClass = 'tenant' | 'reference' | 'local';
export type TableClasses = Readonly<Record<string, TableClass>>;

/** Tables that the manifest does not class, entries whose table is gone, and classes that contradict the columns. */
export function findMisclassified(tables: readonly TableDescription[], classes: TableClasses): string[] {
  const real = tables.filter((table) => table.kind === 'table');
  const names = new Set(real.map(fullName));
  return [
    ...real
      .filter((table) => classes[fullName(table)] === undefined)
      .map((table) => `${fullName(table)} is not classed in database/tables.json`),
    ...Object.keys(classes)
      .filter((name) => !names.has(name))
      .map((name) => `${name} is classed in database/tables.json but does not exist`),
    ...real
      .filter((table) => (classes[fullName(table)] === 'tenant') !== hasBusiness(table))
      .map((table) => `${fullName(table)} is ${classes[fullName(table)]} but ${hasBusiness(table) ? 'has' : 'has no'} business_id`),
  ];
}

/** What a tenant table must be: business_id first, in every key, no identity, behind a forced wall. */
export function findTenantOffences(table: TableDescription): string[] {
  const name = fullName(table);
  const [first] = table.columns;
  const withoutBusiness = [
    ...table.uniques.filter((unique) => !unique.columns.includes('business_id')).map((unique) => unique.name),
    ...table.indexes.filter((index) => index.isUnique && !index.columns.includes('business_id')).map((index) => index.name),
  ];
  return [
    ...(first?.name === 'business_id' && first.type === 'uuid' && !first.isNullable
      ? []
      : [`${name}: the first column must be business_id uuid not null`]),
    ...(table.primaryKey[0] === 'business_id' ? [] : [`${name}: the primary key must start with business_id`]),
    ...withoutBusiness.map((unique) => `${name}: ${unique} is unique without business_id`),
    ...(table.isRowSecurityEnabled && table.isRowSecurityForced ? [] : [`${name}: row security must be enabled and forced`]),
    ...(table.policies.includes('business_wall') ? [] : [`${name}: has no policy business_wall`]),
    ...table.foreignKeys
      .filter((key) => key.columns.length > 1 && (key.columns[0] !== 'business_id' || key.referencedColumns[0] !== 'business_id'))
      .map((key) => `${name}: ${key.name} must run from (business_id, …) to (business_id, …)`),
  ];
}

/** Serial and identity columns, and columns without time zone. */
export function findColumnOffences(table: TableDescription): string[] {
  return table.columns.flatMap((column) => {
    const name = `${fullName(table)}.${column.name}`;
    if (column.isIdentity || column.default?.includes('nextval(') === true)
      return [`${name} is numbered by the database; ids are uuids made by us`];
    if (column.type.startsWith('timestamp') && !column.type.includes('with time zone')) return [`${name} is a timestamp without time zone`];
    if (['real', 'double precision', 'money', 'json'].includes(column.type)) return [`${name} is ${column.type}; use numeric, or jsonb`];
    return [];
  });
}

/** Foreign keys whose columns no index starts with. */
export function findUnindexedKeys(table: TableDescription): string[] {
  return table.foreignKeys
    .filter(
      (key) =>
        !table.indexes.some(
          (index) => startsWith(index.columns, key.columns) && (!index.isPartial || skipsOnlyNulls(index.definition, key.columns)),
        ),
    )
    .map((key) => `${fullName(table)}: no index starts with (${key.columns.join(', ')}) for ${key.name}`);
}

/** An index that leaves out rows where the key is null still serves the key. */
function skipsOnlyNulls(definition: string, columns: readonly string[]): boolean {
  return columns.some((column) => definition.endsWith(`WHERE (${column} IS NOT NULL)`));
}

/** Tables and views that say nothing about what they are. */
export function findMissingComments(tables: readonly TableDescription[]): string[] {
  return tables
    .filter((table) => table.comment === null || table.comment.trim() === '')
    .map((table) => `${fullName(table)} has no comment`);
}

function hasBusiness(table: TableDescription): boolean {
  return table.columns.some((column) => column.name === 'business_id');
}

/** The order within the key's own columns does not matter for finding the children of a parent. */
function startsWith(columns: readonly (string | null)[], wanted: readonly string[]): boolean {
  const head = columns.slice(0, wanted.length);
  return wanted.every((column) => head.includes(column));
}
