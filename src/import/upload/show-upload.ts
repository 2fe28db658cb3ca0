import type { UploadFileShape, UploadListShape, UploadShape } from '../../../contract/uploads.ts';
import { isAtWork } from './at-work.ts';
import { listUploadFiles, type Upload, type UploadFile } from './keep-upload.ts';
import type { UploadPlace } from './upload-folder.ts';
import type { UploadTasks } from './upload-tasks.ts';

/** An upload as the routes tell it. */
export function showUpload(place: UploadPlace, upload: Upload, tasks: UploadTasks): UploadShape {
  return { ...head(upload, tasks), files: listUploadFiles(place).map(showUploadFile), report: upload.report, groups: upload.groups };
}

/** The same in a list, without files and report. */
export function listUpload(place: UploadPlace, upload: Upload, tasks: UploadTasks): UploadListShape['uploads'][number] {
  return { ...head(upload, tasks), fileCount: listUploadFiles(place).length };
}

/** One file with what it was recognised as. */
export function showUploadFile({ recognised, id, name, bytes, as, mapping }: UploadFile): UploadFileShape {
  return { id, name, bytes, as, mapping, ...recognised };
}

function head(upload: Upload, tasks: UploadTasks) {
  const { id, startedBy, createdAt, batch } = upload;
  const isRunning = isAtWork(upload);
  // Whoever did it died: what was in is in, and the same request goes on.
  const died = upload.task !== null && !isRunning;
  return {
    id,
    startedBy,
    createdAt,
    batch,
    state: isRunning && upload.task !== null ? upload.task.name : upload.state,
    progress: tasks.progressOf(id),
    failure: died
      ? { code: 'interrupted', message: 'Throughline was stopped while it read these files. Nothing is lost: go on.' }
      : upload.failure,
  };
}
