import { readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Fault } from '../../platform/fault.ts';

export interface CollectedFiles {
  files: string[];
  /** Files in a folder that are none of our business (pictures, documents). */
  ignored: string[];
}

/** Endings of files in a folder that hold no table. */
export const OTHER_ENDINGS = 'json yml yaml md pdf doc docx png jpg jpeg gif heic webp mp3 wav zip gz rar 7z htm html sql log exe'.split(
  ' ',
);
const OTHER_DOCUMENTS = new RegExp(`\\.(${OTHER_ENDINGS.join('|')})$`, 'i');
/** What file managers and Excel leave in folders: nobody has to hear of it. */
const LEFT_BY_SYSTEMS = /^(\..*|~\$.*|thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r|.*\.(lnk|tmp|part|crdownload))$/i;

/**
 * The files to import: those named, and in named folders (and their folders) all that may
 * hold a table, in order of name. A path that is not there is a Fault.
 */
export function collectFiles(paths: readonly string[]): CollectedFiles {
  const collected: CollectedFiles = { files: [], ignored: [] };
  for (const path of paths) {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined)
      throw new Fault('no_such_file', `There is no file or folder ${path}. Check the path (quote names with spaces).`, { exit: 'usage' });
    if (found.isDirectory()) collectFolder(path, collected, new Set());
    else collected.files.push(path);
  }
  collected.files = [...new Set(collected.files)];
  if (collected.files.length === 0) {
    throw new Fault('nothing_to_import', `${paths.join(', ')} holds no file that may be an export (CSV, TSV, XLSX, Parquet, JSON lines).`, {
      exit: 'usage',
    });
  }
  return collected;
}

function collectFolder(folder: string, collected: CollectedFiles, seen: Set<string>): void {
  // A link may lead back to a folder that holds it.
  const real = realpathSync(folder);
  if (seen.has(real)) return;
  seen.add(real);
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (LEFT_BY_SYSTEMS.test(entry.name)) continue;
    // statSync follows links: a folder of links to exports is as good as the exports.
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isDirectory() === true) collectFolder(path, collected, seen);
    else if (OTHER_DOCUMENTS.test(basename(path))) collected.ignored.push(path);
    else if (found?.isFile() === true) collected.files.push(path);
  }
}
