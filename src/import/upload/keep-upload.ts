import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { uuidV7 } from '../../platform/uuid.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { QuarantineGroup } from '../quarantine/list-quarantine.ts';
import type { documentOf } from '../report-document.ts';
import type { Recognised } from './recognise-upload-file.ts';
import { fileFolder, type UploadPlace, unknownUpload, unknownUploadFile, uploadFolder } from './upload-folder.ts';

/** What is remembered of an upload, beside its files. */
export interface Upload {
  id: string;
  startedBy: string;
  createdAt: string;
  state: 'open' | 'checked' | 'done';
  /** What is being done with it, and by which process; a process that died leaves it. */
  task: { name: 'checking' | 'importing'; pid: number } | null;
  report: ReturnType<typeof documentOf> | null;
  groups: QuarantineGroup[];
  failure: { code: string; message: string } | null;
  batch: number | null;
}

export interface UploadFile {
  id: string;
  name: string;
  bytes: number;
  as: string | null;
  mapping: Mapping | null;
  recognised: Recognised;
}

const NOTES = 'upload.json';

/** Opens an upload: a folder with its notes. */
export function openUpload(place: Omit<UploadPlace, 'uploadId'>, startedBy: string): Upload {
  const upload: Upload = {
    id: uuidV7(),
    startedBy,
    createdAt: new Date().toISOString(),
    state: 'open',
    task: null,
    report: null,
    groups: [],
    failure: null,
    batch: null,
  };
  const folder = uploadFolder({ ...place, uploadId: upload.id });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeNotes(join(folder, NOTES), upload);
  return upload;
}

/** The upload; a Fault when this business has none of that id. */
export function readUpload(place: UploadPlace): Upload {
  const upload = readNotes<Upload>(join(uploadFolder(place), NOTES));
  if (upload === undefined) throw unknownUpload();
  return upload;
}

/** Writes what changed; an upload that was removed meanwhile stays removed. */
export function changeUpload(place: UploadPlace, changes: Partial<Omit<Upload, 'id'>>): Upload {
  const upload = { ...readUpload(place), ...changes };
  writeNotes(join(uploadFolder(place), NOTES), upload);
  return upload;
}

/** The files of an upload, in the order in which they came. */
export function listUploadFiles(place: UploadPlace): UploadFile[] {
  const folder = uploadFolder(place);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && name !== NOTES)
    .sort()
    .flatMap((name) => readNotes<UploadFile>(join(folder, name)) ?? []);
}

/** One file of an upload. */
export function readUploadFile(place: UploadPlace, fileId: string): UploadFile {
  const file = readNotes<UploadFile>(`${fileFolder(uploadFolder(place), fileId)}.json`);
  if (file === undefined) throw unknownUploadFile();
  return file;
}

/** Notes a file that is there whole, or what was said of it since. */
export function keepUploadFile(place: UploadPlace, file: UploadFile): void {
  writeNotes(`${fileFolder(uploadFolder(place), file.id)}.json`, file);
}

/** Takes a file out of an upload. */
export function dropUploadFile(place: UploadPlace, fileId: string): void {
  const folder = fileFolder(uploadFolder(place), fileId);
  rmSync(`${folder}.json`, { force: true });
  rmSync(folder, { recursive: true, force: true });
}

/** Where the bytes of a file lie. */
export function uploadFilePath(place: UploadPlace, file: Pick<UploadFile, 'id' | 'name'>): string {
  return join(fileFolder(uploadFolder(place), file.id), file.name);
}

/** The uploads of a business, newest first. */
export function listUploads(place: Omit<UploadPlace, 'uploadId'>): Upload[] {
  const folder = join(place.dataDir, 'uploads', place.businessId);
  if (!existsSync(folder)) return [];
  const ids = readdirSync(folder).sort().reverse();
  return ids.flatMap((id) => readNotes<Upload>(join(folder, id, NOTES)) ?? []);
}

/** Removes an upload with all its files. */
export function dropUpload(place: UploadPlace): void {
  rmSync(uploadFolder(place), { recursive: true, force: true });
}

/** Frees the room its files take: the importer has kept each under its hash. */
export function dropUploadedBytes(place: UploadPlace): void {
  for (const { id } of listUploadFiles(place)) rmSync(fileFolder(uploadFolder(place), id), { recursive: true, force: true });
}

function readNotes<T>(path: string): T | undefined {
  if (!existsSync(path)) return undefined;
  const notes: T = JSON.parse(readFileSync(path, 'utf8'));
  return notes;
}

/** Written beside and renamed, so that nobody ever reads a half. */
function writeNotes(path: string, notes: object): void {
  const half = `${path}.half`;
  writeFileSync(half, JSON.stringify(notes), { mode: 0o600 });
  renameSync(half, path);
}
