// npm test: everything this machine can run, and at the end, in plain words, what was
// left out and why. The last line is always "N passed, N failed".
//
//   --all     a missing browser or second PostgreSQL is an error (continuous integration)
//   --zones   the tests that deal with dates once more west and east of Greenwich
//   paths     only the tests under these paths
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildServer } from './build-server.mjs';
import { findBrowser } from './find-browser.mjs';
import { runVitest } from './run-vitest.mjs';
import { openSecondPostgres } from './second-postgres.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const DATED_FOLDERS = ['src/import', 'src/journey', 'src/catalogue'];
const OTHER_ZONES = ['America/Chicago', 'Pacific/Auckland'];

const flags = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const paths = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const leftOut = [];
const total = { passed: 0, failed: 0 };

// Tests that start the command line find it built, whatever their order.
await buildServer();
const browser = findBrowser();
if (browser === undefined)
  leaveOut('the browser tests (*.browser.ts)', 'no Chromium was found; install one, or name it with THROUGHLINE_CHROMIUM');
await run('Tests', paths, browser === undefined ? {} : { THROUGHLINE_CHROMIUM: browser });
if (paths.length === 0) {
  await runOnSecondPostgres();
  if (flags.includes('--zones')) for (const zone of OTHER_ZONES) await run(`Tests with dates under ${zone}`, DATED_FOLDERS, { TZ: zone });
}
for (const line of leftOut) console.log(line);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function run(title, filters, environment) {
  console.log(`\n${title}`);
  // An operator's own database is never tested on by accident: only TEST_DATABASE_URL counts.
  const counts = await runVitest(filters, {
    TZ: 'UTC',
    DATABASE_URL: undefined,
    TEST_DATABASE_URL: undefined,
    THROUGHLINE_DATA_DIR: undefined,
    ...environment,
  });
  total.passed += counts.passed;
  total.failed += counts.failed;
}

/** The same migrations and statements must work on a server that is not the embedded one. */
async function runOnSecondPostgres() {
  const second = await openSecondPostgres();
  if (second === undefined) {
    leaveOut(
      'the database tests on a second PostgreSQL',
      'TEST_DATABASE_URL is not set and no PostgreSQL 15 or later was found on this machine',
    );
    return;
  }
  try {
    await run(`Database tests on ${second.title}`, findDatabaseTests(), { TEST_DATABASE_URL: second.url });
  } finally {
    await second.stop();
  }
}

/** Test files that clone the migrated template. */
function findDatabaseTests() {
  return ['src', 'tests'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => readFileSync(file, 'utf8').includes('withDatabase('))
      .map((file) => relative(root, file)),
  );
}

function leaveOut(what, why) {
  leftOut.push(`Left out: ${what}: ${why}.`);
  if (flags.includes('--all')) total.failed += 1;
}
