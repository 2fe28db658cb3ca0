/** A reason and what it weighs, in bits; without a weight it is told alone. */
export interface Weighed {
  text: string;
  weight: number | null;
}

/** The longest bar: twenty bits are a million to one, more makes no difference to anybody. */
const FULL = 20;

/** Reasons in plain words, each with a small bar: to the right what speaks for one person, to the left what speaks against it. */
export function WeightList({ weights, className = '' }: { weights: readonly Weighed[]; className?: string }) {
  return (
    <ul className={`space-y-1.5 text-sm ${className}`}>
      {weights.map(({ text, weight }) => (
        <li key={text} className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3">
          <span className="min-w-0 break-words text-ink-soft">{text}</span>
          {weight !== null && <Weight weight={weight} />}
        </li>
      ))}
    </ul>
  );
}

function Weight({ weight }: { weight: number }) {
  const isFor = weight >= 0;
  const share = Math.min(1, Math.abs(weight) / FULL) * 50;
  const told = Math.abs(weight).toFixed(1);
  return (
    <span className="flex items-center gap-2 pt-1">
      <span aria-hidden className="relative block h-1.5 w-12 rounded-full bg-sunken">
        <span className="absolute inset-y-[-2px] left-1/2 w-px bg-line-strong" />
        <span
          className={`absolute inset-y-0 rounded-full ${isFor ? 'bg-chart-1' : 'bg-chart-3'}`}
          style={isFor ? { left: '50%', width: `${share}%` } : { right: '50%', width: `${share}%` }}
        />
      </span>
      <span aria-hidden className="figures w-10 text-right text-xs text-muted">
        {isFor ? '+' : '−'}
        {told}
      </span>
      <span className="sr-only">{isFor ? `${told} bits for one person` : `${told} bits against it`}</span>
    </span>
  );
}

/** A reason as it is kept, with its weight behind it: "same phone: 512 555 0100 +12.3". */
export function readReason(reason: string): Weighed {
  const parts = /^(.*\S)\s+([+−])(\d{1,3}\.\d)$/.exec(reason);
  if (parts === null) return { text: reason, weight: null };
  return { text: parts[1] ?? reason, weight: Number(parts[3]) * (parts[2] === '+' ? 1 : -1) };
}
