import { bareText } from '../../import/cells/bare-text.ts';
import { unreadable } from '../../import/cells/reading.ts';
import type { FileKind, KindColumn } from '../../import/file-kind.ts';
import { moneyColumn, monthColumn, textColumn } from './column-readers.ts';
import { branchLookup, leadSourceLookup } from './lookups.ts';
import { openBranches } from './open-branches.ts';

const NO_CURRENCY = unreadable('unreadable_currency', 'three letters such as USD');

/** Marketing spend: no report of the CRM, but a table the business keeps (docs/import.md has the template). */
export const marketingSpend: FileKind = {
  kind: 'marketing_spend',
  title: 'Marketing spend per lead source and month',
  order: 80,
  table: 'journey.marketing_spend',
  key: 'natural_key',
  columns: [
    textColumn('lead_source', ['Lead Source', 'Marketing Source', 'Source', 'Channel'], { required: true }),
    monthColumn('month', ['Month', 'Spend Month'], { required: true, distinctive: true }),
    needed(moneyColumn('amount', ['Amount Spent', 'Spend', 'Marketing Spend', 'Spent'], { required: true, distinctive: true })),
    textColumn('branch_name', ['Branch', 'Branch Name']),
    textColumn('campaign', ['Campaign']),
    currencyColumn(),
  ],
  derived: [{ to: 'natural_key', from: ['lead_source', 'month', 'branch_name', 'campaign', 'currency'], derive: naturalKey }],
  personColumns: [],
  branchColumn: 'branch_name',
  lookups: [leadSourceLookup('lead_source'), branchLookup],
  links: [],
  openBranches,
};

/** Null without a source or a month: such a row could not be found again. */
function naturalKey(value: (column: string) => string | null): string | null {
  const [source, month] = [value('lead_source'), value('month')];
  if (source === null || month === null) return null;
  const rest = ['branch_name', 'campaign', 'currency'].map((column) => plain(value(column) ?? ''));
  return [plain(source), month, ...rest].join('|');
}

function plain(text: string): string {
  return bareText(text).toLowerCase().replace(/\s+/g, ' ');
}

/** An empty amount is not nothing spent: the row waits in quarantine until somebody says which. */
function needed(column: KindColumn): KindColumn {
  return {
    ...column,
    read(text, context) {
      const reading = column.read(text, context);
      if (!reading.ok || reading.values[0] !== null) return reading;
      return unreadable('unreadable_number', 'an amount; write 0 when nothing was spent');
    },
  };
}

function currencyColumn(): KindColumn {
  return {
    name: 'currency',
    headers: ['Currency'],
    to: ['currency'],
    read(text) {
      const bare = bareText(text).toUpperCase();
      if (bare === '') return { ok: true, values: [null] };
      return /^[A-Z]{3}$/.test(bare) ? { ok: true, values: [bare] } : NO_CURRENCY;
    },
  };
}
