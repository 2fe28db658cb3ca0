import type { BusinessTransaction } from '../../platform/database/database.ts';
import type { RecordSource } from '../record-source.ts';
import { composeChoice, composeDetails } from './choose/compose-choice.ts';
import { GOLDEN_FIELDS, type GoldenField, type GoldenRule } from './golden-fields.ts';
import { loadGoldenRules, type RuleInForce } from './load-golden-rules.ts';
import { tellHand, tellNothing, tellLocked, tellWhy } from './tell-why.ts';
import handValuesSql from './hand-values-of.sql';
import showSql from './show-golden.sql';

/** The value of a field that stands for a customer, and where it is from. */
export interface GoldenValue {
  field: string;
  title: string;
  /** Null where no record has one and nobody said one. */
  value: string | null;
  /** What decided: a rule, a person, or an edit in the table itself; null without a value. */
  by: 'rule' | 'hand' | 'table' | null;
  /** The rule in force, also where a person outranks it; null for a field that no import carries. */
  rule: GoldenRule | null;
  /** Different values to choose from, rows that have one, and rows that agree with the chosen one. */
  candidates: number;
  rows: number;
  agreeing: number;
  /** The row it is from; null when a person said it. */
  from: GoldenOrigin | null;
  decidedBy: string | null;
  decidedAt: string | null;
  /** Why it won, as a sentence. */
  why: string;
}

export interface GoldenOrigin {
  source: string;
  sourceId: string;
  key: string | null;
  observedOn: string | null;
  importNumber: number | null;
  fileName: string | null;
  line: number | null;
}

/** What a rule chose. */
export interface ChosenRow extends GoldenOrigin {
  choice: string;
  rule: GoldenRule;
  parts: (string | null)[];
  isGeneric: boolean;
  isTied: boolean;
  agreeing: number;
  rows: number;
  candidates: number;
}

/** What a person said. */
export interface HandRow {
  field: string;
  value: string | null;
  parts: string[];
  fromSource: string | null;
  fromKey: string | null;
  decidedBy: string;
  decidedAt: Date;
  saidOf: string;
}

/** The golden value of every field of a customer, in the order of `GOLDEN_FIELDS`; fields without one too. */
export async function readGoldenValues(
  transaction: BusinessTransaction,
  customerId: string,
  sources: readonly RecordSource[],
): Promise<GoldenValue[]> {
  const { businessId } = transaction;
  const rules = await loadGoldenRules(transaction);
  const scope = { customers: 'select $3::uuid', sources, areFew: true };
  const sql = showSql.replace(':chosen', () => `(${composeChoice(scope)})`).replace(':details', () => `(${composeDetails(scope)})`);
  const chosen = await transaction.rows<ChosenRow>(sql, [businessId, JSON.stringify(rules), customerId]);
  const said = await transaction.rows<HandRow>(handValuesSql, [businessId, customerId]);
  const locked = await readLocked(transaction, customerId);
  return GOLDEN_FIELDS.map((field) => goldenValue(field, { customerId, rules, chosen, said, locked }));
}

interface Known {
  customerId: string;
  rules: readonly RuleInForce[];
  chosen: readonly ChosenRow[];
  said: readonly HandRow[];
  locked: ReadonlyMap<string, string | null>;
}

function goldenValue({ field, title, from }: GoldenField, known: Known): GoldenValue {
  const rule = known.rules.find(({ choice }) => choice === from?.choice);
  const row = known.chosen.find(({ choice }) => choice === from?.choice);
  const counts = { candidates: row?.candidates ?? 0, rows: row?.rows ?? 0, agreeing: row?.agreeing ?? 0 };
  const common = { field, title, rule: rule?.rule ?? null, ...counts, from: null, decidedBy: null, decidedAt: null };
  if (known.locked.has(field)) return { ...common, value: known.locked.get(field) ?? null, by: 'table', why: tellLocked() };
  const hand = findHand(field, from, known.said);
  if (hand !== null) {
    const { decidedBy, decidedAt } = hand.row;
    return {
      ...common,
      value: hand.value,
      by: 'hand',
      decidedBy,
      decidedAt: decidedAt.toISOString(),
      why: tellHand(hand.row, known.customerId),
    };
  }
  const value = row?.parts[from?.part ?? 0] ?? null;
  if (row === undefined || value === null) return { ...common, value: null, by: null, why: tellNothing(from === null, row !== undefined) };
  return { ...common, value, by: 'rule', from: originOf(row), why: tellWhy(row, rule?.sources ?? []) };
}

/** What was said of the field itself, else of the name it is a part of. */
function findHand(field: string, from: GoldenField['from'], said: readonly HandRow[]): { row: HandRow; value: string | null } | null {
  const own = said.find((row) => row.field === field && row.value !== null);
  if (own !== undefined) return { row: own, value: own.value };
  if (from?.choice !== 'name' || from.part === 0) return null;
  const whole = said.find((row) => row.field === 'name' && row.value !== null);
  return whole === undefined ? null : { row: whole, value: whole.parts[from.part - 1] ?? null };
}

function originOf({ source, sourceId, key, observedOn, importNumber, fileName, line }: ChosenRow): GoldenOrigin {
  return { source, sourceId, key, observedOn, importNumber, fileName, line };
}

/** Fields that were edited in the table itself, with what stands there: survivorship leaves them alone. */
async function readLocked(transaction: BusinessTransaction, customerId: string): Promise<Map<string, string | null>> {
  const rows = await transaction.rows<{ field: string; value: string | null }>(
    `select locked.field, to_jsonb(customer) ->> locked.field as value
     from customers.customers as customer
     cross join lateral unnest(customer.edited_fields) as locked (field)
     where customer.business_id = $1 and customer.id = $2`,
    [transaction.businessId, customerId],
  );
  return new Map(rows.map(({ field, value }) => [field, value]));
}
