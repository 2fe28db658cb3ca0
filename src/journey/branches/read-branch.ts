import { parseBranchName, type BranchName } from '../../import/cells/parse-branch-name.ts';
import { countryOfState, placesNamed, townKey, zoneOfState, type Place } from './places.ts';

/** What one spelling of a branch says, before others are heard. */
export interface BranchReading {
  spelling: string;
  /** Equal for spellings that may mean one branch: town and company, nothing else. */
  key: string;
  /** "Calgary - Company", or the text where town and company cannot be told apart. */
  name: string;
  city: string | null;
  /** State as written; null when the text has none. */
  writtenState: string | null;
  /** Country as written by a single flag or by the state; null when the text says none or both. */
  writtenCountry: 'CA' | 'US' | null;
  flags: BranchName['flags'];
  remarks: readonly string[];
  isActive: boolean;
}

/** Reads one spelling; null when it holds nothing. */
export function readBranch(spelling: string): BranchReading | null {
  const parsed = parseBranchName(spelling);
  if (parsed === null) return null;
  const city = parsed.city ?? townIn(parsed.name);
  const { company } = parsed;
  const statedCountry = parsed.state === null ? undefined : countryOfState(parsed.state);
  const [flag] = parsed.flags;
  return {
    spelling,
    key: city === null ? plainKey(parsed.name) : `${townKey(city)} - ${plainKey(company ?? '')}`,
    name: city === null || company === null ? (city ?? parsed.name) : `${city} - ${company}`,
    city,
    writtenState: statedCountry === undefined ? null : parsed.state,
    writtenCountry: statedCountry ?? (parsed.flags.length === 1 && flag !== undefined ? flag : null),
    flags: parsed.flags,
    remarks: parsed.remarks,
    isActive: parsed.isActive,
  };
}

/**
 * The place that a reading (or several of one branch) means. The country of the business breaks ties; where it is
 * neither CA nor US, only what is written counts, for the towns known are of these two.
 */
export function placeOf(
  reading: Pick<BranchReading, 'city' | 'writtenState' | 'writtenCountry'>,
  businessCountry: string | null,
): Partial<Place> {
  const { city, writtenState, writtenCountry } = reading;
  const isElsewhere = businessCountry !== null && businessCountry !== 'CA' && businessCountry !== 'US';
  const named = city === null ? [] : placesNamed(city);
  const found =
    writtenState !== null
      ? named.find((place) => place.state === writtenState)
      : writtenCountry !== null
        ? named.find((place) => place.country === writtenCountry)
        : isElsewhere
          ? undefined
          : (named.find((place) => place.country === businessCountry) ?? named[0]);
  if (found !== undefined) return found;
  const timeZone = writtenState === null ? undefined : zoneOfState(writtenState);
  return {
    ...(writtenState === null ? {} : { state: writtenState }),
    ...(writtenCountry === null ? {} : { country: writtenCountry }),
    ...(timeZone === undefined ? {} : { timeZone }),
  };
}

/** A branch that is called by its town alone. */
function townIn(name: string): string | null {
  const [place] = placesNamed(name);
  return place?.city ?? null;
}

function plainKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
