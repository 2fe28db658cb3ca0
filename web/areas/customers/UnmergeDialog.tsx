import { Link } from '@tanstack/react-router';
import type { UnmergeShape } from '../../../contract/customers.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { counted, showSource } from '../../ui/show-values.ts';
import { useUnmerge, useUnmergePreview } from './use-customers.ts';

/** Asks before two people are made of one again, with what that moves. */
export function UnmergeDialog({ mergedId, isOpen, onClose }: { mergedId: string; isOpen: boolean; onClose: () => void }) {
  const unmerge = useUnmerge(mergedId);
  const preview = useUnmergePreview(mergedId, isOpen && unmerge.isIdle);
  const close = () => {
    if (unmerge.isPending) return;
    onClose();
    unmerge.reset();
  };
  return (
    <Dialog isOpen={isOpen} onClose={close} title={unmerge.isSuccess ? 'They are two people again' : 'Make two people of them again?'}>
      {unmerge.isSuccess ? (
        <>
          <Outcome outcome={unmerge.data} />
          <div className="mt-5 flex justify-end gap-4">
            <Link
              to="/customers/$customerId"
              params={{ customerId: unmerge.data.restored.id }}
              onClick={close}
              className="self-center text-accent"
            >
              Open {unmerge.data.restored.name}
            </Link>
            <Button tone="main" onClick={close}>
              Done
            </Button>
          </div>
        </>
      ) : (
        <>
          {preview.isPending && <Skeleton lines={3} />}
          {preview.isError && <Failure error={preview.error} onRetry={() => void preview.refetch()} />}
          {preview.data !== undefined && <Outcome outcome={preview.data} />}
          <p className="mt-3 text-sm text-muted">No rule merges the two again after this; a person can.</p>
          {unmerge.isError && (
            <div className="mt-4">
              <Failure error={unmerge.error} />
            </div>
          )}
          <div className="mt-5 flex justify-end gap-2">
            <Button onClick={close} disabled={unmerge.isPending}>
              Leave as it is
            </Button>
            <Button tone="danger" disabled={!preview.isSuccess || unmerge.isPending} onClick={() => unmerge.mutate()}>
              {unmerge.isPending ? 'Un-merging …' : 'Un-merge'}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}

function Outcome({ outcome }: { outcome: UnmergeShape }) {
  const rows = Object.entries(outcome.pointers).filter(([, count]) => count > 0);
  return (
    <>
      <p>
        {counted(outcome.records, 'row')} {outcome.dryRun ? (outcome.records === 1 ? 'goes' : 'go') : 'went'} back to{' '}
        <strong className="font-semibold">{outcome.restored.name}</strong>. <strong className="font-semibold">{outcome.from.name}</strong>{' '}
        keeps the rest.
      </p>
      {rows.length > 0 && (
        <p className="mt-2 text-sm text-muted">
          Along with them: {rows.map(([table, count]) => counted(count, showSource(table))).join(', ')}.
        </p>
      )}
    </>
  );
}
