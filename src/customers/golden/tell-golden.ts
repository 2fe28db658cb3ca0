import type { GoldenValue } from './read-golden-values.ts';

/** Golden values as lines for a terminal; fields without one are left out, and a reason that is that of the line above is a mark. "email  ann@bell.org  The newest of 2, from …" */
export function tellGolden(values: readonly GoldenValue[]): string[] {
  const known = values.filter(({ value }) => value !== null);
  const fieldWidth = Math.max(0, ...known.map(({ field }) => field.length));
  const valueWidth = Math.min(36, Math.max(0, ...known.map(({ value }) => value?.length ?? 0)));
  return known.map((golden, index) => {
    const why = `${golden.why}${tellFile(golden)}`;
    const before = known[index - 1];
    const isSame = before !== undefined && why === `${before.why}${tellFile(before)}`;
    return `${golden.field.padEnd(fieldWidth)}  ${(golden.value ?? '').padEnd(valueWidth)}  ${isSame ? '"' : why}`;
  });
}

function tellFile({ from }: GoldenValue): string {
  if (from === null || from.fileName === null) return '';
  return ` (import ${from.importNumber ?? '?'}, ${from.fileName}${from.line === null ? '' : `, line ${from.line}`})`;
}
