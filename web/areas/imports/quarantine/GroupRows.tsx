import { useState } from 'react';
import type { QuarantineGroupShape } from '../../../../contract/uploads.ts';
import { Button } from '../../../ui/Button.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { counted } from '../../../ui/show-values.ts';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { RowForm } from './RowForm.tsx';
import { useQuarantinedRows } from './use-quarantine.ts';

interface GroupRowsProps {
  batch: number;
  group: QuarantineGroupShape;
  onCorrected: (line: number) => void;
}

/** The rows of a group, opened on demand, each to be corrected in its place. */
export function GroupRows({ batch, group, onCorrected }: GroupRowsProps) {
  const [isOpen, setOpen] = useState(false);
  const rows = useQuarantinedRows(batch, group, isOpen);
  return (
    <details className="mt-2" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="w-fit text-sm text-accent">
        {group.rows === 1 ? 'See and correct the row' : `See and correct the ${counted(group.rows, 'row')}`}
      </summary>
      {rows.isPending && isOpen && <Skeleton lines={3} />}
      {rows.isError && <Failure error={rows.error} onRetry={() => void rows.refetch()} />}
      <ul className="mt-2 grid gap-3">
        {rows.data?.pages.flatMap((page) =>
          page.rows.map((row) => <RowForm key={row.id} batch={batch} row={row} onCorrected={() => onCorrected(row.line)} />),
        )}
      </ul>
      {rows.hasNextPage && (
        <Button className="mt-3" disabled={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
          More rows
        </Button>
      )}
    </details>
  );
}
