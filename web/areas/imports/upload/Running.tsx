import type { UploadShape } from '../../../../contract/uploads.ts';
import { Bar } from '../../../ui/Bar.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { showCount } from '../../../ui/show-values.ts';
import { useUploadAct } from './use-upload.ts';

/** How far a check or import is; it goes on when the page is left. */
export function Running({ upload }: { upload: UploadShape }) {
  const act = useUploadAct(upload.id);
  const { progress } = upload;
  const isImport = upload.state === 'importing';
  return (
    <Card
      title={isImport ? 'Importing' : 'Checking what would happen'}
      hint={
        isImport
          ? 'You can leave this page: the import goes on, and you find it again under Imports.'
          : 'Everything is done as if it were for good, and then taken back. Nothing is written.'
      }
      aside={
        <Button disabled={act.isPending} onClick={() => act.mutate('stop')}>
          {act.isPending ? 'Stopping …' : 'Stop'}
        </Button>
      }
    >
      <div role="status" aria-live="polite" className="figures text-sm">
        {progress === null ? (
          <p className="mb-2 text-muted">Getting ready …</p>
        ) : (
          <p className="mb-2">
            File {progress.fileNumber} of {progress.fileCount}: <span className="font-medium">{progress.file}</span>,{' '}
            {showCount(progress.rows)}
            {progress.expectedRows !== null && progress.expectedRows > progress.rows ? ` of about ${rounded(progress.expectedRows)}` : ''}{' '}
            rows
          </p>
        )}
      </div>
      <Bar share={progress === null ? 0 : shareOf(progress)} />
      {act.isError && (
        <div className="mt-3">
          <Failure error={act.error} />
        </div>
      )}
    </Card>
  );
}

function shareOf({ fileNumber, fileCount, rows, expectedRows }: NonNullable<UploadShape['progress']>): number {
  const inFile = expectedRows === null ? 0.5 : Math.min(1, rows / Math.max(1, expectedRows));
  return (fileNumber - 1 + inFile) / fileCount;
}

function rounded(rows: number): string {
  return showCount(Number(rows.toPrecision(2)));
}
