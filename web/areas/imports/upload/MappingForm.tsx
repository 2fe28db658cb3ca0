import { useId, useState } from 'react';
import type { ImportKindsShape, MappingShape } from '../../../../contract/uploads.ts';
import { Button } from '../../../ui/Button.tsx';

interface MappingFormProps {
  kind: ImportKindsShape['kinds'][number];
  /** The first rows of the file. */
  rows: readonly (readonly string[])[];
  isPending: boolean;
  onMapping: (mapping: MappingShape) => void;
}

const FIELD = 'h-9 w-full min-w-0 rounded-inner border border-line bg-card px-2 text-sm max-md:h-11';

/** Which row holds the headers, and which header is which column of ours. */
export function MappingForm({ kind, rows, isPending, onMapping }: MappingFormProps) {
  const [headerRow, setHeaderRow] = useState(() => fullestRow(rows));
  const headers = (rows[headerRow] ?? []).map((header) => header.trim()).filter((header) => header !== '');
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const columns = Object.fromEntries(Object.entries(chosen).filter(([, header]) => headers.includes(header)));
  const missing = kind.columns.filter(({ name, required }) => required && columns[name] === undefined);
  const rowId = useId();
  return (
    <form
      className="mt-4"
      onSubmit={(event) => {
        event.preventDefault();
        onMapping({ kind: kind.kind, columns, constants: {} });
      }}
    >
      <label htmlFor={rowId} className="mb-1 block text-xs font-medium text-muted">
        The row with the headers
      </label>
      <select id={rowId} value={headerRow} onChange={(event) => setHeaderRow(Number(event.target.value))} className={FIELD}>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have nothing but their place.
          <option key={index} value={index}>
            {index + 1}:{' '}
            {row
              .filter((cell) => cell !== '')
              .join(' · ')
              .slice(0, 120)}
          </option>
        ))}
      </select>
      <fieldset className="mt-4">
        <legend className="mb-2 text-xs font-medium text-muted">Which header is which. Leave out what the file does not have.</legend>
        <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
          {kind.columns.map((column) => (
            <label key={column.name} className="min-w-0 text-sm">
              <span className="mb-1 block truncate">
                {column.header}
                {column.required && <span className="text-bad"> (needed)</span>}
              </span>
              <select
                value={columns[column.name] ?? ''}
                onChange={(event) => setChosen({ ...chosen, [column.name]: event.target.value })}
                className={FIELD}
              >
                <option value="">not in the file</option>
                {headers.map((header) => (
                  <option key={header} value={header}>
                    {header}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <Button type="submit" tone="main" disabled={isPending || missing.length > 0 || Object.keys(columns).length === 0}>
          Read it so
        </Button>
        <p className="text-sm text-muted">
          {missing.length > 0
            ? `Still needed: ${missing.map(({ header }) => header).join(', ')}`
            : 'It is remembered for the next file with these headers.'}
        </p>
      </div>
    </form>
  );
}

/** Titles above a table stand in one cell; its headers fill the row. */
function fullestRow(rows: readonly (readonly string[])[]): number {
  const filled = rows.map((row) => row.filter((cell) => cell.trim() !== '').length);
  return Math.max(0, filled.indexOf(Math.max(...filled)));
}
