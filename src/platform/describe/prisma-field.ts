import type { ColumnDescription } from './schema-description.ts';

/** A column as a field of a Prisma model, mapped to its name in the database. */
export function prismaField(column: ColumnDescription): string {
  const { type, native } = typeOf(column.type);
  const name = prismaName(column.name);
  const mark = column.isNullable && !type.endsWith('[]') ? '?' : '';
  const parts = [name, `${type}${mark}`, defaultOf(column, type), name === column.name ? '' : `@map("${column.name}")`, native];
  return `  ${parts.filter((part) => part !== '').join(' ')}`;
}

/** `sales_person_id` as `salesPersonId`. */
export function prismaName(column: string): string {
  return column.replace(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}

const TYPES: Readonly<Record<string, { type: string; native: string }>> = {
  uuid: { type: 'String', native: '@db.Uuid' },
  text: { type: 'String', native: '' },
  'text[]': { type: 'String[]', native: '' },
  boolean: { type: 'Boolean', native: '' },
  smallint: { type: 'Int', native: '@db.SmallInt' },
  integer: { type: 'Int', native: '' },
  bigint: { type: 'BigInt', native: '' },
  date: { type: 'DateTime', native: '@db.Date' },
  'timestamp with time zone': { type: 'DateTime', native: '@db.Timestamptz(6)' },
  jsonb: { type: 'Json', native: '' },
};

function typeOf(type: string): { type: string; native: string } {
  const decimal = /^numeric\((\d+),(\d+)\)$/.exec(type);
  if (decimal !== null) return { type: 'Decimal', native: `@db.Decimal(${decimal[1]}, ${decimal[2]})` };
  const fixed = /^character\((\d+)\)$/.exec(type);
  if (fixed !== null) return { type: 'String', native: `@db.Char(${fixed[1]})` };
  return TYPES[type] ?? { type: `Unsupported("${type}")`, native: '' };
}

function defaultOf(column: ColumnDescription, type: string): string {
  const given = column.default;
  if (given === null) return '';
  if (given === 'now()') return '@default(now())';
  if (/^(true|false|-?\d+(\.\d+)?)$/.test(given)) return `@default(${given})`;
  if (type.endsWith('[]') && given.startsWith(`'{}'`)) return '@default([])';
  const text = /^'([^']*)'::/.exec(given)?.[1];
  return text === undefined ? `@default(dbgenerated(${JSON.stringify(given)}))` : `@default(${JSON.stringify(text)})`;
}
