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
}

/**
 * Sets what holds for every branch that says nothing else: zone of its times, currency of its
 * amounts, country of its telephone numbers. Rows that were read before stay as they were read.
 */
export async function setBusiness(transaction: BusinessTransaction, wanted: BusinessSettings, setBy: string): Promise<void> {
  const settings = checked(wanted);
  const { businessId } = transaction;
  const { name, timeZone, currency, country } = settings;
  await transaction.run(setSql, [businessId, name ?? null, timeZone ?? null, currency ?? null, country ?? null]);
  await transaction.run(
    `insert into tenancy.audit_log (business_id, id, at, actor, action, object, details) values ($1, $2, $3, $4, 'business.set', $5, $6)`,
    [businessId, uuidV7(), new Date(), setBy, businessId, JSON.stringify(settings)],
  );
}

function checked({ name, timeZone, currency, country }: BusinessSettings): BusinessSettings {
  if (name !== undefined && name.trim() === '') throw refused('a name', name);
  if (timeZone !== undefined && !isZone(timeZone)) throw refused('an IANA time zone such as America/Edmonton', timeZone);
  const money = currency?.trim().toUpperCase();
  if (money !== undefined && !Intl.supportedValuesOf('currency').includes(money)) throw refused('a currency code such as CAD', money);
  const land = country?.trim().toUpperCase();
  if (land !== undefined && !isCountry(land)) throw refused('a country code of two letters such as CA', land);
  return { name: name?.trim(), timeZone, currency: money, country: land };
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
