import type { GoldenValueShape } from '../../../contract/golden.ts';

/** "Import 1 · jobs.csv · line 12"; nothing for what a person said. */
export function Origin({ from }: { from: GoldenValueShape['from'] }) {
  if (from === null || from.fileName === null) return null;
  return (
    <p className="figures break-words text-xs text-muted">
      Import {from.importNumber} · {from.fileName}
      {from.line === null ? '' : ` · line ${from.line}`}
    </p>
  );
}
