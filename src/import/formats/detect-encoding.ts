import { isUtf8 } from 'node:buffer';
import type { FileHandle } from 'node:fs/promises';

export interface TextEncodingFound {
  name: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** Bytes of byte-order mark to step over. */
  bomBytes: number;
  /** True when single bytes of a UTF-8 file are broken. */
  damaged: boolean;
}

const CHUNK = 1 << 20;

/** Decides how the whole file is encoded; reads it once through when there is no mark to go by. */
export async function detectEncoding(file: FileHandle): Promise<TextEncodingFound> {
  const head = Buffer.alloc(4096);
  const { bytesRead } = await file.read(head, 0, head.length, 0);
  const marked = byMark(head.subarray(0, bytesRead)) ?? byZeroBytes(head.subarray(0, bytesRead));
  if (marked !== undefined && marked.name !== 'utf-8') return marked;

  const bomBytes = marked?.bomBytes ?? 0;
  if (await isAllUtf8(file)) return { name: 'utf-8', bomBytes, damaged: false };
  if (bomBytes > 0) return { name: 'utf-8', bomBytes, damaged: true };
  const { sequences, invalid } = await countSequences(file);
  // Windows-1252 text forms a valid multi-byte sequence only by accident, so several of them,
  // and no fewer than there are broken bytes, speak for UTF-8 with some damage.
  return sequences >= 3 && sequences >= invalid
    ? { name: 'utf-8', bomBytes: 0, damaged: true }
    : { name: 'windows-1252', bomBytes: 0, damaged: false };
}

function byMark(head: Buffer): TextEncodingFound | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) {
    return { name: 'utf-8', bomBytes: 3, damaged: false };
  }
  if (head[0] === 0xff && head[1] === 0xfe) return { name: 'utf-16le', bomBytes: 2, damaged: false };
  if (head[0] === 0xfe && head[1] === 0xff) return { name: 'utf-16be', bomBytes: 2, damaged: false };
  return undefined;
}

/** Western text in UTF-16 has a zero in every second byte; stray NULs in UTF-8 do not line up so. */
function byZeroBytes(head: Buffer): TextEncodingFound | undefined {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i++) {
    if (head[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const half = head.length / 2;
  if (half < 4) return undefined;
  if (odd > half * 0.6 && even < half * 0.1) return { name: 'utf-16le', bomBytes: 0, damaged: false };
  if (even > half * 0.6 && odd < half * 0.1) return { name: 'utf-16be', bomBytes: 0, damaged: false };
  return undefined;
}

async function isAllUtf8(file: FileHandle): Promise<boolean> {
  for await (const chunk of wholeSequences(file)) {
    if (!isUtf8(chunk)) return false;
  }
  return true;
}

async function countSequences(file: FileHandle): Promise<{ sequences: number; invalid: number }> {
  let sequences = 0;
  let invalid = 0;
  for await (const chunk of wholeSequences(file)) {
    let i = 0;
    while (i < chunk.length) {
      if ((chunk[i] ?? 0) < 0x80) {
        i++;
        continue;
      }
      const length = sequenceLength(chunk[i] ?? 0);
      if (length > 1 && isUtf8(chunk.subarray(i, i + length))) {
        sequences++;
        i += length;
      } else {
        invalid++;
        i++;
      }
    }
  }
  return { sequences, invalid };
}

/** The file in chunks that never cut a multi-byte sequence in two. */
async function* wholeSequences(file: FileHandle): AsyncGenerator<Buffer> {
  const buffer = Buffer.allocUnsafe(CHUNK + 4);
  let carried = 0;
  let position = 0;
  for (;;) {
    const { bytesRead } = await file.read(buffer, carried, CHUNK, position);
    if (bytesRead === 0) break;
    position += bytesRead;
    const filled = carried + bytesRead;
    const tail = incompleteTail(buffer, filled);
    yield buffer.subarray(0, filled - tail);
    buffer.copyWithin(0, filled - tail, filled);
    carried = tail;
  }
  if (carried > 0) yield buffer.subarray(0, carried);
}

function incompleteTail(buffer: Buffer, end: number): number {
  for (let back = 1; back <= 3 && back <= end; back++) {
    const byte = buffer[end - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0;
  }
  return 0;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 1;
}
