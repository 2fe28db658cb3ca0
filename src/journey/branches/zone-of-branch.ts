import { placeOf, readBranch } from './read-branch.ts';

/** IANA zone of the town (or state) in a branch's name; undefined when it names none that we know. */
export function zoneOfBranch(branch: string): string | undefined {
  const reading = readBranch(branch);
  return reading === null ? undefined : placeOf(reading, null).timeZone;
}
