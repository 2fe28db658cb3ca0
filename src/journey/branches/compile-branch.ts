import { placeOf, type BranchReading } from './read-branch.ts';

/** The columns of a branch that follow from its spellings. */
export interface CompiledBranch {
  city: string | null;
  state: string | null;
  country: string | null;
  currency: string;
  time_zone: string | null;
  is_active: boolean;
  remarks: string[];
}

/** Said of a branch for good; "on hold" may pass, so that one plain spelling outweighs it. */
const CLOSED = /\b(no longer active|permanently closed)\b/i;
/** Without a flag the town decides: a branch in Burnaby bills in Canadian dollars whatever the business was set to. */
const CURRENCIES: Readonly<Record<string, string>> = { CA: 'CAD', US: 'USD' };
const BOTH_FLAGS = 'Canadian and US flag: amounts are read as CAD';

/** A branch as all its spellings together describe it. */
export function compileBranch(readings: readonly BranchReading[], business: { country: string; currency: string }): CompiledBranch {
  const flags = new Set(readings.flatMap((reading) => reading.flags));
  const city = first(readings, (reading) => reading.city);
  const place = placeOf(
    {
      city,
      writtenState: first(readings, (reading) => reading.writtenState),
      writtenCountry: first(readings, (reading) => reading.writtenCountry),
    },
    business.country,
  );
  const remarks = [...new Set(readings.flatMap((reading) => reading.remarks))].sort();
  const isClosed = remarks.some((remark) => CLOSED.test(remark)) || (readings.length > 0 && readings.every((reading) => !reading.isActive));
  return {
    city,
    state: place.state ?? null,
    country: place.country ?? null,
    currency: flags.has('CA') ? 'CAD' : flags.has('US') ? 'USD' : (CURRENCIES[place.country ?? ''] ?? business.currency),
    time_zone: place.timeZone ?? null,
    is_active: !isClosed,
    remarks: flags.size > 1 ? [...remarks, BOTH_FLAGS] : remarks,
  };
}

/** Whether a spelling can mean the branch that other spellings of the same town and company mean. */
export function canBeOneBranch(reading: BranchReading, others: readonly BranchReading[]): boolean {
  return others.every(
    (other) =>
      other.key === reading.key && agree(reading.writtenState, other.writtenState) && agree(reading.writtenCountry, other.writtenCountry),
  );
}

function agree(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other;
}

function first<T>(readings: readonly BranchReading[], pick: (reading: BranchReading) => T | null): T | null {
  for (const reading of readings) {
    const value = pick(reading);
    if (value !== null) return value;
  }
  return null;
}
