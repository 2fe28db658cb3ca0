import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { QuarantineGroupShape } from '../../../../contract/uploads.ts';
import { Button } from '../../../ui/Button.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { counted, showName } from '../../../ui/show-values.ts';
import { useRepair } from './use-quarantine.ts';

interface CureCardProps {
  group: QuarantineGroupShape;
  /** What the button says, besides that the value is remembered. */
  verb: string;
  /** Whether the rows are in quarantine already, to be read again at once. */
  replay?: boolean;
  onCured: () => void;
  children?: ReactNode;
}

/** Rows that one cure frees: why they cannot be read, where one stands, and the cure. */
export function CureCard({ group, verb, replay = false, onCured, children }: CureCardProps) {
  return (
    <li className="border-b border-line px-4 py-3 last:border-0" aria-label={`${counted(group.rows, 'row')}: ${titleOf(group)}`}>
      <p className="font-medium">
        <span className="figures">{counted(group.rows, 'row')}</span>: {titleOf(group)}
      </p>
      <p className="mt-0.5 text-sm text-muted">
        {showName(group.kind)}, such as {group.exampleFile} line {group.exampleLine}. {group.message}
      </p>
      {group.cure === 'say' && <SayForm group={group} verb={verb} replay={replay} onCured={onCured} />}
      {group.cure === 'currency' && (
        <p className="mt-1 text-sm text-ink-soft">
          If the branch works in that currency, set it with <code>throughline business set --currency</code>; else correct the rows.
        </p>
      )}
      {children}
    </li>
  );
}

function SayForm({ group, verb, replay, onCured }: Required<Omit<CureCardProps, 'children'>>) {
  const id = useId();
  const repair = useRepair();
  const [text, setText] = useState('');
  return (
    <form
      className="mt-2"
      onSubmit={(event) => {
        event.preventDefault();
        repair.mutate({ kind: group.kind, column: group.column ?? '', value: group.value ?? '', as: text, replay }, { onSuccess: onCured });
      }}
    >
      <label htmlFor={id} className="mb-1 block text-xs font-medium text-muted">
        Read “{group.value}” as
      </label>
      <div className="flex flex-wrap gap-2">
        <input
          id={id}
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder="leave empty for nothing"
          className="h-9 w-56 min-w-0 rounded-inner border border-line bg-card px-2 text-sm max-md:h-11 max-md:w-full"
        />
        <Button type="submit" disabled={repair.isPending}>
          {repair.isPending ? 'Reading …' : verb}
        </Button>
      </div>
      {repair.isError && (
        <div className="mt-2">
          <Failure error={repair.error} />
        </div>
      )}
    </form>
  );
}

/** The code in words, with the value where there is one. */
function titleOf({ code, column, value }: QuarantineGroupShape): string {
  const words = code.replaceAll('_', ' ');
  if (column === null) return words;
  return value === null ? `${words} in ${showName(column)}` : `${words} “${value}” in ${showName(column)}`;
}
