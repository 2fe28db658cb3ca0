import { defineConfig } from 'vitest/config';

const TESTS = '{src,contract,web,tests,samples,bench,scripts}/**/*.test.{ts,tsx}';
// Named by scripts/test.mjs when a Chromium was found; without one these files are left out.
const BROWSER_TESTS = process.env.THROUGHLINE_CHROMIUM ? ['web/**/*.browser.ts'] : [];

export default defineConfig({
  plugins: [
    {
      name: 'sql-as-text',
      transform(code, id) {
        if (id.endsWith('.sql')) return { code: `export default ${JSON.stringify(code)}`, map: null };
        return null;
      },
    },
  ],
  test: {
    include: [TESTS, ...BROWSER_TESTS],
    globalSetup: ['tests/global-setup.ts'],
    setupFiles: ['tests/fixed-seed.ts'],
    pool: 'threads',
    isolate: false,
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
