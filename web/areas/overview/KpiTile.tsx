import type { UseQueryResult } from '@tanstack/react-query';
import { Failure } from '../../ui/Failure.tsx';
import { showPercent } from '../../ui/show-values.ts';
import { ReceiptButton } from './ReceiptButton.tsx';

interface KpiTileProps {
  label: string;
  figure: string;
  note: string | undefined;
  value: number | null;
  /** The same figure of the period before; undefined when nothing is compared. */
  past: number | null | undefined;
  /** Shares change by points, amounts by percent. */
  isShare?: boolean;
  answer: UseQueryResult<unknown>;
  onReceipt: () => void;
}

/** One figure: its label, what it is of, how it changed, and its receipt behind a click. */
export function KpiTile({ label, figure, note, value, past, isShare = false, answer, onReceipt }: KpiTileProps) {
  return (
    <section aria-label={label} className="min-w-0 rounded-card border border-line bg-card p-3.5 md:p-4">
      <div className="flex items-start justify-between gap-2">
        <h2 className="text-xs font-medium text-muted">{label}</h2>
        <ReceiptButton of={label} onOpen={onReceipt} />
      </div>
      {answer.isError ? (
        <Failure error={answer.error} onRetry={() => void answer.refetch()} />
      ) : (
        <>
          <button
            type="button"
            onClick={onReceipt}
            className="figures mt-1 block max-w-full truncate text-left text-[clamp(20px,5.5vw,28px)] font-semibold leading-tight tracking-tight hover:text-accent"
          >
            {answer.isPending ? (
              <span className="inline-block h-7 w-24 animate-[breathe_1.4s_ease-in-out_infinite] rounded bg-sunken" />
            ) : (
              figure
            )}
          </button>
          <p className="figures mt-1.5 min-h-[18px] text-xs text-muted">
            <Change value={value} past={past} isShare={isShare} /> {note}
          </p>
        </>
      )}
    </section>
  );
}

function Change({ value, past, isShare }: { value: number | null; past: number | null | undefined; isShare: boolean }) {
  if (value === null || past === undefined || past === null || (!isShare && past === 0)) return null;
  const change = isShare ? value - past : ((value - past) / past) * 100;
  const tone = Math.abs(change) < 0.05 ? 'text-muted' : change > 0 ? 'text-good' : 'text-bad';
  const amount = isShare ? `${Math.abs(change).toFixed(1)} points` : showPercent(Math.abs(change));
  const word = Math.abs(change) < 0.05 ? 'unchanged' : `${change > 0 ? '▲' : '▼'} ${amount}`;
  return (
    <span title="Against the period of the same length before" className={`mr-1 font-medium ${tone}`}>
      {word}
      <span className="sr-only"> against the period before</span>
    </span>
  );
}
