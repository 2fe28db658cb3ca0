import type { ImportReportShape, UploadShape } from '../../../../contract/uploads.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { counted, showCount } from '../../../ui/show-values.ts';
import { FileTable } from '../FileTable.tsx';
import { CureCard } from '../quarantine/CureCard.tsx';
import { Notes } from './Notes.tsx';
import { useUploadAct } from './use-upload.ts';

/** What importing will do, exactly: the account, what waits for a cure, what was ignored; and the one button that does it. */
export function Review({ upload, report }: { upload: UploadShape; report: ImportReportShape }) {
  const act = useUploadAct(upload.id);
  const { totals } = report;
  const changes = totals.created + totals.updated;
  const isNothingNew = changes === 0 && totals.quarantined === 0;
  return (
    <>
      <section aria-label="What will happen" className="min-w-0 rounded-card border border-line bg-card">
        <header className="flex flex-wrap items-start justify-between gap-3 px-4 py-3">
          <div className="min-w-0 flex-1">
            <h2 className="text-lg font-semibold">{headline(totals, isNothingNew)}</h2>
            <p className="mt-0.5 text-sm text-muted">
              This is exactly what importing will do. Nothing has been written yet, and you can undo it after.
            </p>
          </div>
          <Button
            tone={isNothingNew ? 'plain' : 'main'}
            disabled={act.isPending}
            onClick={() => act.mutate('execute')}
            className="max-md:h-11 max-md:w-full"
          >
            {isNothingNew ? 'Import all the same' : `Import ${counted(totals.rows, 'row')}`}
          </Button>
        </header>
        <FileTable files={report.files} />
      </section>
      {act.isError && <Failure error={act.error} />}
      {upload.groups.length > 0 && (
        <Card
          title={`${counted(totals.quarantined, 'row')} would wait in quarantine`}
          hint="They are not lost: cure them here, or import the others now and these later."
        >
          <ul className="-mx-4 -mb-4 border-t border-line">
            {upload.groups.map((group) => (
              <CureCard
                key={`${group.kind} ${group.code} ${group.column} ${group.value}`}
                group={group}
                verb="Remember, and check again"
                onCured={() => act.mutate('check')}
              />
            ))}
          </ul>
        </Card>
      )}
      <Notes report={report} />
    </>
  );
}

function headline(totals: ImportReportShape['totals'], isNothingNew: boolean): string {
  if (isNothingNew) return 'Nothing new: these rows are in already';
  const parts = [
    totals.created > 0 ? `${showCount(totals.created)} new` : '',
    totals.updated > 0 ? `${showCount(totals.updated)} changed` : '',
    totals.same > 0 ? `${showCount(totals.same)} the same as before` : '',
    totals.skipped > 0 ? `${showCount(totals.skipped)} skipped` : '',
    totals.quarantined > 0 ? `${showCount(totals.quarantined)} for quarantine` : '',
  ].filter((part) => part !== '');
  return `${counted(totals.rows, 'row')}: ${parts.join(', ')}`;
}
