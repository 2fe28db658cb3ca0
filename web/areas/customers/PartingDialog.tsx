import type { SplitShape } from '../../../contract/history.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { counted, showSource } from '../../ui/show-values.ts';
import { PARTING, useDecide, usePartingPreview } from './use-decisions.ts';
import type { Done } from './use-undo-toast.tsx';

/** A row that is to leave, or a word that is to be taken back. */
export interface Parting {
  kind: 'split' | 'takeBack';
  /** The record or the decision. */
  id: string;
  /** What it is about, in a user's words: "job 11209-1". */
  what: string;
}

interface PartingDialogProps {
  parting: Parting;
  /** The customer in view: whose page it is. */
  customerId: string;
  isOpen: boolean;
  onClose: () => void;
  onDone: (done: Done) => void;
}

/** First what would happen, as it was worked out; then, on the button, the same thing done, with the way back. */
export function PartingDialog({ parting, customerId, isOpen, onClose, onDone }: PartingDialogProps) {
  const path = PARTING[parting.kind](parting.id);
  const { part } = useDecide();
  const preview = usePartingPreview(path, isOpen && !part.isPending);
  const isSplit = parting.kind === 'split';
  const close = (): void => {
    if (part.isPending) return;
    part.reset();
    onClose();
  };
  const done = (outcome: SplitShape): void => {
    onClose();
    const undo = isSplit ? () => part.mutateAsync(PARTING.takeBack(outcome.decision)) : undefined;
    onDone({ text: isSplit ? `${parting.what} is taken out.` : 'The word is taken back.', undo });
  };
  return (
    <Dialog isOpen={isOpen} onClose={close} title={isSplit ? `Take ${parting.what} out?` : 'Take the word back?'}>
      {preview.isPending && <Skeleton lines={3} />}
      {preview.isError && <Failure error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.data !== undefined && <Outcome outcome={preview.data} isSplit={isSplit} customerId={customerId} />}
      {part.isError && (
        <div className="mt-4">
          <Failure error={part.error} />
        </div>
      )}
      <div className="mt-5 flex justify-end gap-2">
        <Button onClick={close} disabled={part.isPending}>
          Leave as it is
        </Button>
        <Button
          tone={isSplit ? 'danger' : 'main'}
          disabled={!preview.isSuccess || part.isPending}
          onClick={() => part.mutate(path, { onSuccess: done })}
        >
          {part.isPending ? 'One moment …' : isSplit ? 'Take it out' : 'Take it back'}
        </Button>
      </div>
    </Dialog>
  );
}

function Outcome({ outcome, isSplit, customerId }: { outcome: SplitShape; isSplit: boolean; customerId: string }) {
  const rows = Object.entries(outcome.pointers).filter(([, count]) => count > 0);
  return (
    <>
      <p>{isSplit ? tellSplit(outcome, customerId) : tellTakenBack(outcome)}</p>
      {rows.length > 0 && (
        <p className="mt-2 text-sm text-muted">
          What changes hands: {rows.map(([table, count]) => counted(count, showSource(table))).join(', ')}.
        </p>
      )}
      <p className="mt-3 text-sm text-muted">
        {isSplit
          ? 'The other rows stay together. No run brings this one back; you can, at any time.'
          : 'Then the rules decide, as if it had never been said.'}
      </p>
    </>
  );
}

function tellSplit({ to, from, records }: SplitShape, customerId: string): string {
  if (to === null) return 'The row names nobody by itself: it will belong to no customer.';
  if (to.id === customerId)
    return `This is the first row of this customer, so it keeps the address of this page. The other ${counted(records, 'row')} become a customer of their own, ${from?.name ?? 'without a name'}.`;
  return `Only this row leaves, and becomes a customer of its own: ${to.name}.`;
}

function tellTakenBack({ to, from, records }: SplitShape): string {
  if (to !== null && to.id === from?.id) return `The two are one customer again, ${to.name}; ${counted(records, 'row')} move.`;
  return 'They stay two customers: no rule makes them one.';
}
