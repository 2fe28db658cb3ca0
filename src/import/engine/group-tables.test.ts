import { expect, test } from 'vitest';
import { jobs } from '../../journey/kinds/jobs.ts';
import { lostLeads } from '../../journey/kinds/lost-leads.ts';
import type { FileKind } from '../file-kind.ts';
import { groupTables } from './group-tables.ts';
import type { PreparedTable } from './prepared-table.ts';

const MIB = 1 << 20;

test('neighbours of one kind are loaded together, up to 80 MiB and never more than twelve', () => {
  expect(sizesOf([table(jobs, 30 * MIB), table(jobs, 50 * MIB), table(jobs, 1), table(lostLeads, 5), table(jobs, 7)])).toEqual([
    [30 * MIB, 50 * MIB],
    [1],
    [5],
    [7],
  ]);
  expect(sizesOf(Array.from({ length: 25 }, () => table(jobs, 1))).map((group) => group.length)).toEqual([12, 12, 1]);
});

test('a file above the limit is a group of its own, and of five workbooks whose size says nothing all fit in one', () => {
  expect(sizesOf([table(jobs, 1), table(jobs, 200 * MIB), table(jobs, 2)])).toEqual([[1], [200 * MIB], [2]]);
  expect(sizesOf(Array.from({ length: 6 }, () => table(jobs, null))).map((group) => group.length)).toEqual([5, 1]);
});

function sizesOf(tables: PreparedTable[]): (number | null)[][] {
  return groupTables(tables).map((group) => group.map((member) => member.bytes));
}

function table(kind: FileKind, bytes: number | null): PreparedTable {
  return {
    name: 'x.csv',
    kind,
    format: 'csv',
    sheet: null,
    detail: {},
    contentHash: '',
    bytes,
    header: [],
    positions: new Map(),
    constants: new Map(),
    curedRowPosition: -1,
    notes: [],
    async *dataRows() {},
  };
}
