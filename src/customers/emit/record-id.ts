import { createHash } from 'node:crypto';

/**
 * Opens the maker of record ids for a source: the row's own id with the source mixed into
 * its last eight bytes. One row of one source always gets one id, ids of different sources
 * differ, and the time order of the row's id is kept.
 */
export function recordIdsOf(source: string): (sourceId: string) => string {
  const mask = createHash('sha256').update(source).digest();
  // The variant bits (the first two of the ninth byte) stay as they are.
  const high = mask.readUInt16BE(0) & 0x3fff;
  const middle = mask.readUIntBE(2, 3);
  const low = mask.readUIntBE(5, 3);
  return (sourceId) => {
    const mixed = (from: number, to: number, bits: number): string =>
      ((Number.parseInt(sourceId.slice(from, to), 16) ^ bits) >>> 0).toString(16).padStart(to - from, '0');
    return `${sourceId.slice(0, 19)}${mixed(19, 23, high)}-${mixed(24, 30, middle)}${mixed(30, 36, low)}`;
  };
}
