import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { HistoryEventShape } from '../../../contract/history.ts';
import { useBusiness } from '../../app/business.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { showInstant } from '../../ui/show-values.ts';
import { PartingDialog } from './PartingDialog.tsx';
import { UnmergeDialog } from './UnmergeDialog.tsx';
import { useDecide, useHistory } from './use-decisions.ts';
import type { Done } from './use-undo-toast.tsx';

type Asking = { kind: 'unmerge' | 'decision'; id: string; isOpen: boolean };

/** Who made whom one, when and why; what people said and set; and the way back from each. */
export function CustomerHistory({ customerId, onDone }: { customerId: string; onDone: (done: Done) => void }) {
  const { role } = useBusiness();
  const history = useHistory(customerId);
  const { undoRun } = useDecide();
  // Kept here and not in the line: once taken back the line is another, and the outcome is still to be read.
  const [asking, setAsking] = useState<Asking | null>(null);
  const mayDecide = role === 'owner' || role === 'manager';
  const takeBack = (event: HistoryEventShape): void => {
    if (event.undo === 'unmerge' && event.other !== null) setAsking({ kind: 'unmerge', id: event.other.id, isOpen: true });
    if (event.undo === 'decision' && event.decision !== null) setAsking({ kind: 'decision', id: event.decision, isOpen: true });
    if (event.undo === 'run' && event.run !== null)
      undoRun.mutate(event.run, { onSuccess: () => onDone({ text: 'Taken back: what counted before counts again.' }) });
  };
  const close = (): void => setAsking(asking === null ? null : { ...asking, isOpen: false });
  const events = history.data?.events ?? [];
  return (
    <Card title="History" hint="Merges, splits and what people said, the newest first.">
      {history.isPending && <Skeleton lines={3} />}
      {history.isError && <Failure error={history.error} onRetry={() => void history.refetch()} />}
      {undoRun.isError && <Failure error={undoRun.error} />}
      {history.isSuccess && events.length === 0 && (
        <p className="text-sm text-muted">Nothing was merged into this customer, split off or set by hand.</p>
      )}
      <ol className="divide-y divide-line">
        {events.map((event) => (
          <Event
            key={`${event.at} ${event.kind} ${event.decision ?? event.run ?? ''} ${event.tells}`}
            event={event}
            isBusy={undoRun.isPending}
            onTakeBack={mayDecide && event.undo !== null ? () => takeBack(event) : undefined}
          />
        ))}
      </ol>
      {asking?.kind === 'unmerge' && <UnmergeDialog key={asking.id} mergedId={asking.id} isOpen={asking.isOpen} onClose={close} />}
      {asking?.kind === 'decision' && (
        <PartingDialog
          key={asking.id}
          parting={{ kind: 'takeBack', id: asking.id, what: 'the word' }}
          customerId={customerId}
          isOpen={asking.isOpen}
          onClose={close}
          onDone={onDone}
        />
      )}
    </Card>
  );
}

interface EventProps {
  event: HistoryEventShape;
  isBusy: boolean;
  onTakeBack: (() => void) | undefined;
}

function Event({ event, isBusy, onTakeBack }: EventProps) {
  const { timeZone } = useBusiness();
  const { takenBack, other } = event;
  return (
    <li className="py-3 text-sm first:pt-0 last:pb-0">
      <p className={`break-words ${takenBack === null ? '' : 'text-muted line-through decoration-line-strong'}`}>{event.tells}</p>
      <p className="figures text-xs text-muted">
        {showInstant(event.at, timeZone)} by {event.by}
        {takenBack !== null && ` · taken back ${showInstant(takenBack.at, timeZone)}${takenBack.by === null ? '' : ` by ${takenBack.by}`}`}
      </p>
      {event.why !== null && (
        <details className="mt-1">
          <summary className="w-fit cursor-pointer text-xs text-accent">Why</summary>
          <p className="mt-1 break-words text-xs text-ink-soft">{event.why}</p>
        </details>
      )}
      <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-xs">
        {other !== null && event.kind !== 'merged' && (
          <Link to="/customers/$customerId" params={{ customerId: other.id }} className="text-accent">
            Open {other.name}
          </Link>
        )}
        {onTakeBack !== undefined && (
          <Button tone="quiet" disabled={isBusy} onClick={onTakeBack} className="-ml-2 h-8 !px-2 text-xs">
            <Icon name={event.undo === 'unmerge' ? 'split' : 'undo'} className="!size-4" />
            <span>
              {event.undo === 'unmerge' ? 'Un-merge …' : event.undo === 'decision' ? 'Take back …' : 'Take back'}
              <span className="sr-only"> ({event.undo === 'unmerge' ? event.other?.name : event.tells})</span>
            </span>
          </Button>
        )}
      </div>
    </li>
  );
}
