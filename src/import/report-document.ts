import type { ImportReport } from './engine/import-options.ts';

/** An import's report in the shape that other programs rely on. */
export function documentOf(report: ImportReport) {
  const { samples, ...rest } = report;
  const shown = Object.fromEntries(
    Object.entries(samples).map(([file, rows]) => [
      file,
      rows.map(({ outcome, line, code, message, cells }) => ({ outcome, line, code, message, cells })),
    ]),
  );
  return { ...rest, samples: shown };
}
