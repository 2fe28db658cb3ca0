import type { ThroughlineModule } from '../../platform/app/plug.ts';
import { explainError } from '../../platform/cli/explain-error.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Fault } from '../../platform/fault.ts';
import { getBusiness } from '../../tenancy/index.ts';
import { importAudits } from '../audits/offence.ts';
import { importFiles } from '../engine/import-files.ts';
import type { ImportProgress } from '../engine/import-options.ts';
import { fileKinds } from '../file-kind.ts';
import { listQuarantine, type QuarantineGroup } from '../quarantine/list-quarantine.ts';
import { documentOf } from '../report-document.ts';
import { atWork, requireIdle } from './at-work.ts';
import { changeUpload, dropUploadedBytes, listUploadFiles, readUpload, type Upload, uploadFilePath } from './keep-upload.ts';
import type { UploadPlace } from './upload-folder.ts';

export interface UploadTasksContext {
  database: Database;
  modules: readonly ThroughlineModule[];
  dataDir: string;
}

export interface UploadTasks {
  /** Begins a check (a dry run) or the import itself and returns at once. A Fault when one runs already. */
  start(place: UploadPlace, task: 'checking' | 'importing', startedBy: string): Upload;
  progressOf(uploadId: string): ImportProgress | null;
  /** Lets it stop at its next safe point; waits until it has. */
  stop(uploadId: string): Promise<void>;
  /** The same for all, when the server ends. */
  close(): Promise<void>;
}

interface Running {
  progress: ImportProgress | null;
  abort: AbortController;
  done: Promise<void>;
}

/** What this process does with uploads, side by side with requests: an import takes minutes. */
export function openUploadTasks(context: UploadTasksContext): UploadTasks {
  const running = new Map<string, Running>();
  const stop = async (uploadId: string): Promise<void> => {
    const found = running.get(uploadId);
    found?.abort.abort();
    await found?.done;
  };
  return {
    start(place, task, startedBy) {
      requireIdle(readUpload(place));
      const run: Running = { progress: null, abort: new AbortController(), done: Promise.resolve() };
      running.set(place.uploadId, run);
      atWork.add(place.uploadId);
      const begun = changeUpload(place, { task: { name: task, pid: process.pid }, failure: null });
      run.done = work(context, { place, task, startedBy, run }).finally(() => {
        running.delete(place.uploadId);
        atWork.delete(place.uploadId);
      });
      return begun;
    },
    progressOf: (uploadId) => running.get(uploadId)?.progress ?? null,
    stop,
    async close() {
      await Promise.all([...running.keys()].map(stop));
    },
  };
}

interface Work {
  place: UploadPlace;
  task: 'checking' | 'importing';
  startedBy: string;
  run: Running;
}

async function work(context: UploadTasksContext, { place, task, startedBy, run }: Work): Promise<void> {
  const execute = task === 'importing';
  let batch: number | null = null;
  let groups: QuarantineGroup[] = [];
  try {
    const files = listUploadFiles(place);
    const report = await importFiles(context.database, await getBusiness(context.database, place.businessId), {
      paths: files.map((file) => uploadFilePath(place, file)),
      readAs: new Map(files.map((file) => [uploadFilePath(place, file), { as: file.as ?? undefined, mapping: file.mapping ?? undefined }])),
      kinds: fileKinds.collect(context.modules),
      audits: importAudits.collect(context.modules),
      dataDir: context.dataDir,
      startedBy,
      execute,
      signal: run.abort.signal,
      onProgress(progress) {
        run.progress = progress;
      },
      onBatch(number) {
        batch = number;
        changeUpload(place, { batch });
      },
      async beforeRollback(transaction, batchId) {
        groups = (await listQuarantine(transaction, batchId)).slice(0, MOST_GROUPS);
      },
    });
    changeUpload(place, { state: execute ? 'done' : 'checked', task: null, report: documentOf(report), groups, batch });
    if (execute) dropUploadedBytes(place);
  } catch (error) {
    noteFailure(place, explainError(error), execute);
  }
}

const MOST_GROUPS = 200;

/** A check that was stopped on purpose is no failure; an import that was can be gone on with. */
function noteFailure(place: UploadPlace, fault: Fault, execute: boolean): void {
  const isStopped = fault.code === 'interrupted';
  const message = isStopped ? 'Stopped at a safe point: the files that were in stay in. Go on, or undo what is in.' : fault.message;
  try {
    changeUpload(place, { task: null, failure: isStopped && !execute ? null : { code: fault.code, message } });
  } catch {
    // The upload was removed meanwhile: there is nothing to note it on.
  }
}
