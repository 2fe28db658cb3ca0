import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { receiveFile } from './receive-file.ts';

const folder = () => join(mkdtempSync(join(tmpdir(), 'throughline-receive-')), 'file');

test('what comes up chunk by chunk is one file, byte for byte', async () => {
  const place = folder();
  const chunks = [Buffer.from('Quote #,N'), Buffer.from([0xff, 0x00, 0x0a]), Buffer.from('ame')];
  expect(await receiveFile(Readable.from(chunks), place, 'x.csv')).toBe(15);
  expect(readFileSync(join(place, 'x.csv'))).toEqual(Buffer.concat(chunks));
});

test('a file above the limit is refused while it comes, and leaves nothing behind', async () => {
  const place = folder();
  let asked = 0;
  const endless = Readable.from(
    (function* () {
      for (;;) {
        asked += 1;
        yield Buffer.alloc(1024);
      }
    })(),
  );
  await expect(receiveFile(endless, place, 'x.csv', 10 * 1024)).rejects.toMatchObject({ code: 'upload_too_large', status: 413 });
  expect(existsSync(place)).toBe(false);
  // No more than what waits in the streams between is read beyond the limit.
  expect(asked).toBeLessThan(200);
});

test('a file that is cut off leaves nothing behind, and the message says to send it again', async () => {
  const place = folder();
  const cut = new Readable({
    read() {
      this.push(Buffer.from('half'));
      this.destroy(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }));
    },
  });
  await expect(receiveFile(cut, place, 'x.csv')).rejects.toMatchObject({
    code: 'upload_cut_off',
    message: expect.stringContaining('again'),
  });
  expect(existsSync(place)).toBe(false);
});
