import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * One run of vitest over the given files (all when empty), in the given environment.
 * Returns how many tests passed and failed, read from vitest's own JSON report; a file
 * that could not be read at all, or a run that broke, counts as one failure.
 */
export async function runVitest(filters, environment) {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-report-'));
  const report = join(folder, 'report.json');
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const args = [vitest, 'run', ...filters, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...environment }, stdio: 'inherit' });
  const status = await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  const counts = existsSync(report) ? countsOf(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 1 };
  rmSync(folder, { recursive: true, force: true });
  if (status !== 0 && counts.failed === 0) return { ...counts, failed: 1 };
  return counts;
}

function countsOf(report) {
  const unreadable = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + unreadable };
}
