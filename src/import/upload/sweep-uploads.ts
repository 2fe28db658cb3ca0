import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isAtWork } from './at-work.ts';
import { readUpload } from './keep-upload.ts';
import { type UploadPlace, uploadsFolder } from './upload-folder.ts';

const WEEK_MS = 7 * 24 * 3_600_000;

/** Removes uploads that nobody touched for a week, and what is left of uploads that have no notes. Returns how many. */
export function sweepUploads(dataDir: string, now = Date.now()): number {
  const root = uploadsFolder(dataDir);
  let swept = 0;
  for (const businessId of namesIn(root)) {
    for (const uploadId of namesIn(join(root, businessId))) {
      const folder = join(root, businessId, uploadId);
      if (now - lastTouched(folder) < WEEK_MS || isUsed({ dataDir, businessId, uploadId })) continue;
      rmSync(folder, { recursive: true, force: true });
      swept += 1;
    }
  }
  return swept;
}

function isUsed(place: UploadPlace): boolean {
  try {
    return isAtWork(readUpload(place));
  } catch {
    return false;
  }
}

/** The notes are written anew with each change, which touches their folder. */
function lastTouched(folder: string): number {
  return statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
