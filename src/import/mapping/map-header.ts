import { normaliseHeader } from '../formats/normalise-header.ts';
import type { SourceRow } from '../formats/read-tables.ts';
import type { Mapping } from './mapping.ts';

/** Finds the row that has every header of a mapping, and where each column stands. Undefined when none has. */
export function mapHeader(head: readonly SourceRow[], mapping: Mapping): { headerRow: number; positions: Map<string, number> } | undefined {
  const wanted = Object.entries(mapping.columns).map(([column, header]) => [column, normaliseHeader(header)] as const);
  for (const [headerRow, row] of head.entries()) {
    const headers = row.cells.map(normaliseHeader);
    const positions = new Map<string, number>();
    for (const [column, header] of wanted) {
      const position = headers.indexOf(header);
      if (position >= 0) positions.set(column, position);
    }
    if (positions.size === wanted.length) return { headerRow, positions };
  }
  return undefined;
}
