import { createHash } from 'node:crypto';
import type { FileKind, KindLookup } from '../file-kind.ts';
import { SET_ASIDE_TABLES } from './set-aside.ts';

export interface LoadStatements {
  /** Name of the temporary table; statements call it `staged`. */
  staged: string;
  openTemporary: readonly string[];
  /** Before the staged rows are applied. */
  emptyShared: string;
  copyTarget: string;
  analyzeStaged: string;
  findRepeats: string;
  dropRepeats: string;
  countNew: string;
  match: string;
  insert: (hasMatches: boolean) => string;
  keepBefore: string;
  update: string;
  /** Notes which rows were there with the same values. */
  keepSeen: string;
}

/**
 * Temporary tables are made once per transaction and emptied for each file: a dry run of a
 * thousand files in one transaction would otherwise hold a lock on four thousand tables.
 */
const SHARED_TEMPORARY = [
  'create temp table if not exists repeated (place integer, line integer, first_line integer, is_identical boolean) on commit drop',
  'create temp table if not exists matched (place integer, row_id uuid, differs boolean) on commit drop',
];

/** Rows to an entry of import.seen_rows. */
const SEEN_ROWS = 1000;

/**
 * The statements that load one file of a kind with the given target columns. They are
 * written here and not in a .sql file because the columns are those the file has.
 * Parameters: $1 business, $2 batch, $3 file, $4 now. `place` tells the files of a group apart.
 */
export function loadStatements(
  kind: FileKind,
  targets: readonly string[],
  types: ReadonlyMap<string, { type: string }>,
  place = 0,
): LoadStatements {
  const target = kind.table;
  const columns = targets.map(quote);
  const lookups = kind.lookups.filter((lookup) => targets.includes(lookup.from));
  const links = kind.links;
  const joins = [...lookups.map(lookupJoin), ...links.map((link) => link.join)].join('\n');
  const joined = [
    ...lookups.map((lookup, index) => ({ to: lookup.to, expression: `lookup_${index}.${quote(lookup.target)}` })),
    ...links.map((link) => ({ to: link.to, expression: link.expression })),
  ];
  const updatable = columns.filter((column) => column !== quote(kind.key));
  const differs =
    updatable.length === 0
      ? 'false'
      : `(${updatable.map((column) => `staged.${column}`).join(', ')}) is distinct from (${updatable.map((column) => `target.${column}`).join(', ')})`;
  const staged = `staged_${createHash('sha256')
    .update(`${target} ${columns.join(' ')}`)
    .digest('hex')
    .slice(0, 12)}_${place}`;
  const lookedUp = lookups.map((lookup) => quote(lookup.to));
  const remembered = [...updatable, ...lookedUp, 'last_batch_id', 'updated_at', 'edited_at'];
  return {
    staged,
    openTemporary: [
      `create temp table if not exists ${staged} (place integer, line integer, id uuid, ${targets.map((name) => `${quote(name)} ${types.get(name)?.type ?? 'text'}`).join(', ')}) on commit drop`,
      ...SHARED_TEMPORARY,
      `truncate ${staged}`,
      ...SET_ASIDE_TABLES,
    ],
    emptyShared: 'truncate repeated, matched',
    copyTarget: `${staged} (place, line, id, ${columns.join(', ')})`,
    analyzeStaged: `analyze ${staged} (place, ${quote(kind.key)})`,
    findRepeats: `
      insert into repeated (place, line, first_line, is_identical)
      with counted as (
        select ${quote(kind.key)} as key, min(place) as first_place
        from ${staged} group by ${quote(kind.key)} having count(*) > 1
      )
      select later.place, later.line, first.line as first_line,
        (${columns.map((column) => `later.${column}`).join(', ')}) is not distinct from (${columns.map((column) => `first.${column}`).join(', ')}) as is_identical
      from counted
      join ${staged} as first on first.place = counted.first_place
      join ${staged} as later on later.${quote(kind.key)} = counted.key and later.place <> counted.first_place`,
    dropRepeats: `delete from ${staged} as staged using repeated where staged.place = repeated.place`,
    countNew: `
      select count(*)::integer as rows from ${staged} as staged
      where not exists (select from ${target} as target where target.business_id = $1 and target.${quote(kind.key)} = staged.${quote(kind.key)})`,
    match: `
      insert into matched (place, row_id, differs)
      select staged.place, target.id as row_id,
        ${differs} as differs
      from ${staged} as staged
      join ${target} as target on target.business_id = $1 and target.${quote(kind.key)} = staged.${quote(kind.key)}`,
    insert: (hasMatches) => `
      insert into ${target} (business_id, id, ${[...columns, ...joined.map((link) => quote(link.to))].join(', ')}, batch_id, file_id, line, last_batch_id, created_at, updated_at)
      select $1, staged.id, ${[...columns.map((column) => `staged.${column}`), ...joined.map((link) => link.expression)].join(', ')}, $2::uuid, $3::uuid, staged.line, $2::uuid, $4::timestamptz, $4::timestamptz
      from ${staged} as staged
      ${joins}
      ${hasMatches ? 'where not exists (select from matched where matched.place = staged.place)' : ''}`,
    keepBefore: `
      insert into import.row_changes (business_id, id, batch_id, file_id, line, table_name, row_id, before, applied_at)
      select $1, platform.uuid_v7(), $2, $3, staged.line, '${target}', target.id,
        ${beforeImage(remembered)}, $4
      from matched
      join ${staged} as staged on staged.place = matched.place
      join ${target} as target on target.business_id = $1 and target.id = matched.row_id
      where matched.differs
      on conflict do nothing`,
    keepSeen: `
      insert into import.seen_rows (business_id, id, file_id, row_ids, lines)
      select $1, platform.uuid_v7(), $2,
        array_agg(matched.row_id order by matched.place), array_agg(staged.line order by matched.place)
      from matched
      join ${staged} as staged on staged.place = matched.place
      where not matched.differs
      group by matched.place / ${SEEN_ROWS}`,
    update: `
      update ${target} as target
      set ${[...updatable.map((column) => `${column} = fresh.${column}`), ...lookups.map((lookup) => `${quote(lookup.to)} = fresh.${quote(lookup.to)}`)].join(', ')}, last_batch_id = $2, updated_at = $3
      from (
        select matched.row_id, ${[...updatable.map((column) => `staged.${column}`), ...lookups.map((lookup, index) => `lookup_${index}.${quote(lookup.target)} as ${quote(lookup.to)}`)].join(', ')}
        from matched
        join ${staged} as staged on staged.place = matched.place
        ${lookups.map(lookupJoin).join('\n')}
        where matched.differs
      ) as fresh
      where target.business_id = $1 and target.id = fresh.row_id`,
  };
}

/** jsonb_build_object takes at most 100 arguments: 45 columns a piece, joined. */
function beforeImage(columns: readonly string[]): string {
  const pieces: string[] = [];
  for (let start = 0; start < columns.length; start += 45) {
    const part = columns.slice(start, start + 45).map((column) => `'${column.replaceAll('"', '')}', target.${column}`);
    pieces.push(`jsonb_build_object(${part.join(', ')})`);
  }
  return pieces.join(' || ');
}

function lookupJoin(lookup: KindLookup, index: number): string {
  return `left join ${lookup.spellings} as lookup_${index} on lookup_${index}.business_id = $1 and lookup_${index}.spelling = staged.${quote(lookup.from)}`;
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
