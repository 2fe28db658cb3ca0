import type { PastUndoShape } from '../../../contract/imports.ts';
import { counted, showCount, showName } from '../../ui/show-values.ts';

/** Reversed, kept and gone with them; of a dry run or of the deed. */
export function UndoReport({ report }: { report: PastUndoShape }) {
  const keptCount = report.keptCount ?? 0;
  return (
    <div className="figures space-y-4 text-sm">
      <Counts title="Created rows go" counts={report.removed} nothing="No row was created by it." />
      <Counts title="Overwritten values return" counts={report.restored} nothing="No row was overwritten by it." />
      <Counts title="Stay, for a later import had them too" counts={report.passedOn} nothing="No later import had any of its rows." />
      <Counts title="Goes with them" counts={report.consequences} nothing="Nothing else hangs on these rows." />
      <Decisions decisions={report.keptDecisions ?? []} />
      <Values values={report.keptValues ?? []} />
      <section aria-label="Kept">
        <h3 className="font-semibold">{keptCount === 0 ? 'Nothing has to be kept' : `Kept: ${counted(keptCount, 'row')}`}</h3>
        {keptCount > 0 && (
          <ul className="mt-1.5 max-h-56 space-y-1.5 overflow-y-auto">
            {report.kept?.slice(0, 200).map((row) => (
              <li key={`${row.table} ${row.key} ${row.line}`} className="text-muted">
                <span className="text-ink">
                  {showName(row.table)} {row.key}
                </span>{' '}
                (line {row.line}): {row.reason}
              </li>
            ))}
          </ul>
        )}
        {keptCount > 200 && (
          <p className="mt-1.5 text-muted">
            and {counted(keptCount - 200, 'more row')}; "throughline import undo {report.batch} --json" names them.
          </p>
        )}
      </section>
    </div>
  );
}

const VERDICTS = { same: 'the same person', different: 'different people', household: 'one household' };

/** What people said of rows that go: it is in force again when the rows are imported again. */
function Decisions({ decisions }: { decisions: NonNullable<PastUndoShape['keptDecisions']> }) {
  if (decisions.length === 0) return null;
  return (
    <section aria-label="Decisions kept">
      <h3 className="font-semibold">Kept for when the rows come back: {counted(decisions.length, 'decision')}</h3>
      <ul className="mt-1.5 max-h-56 space-y-1.5 overflow-y-auto">
        {decisions.slice(0, 200).map(({ decision, about, decidedBy, decidedAt }) => (
          <li key={`${decidedAt} ${about.map(({ key }) => key).join(' ')}`} className="text-muted">
            <span className="text-ink">{about.map(({ name, key }) => name ?? key).join(' and ')}</span> are {VERDICTS[decision]}, said{' '}
            {decidedBy}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What people set by hand of somebody whose rows go: it counts again when the rows are imported again. */
function Values({ values }: { values: NonNullable<PastUndoShape['keptValues']> }) {
  if (values.length === 0) return null;
  return (
    <section aria-label="Values kept">
      <h3 className="font-semibold">Kept for when the rows come back: {counted(values.length, 'value')} set by hand</h3>
      <ul className="mt-1.5 max-h-56 space-y-1.5 overflow-y-auto">
        {values.slice(0, 200).map(({ field, title, value, about, decidedBy }) => (
          <li key={`${about.source} ${about.key} ${field}`} className="text-muted">
            The {title} of <span className="text-ink">{about.name}</span> is <span className="text-ink">{value}</span>, said {decidedBy}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Counts({ title, counts, nothing }: { title: string; counts: Record<string, number> | undefined; nothing: string }) {
  const entries = Object.entries(counts ?? {}).filter(([, rows]) => rows > 0);
  return (
    <section aria-label={title}>
      <h3 className="font-semibold">{title}</h3>
      {entries.length === 0 ? (
        <p className="mt-1 text-muted">{nothing}</p>
      ) : (
        <dl className="mt-1.5 grid grid-cols-[1fr_auto] gap-x-6 gap-y-1">
          {entries.map(([name, rows]) => (
            <div key={name} className="contents">
              <dt className="text-muted">{showName(name)}</dt>
              <dd className="text-right">{showCount(rows)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
