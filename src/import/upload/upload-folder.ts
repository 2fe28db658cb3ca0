import { join } from 'node:path';
import { Fault } from '../../platform/fault.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Which upload is meant: a business's own ones lie in a folder of its own. */
export interface UploadPlace {
  dataDir: string;
  businessId: string;
  uploadId: string;
}

/** The folder of all uploads of a data folder. */
export function uploadsFolder(dataDir: string): string {
  return join(dataDir, 'uploads');
}

/** The folder of one upload. An id that is none of ours is answered like an upload that is not there. */
export function uploadFolder({ dataDir, businessId, uploadId }: UploadPlace): string {
  if (!UUID.test(uploadId)) throw unknownUpload();
  return join(uploadsFolder(dataDir), businessId, uploadId);
}

/** The folder of one file of an upload; it holds nothing else. */
export function fileFolder(folder: string, fileId: string): string {
  if (!UUID.test(fileId)) throw unknownUploadFile();
  return join(folder, fileId);
}

/** Another business's upload is answered the same way. */
export function unknownUpload(): Fault {
  return new Fault(
    'no_such_upload',
    'These files are not here any more: they were imported, or removed after a week. Choose the files again.',
    {
      status: 404,
      exit: 'usage',
    },
  );
}

/** A file that was removed from its upload. */
export function unknownUploadFile(): Fault {
  return new Fault('no_such_upload_file', 'This file is not part of the upload any more. Choose it again.', { status: 404, exit: 'usage' });
}
