import type { DerivedColumn, FileKind, KindColumn } from '../file-kind.ts';

/** The target columns that a file with the given columns brings, in the order they are read, and which of them are computed from others. */
export function targetsOf(
  kind: Pick<FileKind, 'columns' | 'derived'>,
  isPresent: (column: KindColumn) => boolean,
): { targets: string[]; derived: DerivedColumn[] } {
  const read = new Set(kind.columns.filter(isPresent).flatMap((column) => column.to));
  const derived = (kind.derived ?? []).filter((candidate) => candidate.from.some((name) => read.has(name)));
  return { targets: [...read, ...derived.map((column) => column.to).filter((name) => !read.has(name))], derived };
}
