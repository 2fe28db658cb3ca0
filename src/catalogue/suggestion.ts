/**
 * `; did you mean "date_from"?` for the known word nearest to a wrong one, when it is near
 * enough to be a slip; else nothing.
 */
export function suggestion(wrong: string, known: readonly string[]): string {
  const word = wrong.toLowerCase();
  const best = known
    .map((candidate) => ({ candidate, slips: slipsBetween(word, candidate.toLowerCase()) }))
    .sort((a, b) => a.slips - b.slips)[0];
  if (best === undefined || best.slips > Math.max(2, Math.floor(word.length / 3))) return '';
  return `; did you mean "${best.candidate}"?`;
}

/** Letters to add, leave out, change or swap with their neighbour; parts in another order count as one slip. */
export function slipsBetween(a: string, b: string): number {
  const sorted = (text: string) => text.split('_').sort().join('_');
  return Math.min(editDistance(a, b), editDistance(sorted(a), sorted(b)) + 1);
}

function editDistance(a: string, b: string): number {
  let twoBack: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_unused, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      now.push(
        Math.min(
          at(before, column) + 1,
          at(now, column - 1) + 1,
          at(before, column - 1) + (isSame ? 0 : 1),
          isSwap ? at(twoBack, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    twoBack = before;
    before = now;
  }
  return at(before, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
