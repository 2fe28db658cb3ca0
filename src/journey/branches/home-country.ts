import { placesNamed } from './places.ts';
import type { BranchReading } from './read-branch.ts';

/**
 * The country that a town standing in two is looked for in: that of most branches that leave no
 * doubt (by flag, by state, or by a town only one country has), else the business's own. A new
 * business stands in US until somebody says otherwise, and Burnaby beside Vancouver says it as well.
 */
export function homeCountry(readings: readonly BranchReading[], ofBusiness: string): string {
  // The list of towns ends at these two countries: elsewhere a London is not the one in Ontario.
  if (ofBusiness !== 'CA' && ofBusiness !== 'US') return ofBusiness;
  const byBranch = new Map(readings.map((reading) => [reading.key, certainCountry(reading)]));
  const countries = [...byBranch.values()];
  const [canadian, american] = ['CA', 'US'].map((country) => countries.filter((each) => each === country).length);
  if (canadian === american) return ofBusiness;
  return (canadian ?? 0) > (american ?? 0) ? 'CA' : 'US';
}

function certainCountry(reading: BranchReading): 'CA' | 'US' | null {
  if (reading.writtenCountry !== null) return reading.writtenCountry;
  const [only, ...others] = new Set(reading.city === null ? [] : placesNamed(reading.city).map((place) => place.country));
  return only === undefined || others.length > 0 ? null : only;
}
