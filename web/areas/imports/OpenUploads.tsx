import { Link } from '@tanstack/react-router';
import type { UploadListShape } from '../../../contract/uploads.ts';
import { useBusiness } from '../../app/business.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { counted, showInstant } from '../../ui/show-values.ts';
import { useUploads } from './upload/use-upload.ts';

type OpenUpload = UploadListShape['uploads'][number];

/** Imports that were begun and not finished, so that whoever left the page finds them again. */
export function OpenUploads() {
  const { timeZone } = useBusiness();
  const uploads = useUploads();
  if (uploads.isError) return <Failure error={uploads.error} onRetry={() => void uploads.refetch()} />;
  if (uploads.data === undefined || uploads.data.uploads.length === 0) return null;
  return (
    <section aria-label="Imports not finished" className="mb-4 rounded-card border border-accent/40 bg-accent-soft/40">
      <ul>
        {uploads.data.uploads.map((upload) => (
          <li key={upload.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 py-3 last:border-0">
            <Icon name="imports" className="text-accent" />
            <p className="min-w-0 flex-1">
              <span className="font-medium">{stateOf(upload)}</span>{' '}
              <span className="figures text-sm text-muted">
                {counted(upload.fileCount, 'file')}, begun {showInstant(upload.createdAt, timeZone)} by{' '}
                {upload.startedBy.replace(/^web:/, '')}
              </span>
            </p>
            <Link to="/imports/uploads/$uploadId" params={{ uploadId: upload.id }} className="font-medium text-accent underline">
              {upload.state === 'importing' ? 'Watch it' : 'Go on with it'}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function stateOf({ state, failure, progress, batch }: OpenUpload): string {
  if (state === 'importing') return `Importing${progress === null ? '' : `, file ${progress.fileNumber} of ${progress.fileCount}`} …`;
  if (state === 'checking') return 'Checking what would happen …';
  if (failure !== null) return batch === null ? 'The check ended early' : `Import ${batch} was stopped`;
  return state === 'checked' ? 'Checked, waiting for your word' : 'Files waiting to be checked';
}
