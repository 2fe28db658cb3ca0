import { Fault } from '../../../platform/fault.ts';

/** A title, a date of export and a few blank lines may stand above the header, not a whole page. */
const FIRST_ROWS = 20;

/** Finds the header among the first filled rows of a file: the first that has every column asked for. */
export class HeaderFinder {
  readonly #wanted: readonly string[];
  #looked = 0;
  #likeliest: { header: readonly string[]; found: number } | undefined;

  constructor(wanted: readonly string[]) {
    this.#wanted = wanted;
  }

  /**
   * Where the columns stand when this row is the header, else undefined. Throws `ambiguous_column` for a name that two
   * columns bear and `no_such_column` when none of the first rows will do.
   */
  look(row: readonly string[]): number[] | undefined {
    const names = row.map(plainName);
    const places = this.#wanted.map((name) => placeOf(name, names));
    const found = places.filter((place) => place >= 0).length;
    if (found === this.#wanted.length) {
      for (const name of this.#wanted) refuseTwins(name, names);
      return places;
    }
    if (this.#likeliest === undefined || found > this.#likeliest.found) this.#likeliest = { header: row, found };
    this.#looked += 1;
    if (this.#looked < FIRST_ROWS) return undefined;
    throw this.missing();
  }

  /** What to say when the file ends, or its first rows do, without a header. */
  missing(): Fault {
    const { header } = this.#likeliest ?? { header: [] };
    const names = header.map(plainName);
    const name = this.#wanted.find((wanted) => placeOf(wanted, names) < 0) ?? '';
    const columns = header.map((found, at) => found.trim() || `#${at + 1}`).join(', ');
    return new Fault(
      'no_such_column',
      `The file has no column "${name}".${nearestOf(name, header)} Its columns are: ${columns}. A column can also be named by its place, such as #2; a file without a header takes --no-header.`,
      { exit: 'usage' },
    );
  }
}

/** Columns of a file without a header are named by their places. */
export function placesByNumber(wanted: readonly string[], columns: number): number[] {
  return wanted.map((name) => {
    const place = placeOf(
      name,
      Array.from({ length: columns }, () => ''),
    );
    if (place >= 0) return place;
    throw new Fault(
      'no_such_column',
      `With --no-header columns are named by their places, from #1 to #${columns} in this file; found "${name}".`,
      { exit: 'usage' },
    );
  });
}

function placeOf(wanted: string, names: readonly string[]): number {
  const named = names.indexOf(plainName(wanted));
  if (named >= 0 && plainName(wanted) !== '') return named;
  const place = Number(/^#(\d+)$/.exec(wanted.trim())?.[1] ?? 0) - 1;
  return place < names.length ? place : -1;
}

function plainName(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, ' ');
}

function refuseTwins(wanted: string, names: readonly string[]): void {
  const twins = names.flatMap((name, at) => (name === plainName(wanted) ? [`#${at + 1}`] : []));
  if (twins.length < 2) return;
  throw new Fault(
    'ambiguous_column',
    `${twins.length} columns of the file are called "${wanted.trim()}". Say which by its place: ${twins.join(' or ')}.`,
    { exit: 'usage' },
  );
}

/** The header that begins alike or shares the most letter pairs with a name nobody bears, as a question. */
function nearestOf(wanted: string, header: readonly string[]): string {
  const pairsOf = (text: string): Set<string> => {
    const letters = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
    return new Set(Array.from({ length: letters.length }, (_, at) => `${letters[at - 1] ?? '^'}${letters[at] ?? ''}`));
  };
  const pairs = pairsOf(wanted);
  let best = '';
  let most = 0.35;
  for (const name of header) {
    const own = pairsOf(name);
    const likeness = (2 * [...own].filter((pair) => pairs.has(pair)).length) / Math.max(1, own.size + pairs.size);
    if (likeness > most) [best, most] = [name.trim(), likeness];
  }
  return best === '' ? '' : ` Did you mean "${best}"?`;
}
