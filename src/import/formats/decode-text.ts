import { isAscii } from 'node:buffer';
import type { FileHandle } from 'node:fs/promises';
import { StringDecoder } from 'node:string_decoder';
import type { TextEncodingFound } from './detect-encoding.ts';

// Small pieces die young: with 512 KiB the heap of a large import grew to 440 MB, with 96 KiB to 255 MB.
const CHUNK = 96 << 10;

/** The file's text in chunks of at most half a mebibyte, byte-order mark and NUL characters removed. */
export async function* decodeText(file: FileHandle, encoding: TextEncodingFound, signal?: AbortSignal): AsyncGenerator<string> {
  const buffer = Buffer.allocUnsafe(CHUNK);
  const decoder = decoderFor(encoding);
  let position = encoding.bomBytes;
  for (;;) {
    signal?.throwIfAborted();
    const { bytesRead } = await file.read(buffer, 0, CHUNK, position);
    if (bytesRead === 0) break;
    position += bytesRead;
    const text = withoutNul(decoder.write(buffer.subarray(0, bytesRead)));
    if (text !== '') yield text;
  }
  const rest = withoutNul(decoder.end());
  if (rest !== '') yield rest;
}

interface Decoder {
  write(bytes: Buffer): string;
  end(): string;
}

function decoderFor(encoding: TextEncodingFound): Decoder {
  if (encoding.name === 'windows-1252') return { write: decodeWindows1252, end: () => '' };
  if (encoding.name === 'utf-8') return new StringDecoder('utf8');
  // TextDecoder turns a lone surrogate into U+FFFD, which PostgreSQL can store and we can see.
  const decoder = new TextDecoder(encoding.name, { ignoreBOM: true });
  return {
    write: (bytes) => decoder.decode(bytes, { stream: true }),
    end: () => decoder.decode(),
  };
}

/** Done by table: TextDecoder('windows-1252') is ISO 8859-1 in some Node releases. */
function decodeWindows1252(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  return isAscii(bytes) ? text : text.replace(/[\x80-\x9f]/g, (c) => HIGH[c.charCodeAt(0) - 0x80] ?? c);
}

const HIGH = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function withoutNul(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '') : text;
}
