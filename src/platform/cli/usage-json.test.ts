import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);

test('wrong usage with --json prints one document, whatever is wrong, and ends with 2', async () => {
  for (const words of [['nonsense'], ['journey', 'build', '--bogus'], ['import'], ['journey'], ['export', 'jobs', '--format', 'xyz'], []]) {
    const failure: unknown = await run(process.execPath, ['bin/throughline', ...words, '--json']).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 2 });
    const { error } = JSON.parse((failure as { stdout: string }).stdout);
    expect(error).toMatchObject({ code: 'usage', message: expect.stringMatching(/\S/) });
  }
});
