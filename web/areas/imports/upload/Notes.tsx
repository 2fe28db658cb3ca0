import type { ReactNode } from 'react';
import type { ImportReportShape } from '../../../../contract/uploads.ts';
import { Card } from '../../../ui/Card.tsx';
import { counted } from '../../../ui/show-values.ts';

/** What a person should know besides the numbers: how files were read, which were not, rows left out on purpose. */
export function Notes({ report }: { report: ImportReportShape }) {
  const skipped = Object.entries(report.samples).flatMap(([file, rows]) =>
    rows.filter((row) => row.outcome === 'skipped').map((row) => ({ ...row, file })),
  );
  if (report.notes.length + report.problems.length + skipped.length === 0) return null;
  return (
    <Card title="Good to know">
      <div className="space-y-4 text-sm">
        {report.problems.length > 0 && (
          <Part title={`${counted(report.problems.length, 'file')} not imported`}>
            {report.problems.map(({ name, code, message }) => (
              <li key={`${name} ${code}`}>{message.startsWith(name) ? message : `${name}: ${message}`}</li>
            ))}
          </Part>
        )}
        {report.notes.length > 0 && (
          <Part title="How the files were read">
            {report.notes.map(({ name, message }) => (
              <li key={`${name} ${message}`}>
                <span className="text-ink">{name}:</span> {message}
              </li>
            ))}
          </Part>
        )}
        {skipped.length > 0 && (
          <Part title="Rows skipped on purpose, such as">
            {skipped.slice(0, 12).map(({ file, line, code, cells }) => (
              <li key={`${file} ${line}`} className="truncate">
                <span className="text-ink">{code.replaceAll('_', ' ')}</span>, {file} line {line}:{' '}
                {cells.filter((cell) => cell !== '').join(' · ')}
              </li>
            ))}
          </Part>
        )}
      </div>
    </Card>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="font-medium">{title}</h3>
      <ul className="mt-1 space-y-1 text-muted">{children}</ul>
    </section>
  );
}
