import type { Roster } from './roster.ts';

/** Records of one kind of value, grouped: members of code c stand at starts[c] to starts[c + 1]. */
export interface ValueGroups {
  starts: Int32Array;
  members: Int32Array;
  codes: number;
}

/** Groups records by their code of a kind (0 = email, 1 = phone, 2 = quote number); oldest first in each group. */
export function groupByValue(roster: Roster, kind: number): ValueGroups {
  const column = roster.values[kind] ?? new Int32Array(roster.count);
  const codes = roster.valueBooks[kind]?.size ?? 0;
  const starts = new Int32Array(codes + 2);
  for (let record = 0; record < roster.count; record += 1) {
    const code = column[record] ?? 0;
    starts[code + 1] = (starts[code + 1] ?? 0) + 1;
  }
  for (let code = 1; code < starts.length; code += 1) starts[code] = (starts[code] ?? 0) + (starts[code - 1] ?? 0);
  const next = starts.slice();
  const members = new Int32Array(roster.count);
  for (let record = 0; record < roster.count; record += 1) {
    const code = column[record] ?? 0;
    const at = next[code] ?? 0;
    members[at] = record;
    next[code] = at + 1;
  }
  return { starts, members, codes };
}

/** The members of one group. */
export function membersOf(groups: ValueGroups, code: number): Int32Array {
  return groups.members.subarray(groups.starts[code], groups.starts[code + 1]);
}
