import { STAGED_TABLES, type StagedName, columnsOf } from './staged-tables.ts';

/** A statement that brings its staged rows along: one parameter more per table it names. */
export interface Carrier {
  text: string;
  tables: readonly StagedName[];
}

const carriers = new Map<string, Carrier>();

/**
 * Rewrites a statement so that staged tables it names are common table expressions over a parameter
 * each (JSON, an array per row), numbered from `parameters` + 1 on. The same statement gives the same
 * text every time, so that a connection plans it once.
 */
export function carryRows(sql: string, parameters: number, isHeld: (table: StagedName) => boolean): Carrier {
  const tables = namedTables(sql).filter(isHeld);
  const key = `${parameters} ${tables.join(' ')} ${sql}`;
  const known = carriers.get(key);
  if (known !== undefined) return known;
  const made = { text: compose(sql, parameters, tables), tables };
  carriers.set(key, made);
  return made;
}

const ALL = Object.keys(STAGED_TABLES) as StagedName[];
const namings = new Map<string, StagedName[]>();

function namedTables(sql: string): StagedName[] {
  const known = namings.get(sql);
  if (known !== undefined) return known;
  const plain = withoutComments(sql);
  const found = ALL.filter((table) => new RegExp(`\\b${table}\\b`).test(plain));
  namings.set(sql, found);
  return found;
}

function compose(sql: string, parameters: number, tables: readonly StagedName[]): string {
  const plain = withoutComments(sql).trim();
  if (tables.length === 0) return plain;
  const parts = tables.map((table, at) => {
    const values = columnsOf(table).map(({ name, type }, place) => `(staged.value ->> ${place})::${type} as ${name}`);
    return `${table} as materialized (select ${values.join(', ')} from json_array_elements($${parameters + at + 1}::json) as staged)`;
  });
  const own = /^with\s+(recursive\s+)?/i.exec(plain);
  if (own === null) return `with ${parts.join(', ')} ${plain}`;
  return `with ${own[1] ?? ''}${parts.join(', ')}, ${plain.slice(own[0].length)}`;
}

function withoutComments(sql: string): string {
  return sql.replace(/^\s*--.*$/gm, '');
}
