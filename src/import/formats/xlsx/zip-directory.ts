import type { FileHandle } from 'node:fs/promises';
import { fileFault } from '../file-faults.ts';

export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  crc: number;
  compressed: number;
  size: number;
  headerOffset: number;
}

const END_RECORD = 0x06054b50;
const END_LOCATOR_64 = 0x07064b50;
const END_RECORD_64 = 0x06064b50;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const LARGEST_DIRECTORY = 16 << 20;
const LARGEST_TOTAL = 1 << 30;
const BOMB_RATIO = 200;
const BOMB_TOTAL = 50 << 20;

/**
 * The entries of a zip file by name. Faults for a truncated or encrypted file, and for a zip bomb:
 * more than 1 GiB unpacked, or above 50 MiB and 200 times the packed size.
 */
export async function readZipDirectory(file: FileHandle, fileName: string): Promise<Map<string, ZipEntry>> {
  const { size } = await file.stat();
  const place = await findDirectory(file, size, fileName);
  if (place.bytes > LARGEST_DIRECTORY || place.offset + place.bytes > size) throw damaged(fileName);
  const directory = await readBytes(file, place.offset, place.bytes);

  const entries = new Map<string, ZipEntry>();
  let at = 0;
  let total = 0;
  for (let i = 0; i < place.entries; i++) {
    if (at + ENTRY_BYTES > directory.length || directory.readUInt32LE(at) !== ENTRY) throw damaged(fileName);
    if ((directory.readUInt16LE(at + 8) & 1) !== 0) throw locked(fileName);
    const nameBytes = directory.readUInt16LE(at + 28);
    const extraBytes = directory.readUInt16LE(at + 30);
    const entry = readEntry(directory, at, nameBytes, extraBytes);
    if (entry.headerOffset + entry.compressed > size) throw damaged(fileName);
    entries.set(entry.name, entry);
    total += entry.size;
    at += ENTRY_BYTES + nameBytes + extraBytes + directory.readUInt16LE(at + 32);
  }
  if (total > LARGEST_TOTAL || (total > BOMB_TOTAL && total > BOMB_RATIO * size)) throw bomb(fileName, total);
  return entries;
}

/** A workbook whose parts do not hold together. */
export function damaged(fileName: string, cause?: unknown): Error {
  return fileFault(
    'damaged_workbook',
    fileName,
    'expected a whole workbook, but this one is truncated or damaged. Download or export it again.',
    cause,
  );
}

/** A file made to fill memory when it is unpacked. */
export function bomb(fileName: string, bytes: number): Error {
  return fileFault(
    'zip_bomb',
    fileName,
    `expected a workbook, but it would unpack to at least ${Math.round(bytes / (1 << 20))} MiB, far more than its size allows. Save its sheets as CSV.`,
  );
}

function locked(fileName: string): Error {
  return fileFault(
    'locked_workbook',
    fileName,
    'expected a plain workbook, but its parts are protected by a password. Save it without a password.',
  );
}

async function findDirectory(file: FileHandle, size: number, fileName: string) {
  const tailBytes = Math.min(size, 65_557);
  const tail = await readBytes(file, size - tailBytes, tailBytes);
  let at = tail.length - 22;
  while (at >= 0 && tail.readUInt32LE(at) !== END_RECORD) at--;
  if (at < 0) throw damaged(fileName);

  const end = {
    entries: tail.readUInt16LE(at + 10),
    bytes: tail.readUInt32LE(at + 12),
    offset: tail.readUInt32LE(at + 16),
  };
  const isZip64 = end.entries === 0xffff || end.bytes === 0xffffffff || end.offset === 0xffffffff;
  if (!isZip64) return end;
  if (at < 20 || tail.readUInt32LE(at - 20) !== END_LOCATOR_64) throw damaged(fileName);
  const record = await readBytes(file, Number(tail.readBigUInt64LE(at - 12)), 56);
  if (record.length < 56 || record.readUInt32LE(0) !== END_RECORD_64) throw damaged(fileName);
  return {
    entries: Number(record.readBigUInt64LE(32)),
    bytes: Number(record.readBigUInt64LE(40)),
    offset: Number(record.readBigUInt64LE(48)),
  };
}

function readEntry(directory: Buffer, at: number, nameBytes: number, extraBytes: number): ZipEntry {
  const nameEnd = at + ENTRY_BYTES + nameBytes;
  const entry: ZipEntry = {
    name: directory.toString('utf8', at + ENTRY_BYTES, nameEnd).replaceAll('\\', '/'),
    method: directory.readUInt16LE(at + 10),
    crc: directory.readUInt32LE(at + 16),
    compressed: directory.readUInt32LE(at + 20),
    size: directory.readUInt32LE(at + 24),
    headerOffset: directory.readUInt32LE(at + 42),
  };
  readZip64Sizes(directory.subarray(nameEnd, nameEnd + extraBytes), entry);
  return entry;
}

/** Only the fields that overflowed stand in the extra field, in this order. */
function readZip64Sizes(extra: Buffer, entry: ZipEntry): void {
  for (let at = 0; at + 4 <= extra.length; ) {
    const bytes = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) {
      let field = at + 4;
      const end = Math.min(field + bytes, extra.length);
      for (const key of ['size', 'compressed', 'headerOffset'] as const) {
        if (entry[key] !== 0xffffffff || field + 8 > end) continue;
        entry[key] = Number(extra.readBigUInt64LE(field));
        field += 8;
      }
    }
    at += 4 + bytes;
  }
}

/** Fewer bytes than asked for at the end of the file. */
export async function readBytes(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  if (!Number.isSafeInteger(position) || position < 0) return buffer.subarray(0, 0);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}
