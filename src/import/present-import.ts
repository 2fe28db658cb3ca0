import { offenceLine } from './audits/offence.ts';
import type { FileAccount } from './engine/account.ts';
import type { ImportReport } from './engine/import-options.ts';

/** An import's report for people. */
export function importSummary(report: ImportReport): string {
  const { totals } = report;
  const parts = [
    report.dryRun
      ? 'Dry run: nothing was written.'
      : `Import ${report.batch} is done.${report.resumed ? ' (An interrupted run was carried on.)' : ''}`,
    accountTable(report.files),
    ...reasons('Skipped on purpose', totals.skippedBy),
    ...reasons('Quarantined', totals.quarantinedBy),
    ...samplesOf(report),
    ...(report.notes.length > 0 ? [report.notes.map(({ name, message }) => `Note on ${name}: ${message}`).join('\n')] : []),
    ...report.problems.map((problem) => `Not imported: ${problem.message}`),
    ...(report.ignored.length > 0 ? [`Ignored (no tables; unpack archives first): ${report.ignored.join(', ')}`] : []),
    ...wrong(report),
    nextStep(report),
  ];
  return parts.join('\n\n');
}

/** One line per file: rows = created + updated + same + skipped + quarantined. */
export function accountTable(files: readonly FileAccount[]): string {
  const head = ['file', 'kind', 'rows', 'created', 'updated', 'same', 'skipped', 'quarantined'];
  const lines = files.map((file) => [
    file.name,
    file.kind,
    ...[file.rows, file.created, file.updated, file.same, file.skipped, file.quarantined].map((rows) => rows.toLocaleString('en-US')),
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...lines.map((line) => (line[column] ?? '').length)));
  return [head, ...lines]
    .map((line) =>
      line.map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
    )
    .join('\n');
}

function reasons(title: string, by: Record<string, number>): string[] {
  const entries = Object.entries(by);
  if (entries.length === 0) return [];
  return [`${title}: ${entries.map(([reason, rows]) => `${reason} ${rows.toLocaleString('en-US')}`).join(', ')}`];
}

function samplesOf(report: ImportReport): string[] {
  return Object.entries(report.samples).flatMap(([file, rows]) => {
    const quarantined = rows.filter((row) => row.outcome === 'quarantined').slice(0, 3);
    return quarantined.length === 0 ? [] : [`${file}:\n${quarantined.map((row) => `  line ${row.line}: ${row.message}`).join('\n')}`];
  });
}

function wrong({ offences }: ImportReport): string[] {
  if (offences === null || offences.length === 0) return [];
  return [
    `The checks found rows that do not fit together. This is a fault of the program, not of your files; please report it.\n${offences.map((each) => `  ${offenceLine(each)}`).join('\n')}\nSee them again: throughline integrity list.`,
  ];
}

function nextStep(report: ImportReport): string {
  if (report.dryRun) return 'Do it with --execute.';
  const quarantine = report.totals.quarantined > 0 ? ' See the quarantined rows: throughline import quarantine list.' : '';
  return `Next: throughline journey build --execute.${quarantine} Undo: throughline import undo ${report.batch} --execute.`;
}
