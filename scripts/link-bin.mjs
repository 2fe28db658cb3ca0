import { existsSync, mkdirSync, symlinkSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Puts `throughline` among the checkout's own programs, so that `npx throughline` runs it at
 * once. Without it npx installs the checkout into its cache first, which builds everything
 * again; and a build that fails there leaves a cache that fails for ever.
 */
export function linkBin() {
  if (process.platform === 'win32') return;
  const link = join(root, 'node_modules', '.bin', 'throughline');
  if (existsSync(link)) return;
  try {
    mkdirSync(dirname(link), { recursive: true });
    // A link that points nowhere (the checkout was moved) does not "exist", but is in the way.
    unlinkSync(link);
  } catch {
    // There was none.
  }
  try {
    symlinkSync(join('..', '..', 'bin', 'throughline'), link);
  } catch {
    // A folder we may not write: npx then takes the long way.
  }
}
