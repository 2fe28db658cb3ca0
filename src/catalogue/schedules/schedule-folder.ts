import { mkdir, readdir, realpath, rm } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { isAlive } from '../../platform/embedded/leases.ts';
import { Fault } from '../../platform/fault.ts';

/** The folder below which schedules may write: THROUGHLINE_EXPORT_DIR, else `exports` in the data folder. */
export function exportRoot(dataDir: string): string {
  const configured = process.env.THROUGHLINE_EXPORT_DIR;
  return configured === undefined || configured === '' ? join(dataDir, 'exports') : resolve(configured);
}

/** A folder below the root, as it is kept: relative to it. One outside is a Fault. */
export function readFolder(root: string, wanted: string): string {
  const inside = relative(root, resolve(root, wanted));
  if (inside !== '..' && !inside.startsWith('../') && !isAbsolute(inside)) return inside;
  throw outside(root, wanted);
}

/** Makes the folder and gives its real path; a link that leads out of the root is a Fault. */
export async function openFolder(root: string, folder: string): Promise<string> {
  const path = resolve(root, readFolder(root, folder));
  await mkdir(path, { recursive: true });
  const [realRoot, real] = await Promise.all([realpath(root), realpath(path)]);
  readFolder(realRoot, real);
  return real;
}

/** Deletes a schedule's files but the newest, and what runs that were killed left half written. */
export async function tidyFolder(folder: string, name: string, ending: string, keep: number): Promise<void> {
  const own = new RegExp(`^${name}-\\d{4}-\\d\\d-\\d\\d(-\\d{4})?\\.${ending}(\\.part-(\\d+).*)?$`);
  const files = (await readdir(folder)).flatMap((file) => {
    const parts = own.exec(file);
    return parts === null ? [] : [{ file, pid: parts[3] }];
  });
  const whole = files.filter(({ pid }) => pid === undefined).sort((one, other) => (one.file < other.file ? 1 : -1));
  const left = files.filter(({ pid }) => pid !== undefined && !isAlive(Number(pid)));
  for (const { file } of [...whole.slice(keep), ...left]) await rm(join(folder, file), { force: true });
}

function outside(root: string, wanted: string): Fault {
  return new Fault(
    'schedule_folder',
    `Schedules write below ${root}, and "${wanted}" lies outside. Give a folder below it, or name another place for exports in THROUGHLINE_EXPORT_DIR.`,
    { exit: 'refused' },
  );
}
