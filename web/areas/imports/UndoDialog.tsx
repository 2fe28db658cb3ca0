import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { UndoReport } from './UndoReport.tsx';
import { useUndo, useUndoPreview } from './use-imports.ts';

/** First what undoing would do, then, on the button, the same thing done. */
export function UndoDialog({ batch, isOpen, onClose }: { batch: number; isOpen: boolean; onClose: () => void }) {
  const undo = useUndo(batch);
  const preview = useUndoPreview(batch, isOpen && undo.isIdle);
  const close = () => {
    if (undo.isPending) return;
    onClose();
    undo.reset();
  };
  return (
    <Dialog isOpen={isOpen} onClose={close} title={undo.isSuccess ? `Import ${batch} is undone` : `Undo import ${batch}?`}>
      {undo.isSuccess ? (
        <>
          <UndoReport report={undo.data} />
          <div className="mt-5 flex justify-end">
            <Button tone="main" onClick={close}>
              Done
            </Button>
          </div>
        </>
      ) : (
        <>
          {preview.isPending && <Skeleton lines={5} />}
          {preview.isError && <Failure error={preview.error} onRetry={() => void preview.refetch()} />}
          {preview.data !== undefined && (
            <>
              <p className="mb-4 text-muted">This is exactly what will happen. Nothing has been changed yet.</p>
              <UndoReport report={preview.data} />
            </>
          )}
          {undo.isError && (
            <div className="mt-4">
              <Failure error={undo.error} />
            </div>
          )}
          <div className="mt-5 flex justify-end gap-2">
            <Button onClick={close} disabled={undo.isPending}>
              Keep the import
            </Button>
            <Button tone="danger" disabled={!preview.isSuccess || undo.isPending} onClick={() => undo.mutate()}>
              {undo.isPending ? 'Undoing …' : 'Undo it'}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
