import type { CustomerShape } from '../../../contract/customers.ts';
import { counted, showDay, showPhone, showSource } from '../../ui/show-values.ts';

export interface ComparedField {
  name: string;
  a: readonly string[];
  b: readonly string[];
  /** Whether both sides say the same; two empty sides do. */
  isSame: boolean;
}

/** What is known of two customers side by side, differing fields first. */
export function compareCustomers(a: CustomerShape, b: CustomerShape): ComparedField[] {
  const fields = FIELDS.map(([name, read]): ComparedField => {
    const [left, right] = [distinct(read(a)), distinct(read(b))];
    return { name, a: left, b: right, isSame: folded(left) === folded(right) };
  });
  return [...fields.filter((field) => !field.isSame), ...fields.filter((field) => field.isSame)];
}

const FIELDS: readonly [string, (customer: CustomerShape) => (string | null)[]][] = [
  ['Name', (customer) => [customer.name, ...customer.records.map((record) => record.name)]],
  ['E-mail', (customer) => [customer.email, ...customer.records.map((record) => record.email?.toLowerCase() ?? null)]],
  ['Phone', (customer) => [customer.phone, ...customer.records.map((record) => record.phone)].map(phoneOf)],
  ['First lead', (customer) => [dayOf(customer.firstLeadDate)]],
  ['Became a customer', (customer) => [dayOf(customer.conversionDate)]],
  ['Quotes', (customer) => customer.records.map((record) => record.quoteNumber)],
  ['Rows that name them', (customer) => countRows(customer)],
];

/** However it was typed, one number is shown one way. */
function phoneOf(phone: string | null): string | null {
  if (phone === null) return null;
  const digits = phone.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
  return digits.length === 10 ? showPhone(`+1${digits}`) : phone;
}

function dayOf(day: string | null): string | null {
  return day === null ? null : showDay(day);
}

function countRows(customer: CustomerShape): string[] {
  const counts = new Map<string, number>();
  for (const record of customer.records) counts.set(showSource(record.source), (counts.get(showSource(record.source)) ?? 0) + 1);
  return [...counts].map(([source, count]) => counted(count, source));
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value): value is string => value !== null && value !== ''))];
}

function folded(values: readonly string[]): string {
  return JSON.stringify(values.map((value) => value.toLowerCase()).sort());
}
