import type { GoldenValueShape } from '../../../contract/golden.ts';
import { showPhone } from '../../ui/show-values.ts';
import { foldGolden } from './fold-golden.ts';

/** On demand: which value of each field stands for the customer, why, and the import, file and line it is from. */
export function GoldenValues({ golden }: { golden: readonly GoldenValueShape[] }) {
  const lines = foldGolden(golden);
  if (lines.length === 0) return null;
  return (
    <details className="mt-4 border-t border-line pt-3">
      <summary className="w-fit cursor-pointer text-sm text-accent">Where these values come from</summary>
      <dl className="mt-2 divide-y divide-line text-sm">
        {lines.map(({ title, value, golden: one }) => (
          <div key={one.field} className="grid gap-x-4 gap-y-0.5 py-2 last:pb-0 sm:grid-cols-[9rem_minmax(0,1fr)]">
            <dt className="text-xs font-medium text-muted sm:pt-0.5">{title}</dt>
            <dd className="min-w-0">
              <span className="figures break-words">{one.field === 'phone' ? showPhone(value) : value}</span>
              <p className="mt-0.5 text-xs text-ink-soft">{one.why}</p>
              <Origin from={one.from} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Origin({ from }: { from: GoldenValueShape['from'] }) {
  if (from === null || from.fileName === null) return null;
  return (
    <p className="figures break-words text-xs text-muted">
      Import {from.importNumber} · {from.fileName}
      {from.line === null ? '' : ` · line ${from.line}`}
    </p>
  );
}
