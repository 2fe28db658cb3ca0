import { useState } from 'react';
import type { QuarantinedRowShape } from '../../../../contract/quarantine.ts';
import { Button } from '../../../ui/Button.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { useMayImport } from '../upload/use-upload.ts';
import { useCorrect } from './use-quarantine.ts';

interface RowFormProps {
  batch: number;
  row: QuarantinedRowShape;
  onCorrected: () => void;
}

/** One row as it came, every cell under its header, to be corrected and imported. */
export function RowForm({ batch, row, onCorrected }: RowFormProps) {
  const correct = useCorrect(batch);
  const mayImport = useMayImport();
  const [cells, setCells] = useState(() => atWidth(row));
  const stillWrong = correct.data?.dryRun === true ? Object.values(correct.data.samples).flat()[0]?.message : undefined;
  return (
    <li className="rounded-inner border border-line bg-sunken/50 px-3 py-3" aria-label={`${row.file}, line ${row.line}`}>
      <p className="text-sm">
        <span className="figures font-medium">
          {row.file}, line {row.line}
        </span>{' '}
        <span className="text-muted">{row.message}</span>
      </p>
      {row.raw !== null && (
        <pre title="The line as it stands in the file" className="mt-2 overflow-x-auto rounded-inner bg-sunken px-2 py-1.5 text-xs">
          {row.raw}
        </pre>
      )}
      <form
        className="mt-3"
        onSubmit={(event) => {
          event.preventDefault();
          correct.mutate({ id: row.id, cells }, { onSuccess: (report) => !report.dryRun && onCorrected() });
        }}
      >
        <div className="grid grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] gap-x-3 gap-y-2">
          {row.header.map((header, position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a header may stand twice; its place is what tells it apart.
            <label key={position} className="min-w-0 text-xs text-muted">
              <span className={`mb-0.5 block truncate ${position === row.at ? 'font-medium text-watch' : ''}`} title={header}>
                {header.trim() === '' ? `Column ${position + 1}` : header}
                {position === row.at ? ' (cannot be read)' : ''}
              </span>
              <input
                value={cells[position] ?? ''}
                disabled={!mayImport}
                onChange={(event) => setCells(cells.map((cell, place) => (place === position ? event.target.value : cell)))}
                className={`h-8 w-full min-w-0 rounded-inner border bg-card px-2 text-sm text-ink max-md:h-11 ${position === row.at ? 'border-watch' : 'border-line'}`}
              />
            </label>
          ))}
        </div>
        {mayImport && (
          <Button type="submit" className="mt-3" disabled={correct.isPending}>
            {correct.isPending ? 'Reading …' : 'Import this row'}
          </Button>
        )}
        {stillWrong !== undefined && (
          <p role="alert" className="mt-2 text-sm text-watch">
            Not yet: {stillWrong}
          </p>
        )}
        {correct.isError && (
          <div className="mt-2">
            <Failure error={correct.error} />
          </div>
        )}
      </form>
    </li>
  );
}

/** As many cells as the header has; what stands beyond it joins the last one, so that nothing is lost. */
function atWidth({ header, cells }: QuarantinedRowShape): string[] {
  const fitted = header.map((_, position) => cells[position] ?? '');
  const beyond = cells.slice(header.length).filter((cell) => cell !== '');
  if (beyond.length > 0 && fitted.length > 0) fitted[fitted.length - 1] = [fitted.at(-1), ...beyond].join(' ');
  return fitted;
}
