import { type FileHandle, open } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { crc32, createInflateRaw } from 'node:zlib';
import { Fault } from '../../../platform/fault.ts';
import { bomb, damaged, readBytes, type ZipEntry } from './zip-directory.ts';

export interface Archive {
  path: string;
  fileName: string;
  entries: Map<string, ZipEntry>;
}

const LOCAL_HEADER = 0x04034b50;
const CHUNK = 128 << 10;
const LARGEST_PART = 64 << 20;

/** Text of one part of the archive in chunks, unpacked as it is consumed; its checksum is verified at the end. */
export async function* unpackText(archive: Archive, entry: ZipEntry, signal?: AbortSignal): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let crc = 0;
  let size = 0;
  const file = await open(archive.path, 'r');
  try {
    for await (const chunk of unpacked(file, archive, entry)) {
      signal?.throwIfAborted();
      size += chunk.length;
      if (size > entry.size) throw bomb(archive.fileName, size);
      crc = crc32(chunk, crc);
      const text = decoder.write(chunk);
      if (text !== '') yield text;
    }
  } catch (error) {
    if (error instanceof Fault || signal?.aborted === true) throw error;
    throw damaged(archive.fileName, error);
  } finally {
    await file.close();
  }
  if (size !== entry.size || crc !== entry.crc) throw damaged(archive.fileName);
  const rest = decoder.end();
  if (rest !== '') yield rest;
}

/** A small part as a whole; undefined when the archive has none of that name. */
export async function unpackPart(archive: Archive, name: string): Promise<string | undefined> {
  const entry = archive.entries.get(name);
  if (entry === undefined) return undefined;
  if (entry.size > LARGEST_PART) throw bomb(archive.fileName, entry.size);
  let text = '';
  for await (const chunk of unpackText(archive, entry)) text += chunk;
  return text;
}

async function* unpacked(file: FileHandle, archive: Archive, entry: ZipEntry): AsyncGenerator<Buffer> {
  const header = await readBytes(file, entry.headerOffset, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== LOCAL_HEADER) throw damaged(archive.fileName);
  const start = entry.headerOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = packedChunks(file, start, entry.compressed);
  if (entry.method === 0) {
    yield* packed;
    return;
  }
  if (entry.method !== 8) throw damaged(archive.fileName);
  const inflate = createInflateRaw({ chunkSize: CHUNK });
  // The error reaches the loop below, because the pipeline destroys `inflate` with it.
  pipeline(Readable.from(packed, { objectMode: false, highWaterMark: CHUNK }), inflate, () => {});
  yield* inflate;
}

async function* packedChunks(file: FileHandle, start: number, length: number): AsyncGenerator<Buffer> {
  for (let done = 0; done < length; ) {
    // Each chunk is a buffer of its own, since zlib may still hold the one before.
    const chunk = await readBytes(file, start + done, Math.min(CHUNK, length - done));
    if (chunk.length === 0) return;
    done += chunk.length;
    yield chunk;
  }
}
