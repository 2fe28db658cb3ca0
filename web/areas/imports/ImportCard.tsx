import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ImportShape } from '../../../contract/imports.ts';
import { useBusiness } from '../../app/business.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { counted, showInstant } from '../../ui/show-values.ts';
import { FileTable } from './FileTable.tsx';
import { UndoDialog } from './UndoDialog.tsx';
import { UndoReport } from './UndoReport.tsx';

const STATES = {
  running: { text: 'running', tone: 'bg-watch-soft text-watch' },
  done: { text: 'done', tone: 'bg-good-soft text-good' },
  undoing: { text: 'being undone', tone: 'bg-watch-soft text-watch' },
  undone: { text: 'undone', tone: 'bg-sunken text-muted' },
};

/** One import: when, by whom, what became of each file's rows, and the button that takes it back. */
export function ImportCard({ batch }: { batch: ImportShape }) {
  const { timeZone, role } = useBusiness();
  const [isUndoing, setUndoing] = useState(false);
  const state = STATES[batch.state];
  const mayUndo = role === 'owner' || role === 'manager';
  const rows = batch.files.reduce((sum, file) => sum + file.rows, 0);
  const quarantined = batch.files.reduce((sum, file) => sum + file.quarantined, 0);
  return (
    <section aria-label={`Import ${batch.batch}`} className="min-w-0 rounded-card border border-line bg-card">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
        <div className="min-w-60 flex-1">
          <h2 className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-semibold">
            {batch.purpose === 'replay' ? 'Replay' : 'Import'} {batch.batch}
            <span className={`rounded-full px-2 py-0.5 text-xs font-medium ${state.tone}`}>{state.text}</span>
          </h2>
          <p className="figures mt-0.5 text-sm text-muted">
            {showInstant(batch.startedAt, timeZone)} by {batch.startedBy} · {counted(batch.files.length, 'file')} · {counted(rows, 'row')}
          </p>
        </div>
        {quarantined > 0 && batch.state === 'done' && (
          <Link
            to="/imports/$batch/quarantine"
            params={{ batch: String(batch.batch) }}
            className="text-sm font-medium text-accent underline"
            aria-label={`Quarantine of import ${batch.batch}`}
          >
            Quarantine
          </Link>
        )}
        {mayUndo && (batch.state === 'done' || batch.state === 'undoing') && (
          <Button onClick={() => setUndoing(true)}>
            <Icon name="undo" />
            {batch.state === 'done' ? 'Undo …' : 'Go on undoing …'}
          </Button>
        )}
      </header>
      <FileTable files={batch.files} isUndone={batch.state === 'undone'} />
      {batch.state === 'undone' && batch.undoReport !== null && (
        <details className="border-t border-line px-4 py-3">
          <summary className="w-fit text-sm text-accent">
            What undoing it did{batch.undoneAt === null ? '' : `, ${showInstant(batch.undoneAt, timeZone)}`}
          </summary>
          <div className="mt-3">
            <UndoReport report={batch.undoReport} />
          </div>
        </details>
      )}
      <UndoDialog batch={batch.batch} isOpen={isUndoing} onClose={() => setUndoing(false)} />
    </section>
  );
}
