import type { BusinessTransaction } from '../../platform/database/database.ts';
import { Fault } from '../../platform/fault.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import setSql from './set-business.sql';

export interface BusinessSettings {
  name?: string | undefined;
  /** IANA name, e.g. America/Edmonton. */
  timeZone?: string | undefined;
  /** ISO 4217 code, e.g. CAD. */
  currency?: string | undefined;
  /** ISO 3166 code, e.g. CA. */
  country?: string | undefined;
  /** Name of a weekday, or 1 (Monday) to 7 (Sunday). */
  weekStart?: string | undefined;
  /** Name of a month, or 1 to 12. */
  fiscalYearStart?: string | undefined;
}

interface CheckedSettings extends Omit<BusinessSettings, 'weekStart' | 'fiscalYearStart'> {
  weekStart: number | undefined;
  fiscalYearStart: number | undefined;
}

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

/**
 * Sets what holds for every branch that says nothing else: zone of its times, currency of its
 * amounts, country of its telephone numbers. Rows that were read before stay as they were read.
 */
export async function setBusiness(transaction: BusinessTransaction, wanted: BusinessSettings, setBy: string): Promise<void> {
  const settings = checked(wanted);
  const { businessId } = transaction;
  const { name, timeZone, currency, country, weekStart, fiscalYearStart } = settings;
  const given = [name, timeZone, currency, country, weekStart, fiscalYearStart].map((value) => value ?? null);
  await transaction.run(setSql, [businessId, ...given]);
  await transaction.run(
    `insert into tenancy.audit_log (business_id, id, at, actor, action, object, details) values ($1, $2, $3, $4, 'business.set', $5, $6)`,
    [businessId, uuidV7(), new Date(), setBy, businessId, JSON.stringify(settings)],
  );
}

function checked(wanted: BusinessSettings): CheckedSettings {
  const { name, timeZone, currency, country } = wanted;
  if (name !== undefined && name.trim() === '') throw refused('a name', name);
  if (timeZone !== undefined && !isZone(timeZone)) throw refused('an IANA time zone such as America/Edmonton', timeZone);
  const money = currency?.trim().toUpperCase();
  if (money !== undefined && !Intl.supportedValuesOf('currency').includes(money)) throw refused('a currency code such as CAD', money);
  const land = country?.trim().toUpperCase();
  if (land !== undefined && !isCountry(land)) throw refused('a country code of two letters such as CA', land);
  const weekStart = placeOf(wanted.weekStart, WEEKDAYS, 'a weekday such as sunday');
  const fiscalYearStart = placeOf(wanted.fiscalYearStart, MONTHS, 'a month such as october');
  return { name: name?.trim(), timeZone, currency: money, country: land, weekStart, fiscalYearStart };
}

/** A name, its first three letters or its number, as the number. */
function placeOf(text: string | undefined, names: readonly string[], expected: string): number | undefined {
  if (text === undefined) return undefined;
  const word = text.trim().toLowerCase();
  const place = names.findIndex((name, index) => word === String(index + 1) || (word.length >= 3 && name.startsWith(word))) + 1;
  if (place === 0) throw refused(expected, text);
  return place;
}

function isZone(text: string): boolean {
  try {
    // Offsets such as +02:00 pass there, but have no clock changes.
    return /[A-Za-z]/.test(text) && new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function isCountry(text: string): boolean {
  if (!/^[A-Z]{2}$/.test(text)) return false;
  return new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(text) !== undefined;
}

function refused(expected: string, found: string): Fault {
  return new Fault('business_setting', `Expected ${expected}, found "${found}". Nothing was set.`, { exit: 'usage' });
}
