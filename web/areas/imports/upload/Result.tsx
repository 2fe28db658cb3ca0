import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ImportReportShape } from '../../../../contract/uploads.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { counted } from '../../../ui/show-values.ts';
import { FileTable } from '../FileTable.tsx';
import { LinkCard } from '../LinkCard.tsx';
import { UndoDialog } from '../UndoDialog.tsx';
import { useImports } from '../use-imports.ts';
import { Notes } from './Notes.tsx';

/** What the import did, the way back, and what comes next. */
export function Result({ report }: { report: ImportReportShape }) {
  const [isUndoing, setUndoing] = useState(false);
  const imports = useImports();
  const batch = report.batch ?? 0;
  const isUndone = imports.data?.imports.some((each) => each.batch === batch && each.state === 'undone') === true;
  const { created, updated, quarantined } = report.totals;
  return (
    <>
      <section aria-label={`Import ${batch}`} className="min-w-0 rounded-card border border-line bg-card">
        <header className="flex flex-wrap items-start justify-between gap-3 px-4 py-3">
          <div className="min-w-0 flex-1" role="status">
            <h2 className="flex items-center gap-2 text-lg font-semibold">
              <Icon name={isUndone ? 'undo' : 'check'} className={isUndone ? 'text-muted' : 'text-good'} />
              {isUndone ? `Import ${batch} is undone` : `Import ${batch} is done`}
            </h2>
            <p className="mt-0.5 text-sm text-muted">
              {counted(created, 'row')} created, {counted(updated, 'row')} updated.
              {quarantined === 0 ? (
                ' Every row found its place.'
              ) : (
                <>
                  {' '}
                  <Link to="/imports/$batch/quarantine" params={{ batch: String(batch) }} className="font-medium text-accent underline">
                    {counted(quarantined, 'row')} in quarantine
                  </Link>{' '}
                  could not be loaded.
                </>
              )}
            </p>
          </div>
          {!isUndone && (
            <Button onClick={() => setUndoing(true)} className="max-md:h-11">
              <Icon name="undo" />
              Undo …
            </Button>
          )}
        </header>
        <FileTable files={report.files} isUndone={isUndone} />
      </section>
      {!isUndone && <LinkCard />}
      <Notes report={report} />
      <UndoDialog batch={batch} isOpen={isUndoing} onClose={() => setUndoing(false)} />
    </>
  );
}
