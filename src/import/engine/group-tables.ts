import type { PreparedTable } from './prepared-table.ts';

/** Some five seconds of reading: what a kill may cost, and what the next group's reading can hide behind. */
const GROUP_BYTES = 80 << 20;
/** What a file whose size says nothing about its rows is counted as. */
const UNKNOWN_BYTES = 16 << 20;
/** Each file of a group keeps temporary tables, and locks on them, until it is committed. */
const GROUP_FILES = 12;

/** Cuts the tables of a batch, in their order, into groups that are loaded together: neighbours of one kind. */
export function groupTables(tables: readonly PreparedTable[]): PreparedTable[][] {
  const groups: PreparedTable[][] = [];
  let bytes = 0;
  for (const table of tables) {
    const size = table.bytes ?? UNKNOWN_BYTES;
    const group = groups.at(-1);
    const fits = group !== undefined && group[0]?.kind === table.kind && group.length < GROUP_FILES && bytes + size <= GROUP_BYTES;
    if (fits) group.push(table);
    else groups.push([table]);
    bytes = fits ? bytes + size : size;
  }
  return groups;
}
