/** Something rows come from: a table, a view, a CTE or a subquery. */
export interface Relation {
  /** Empty when not known. */
  columns: readonly string[];
  /** Sets of columns that name one row; an empty set says that there is one row at most. */
  keys: readonly (readonly string[])[];
}

/** A relation as it stands in FROM, under the name it goes by there. */
export interface Source extends Relation {
  alias: string;
}

/** A column that is equal to something made of the columns of `from` (of nothing: a constant). */
export interface Equality {
  alias: string;
  column: string;
  from: ReadonlySet<string>;
}

/** What FROM and WHERE say: the sources, and what is equal to what. */
export interface Joined {
  sources: Source[];
  equalities: Equality[];
}

/**
 * The sources of which each row of `alias` meets one row at most: those with a key that is equal
 * to what is known already. Row security leaves one business, so business_id is always known.
 */
export function determinedBy(alias: string, joined: Joined, fixed: readonly Equality[] = []): Set<string> {
  const known = new Set([alias]);
  const equalities = [...joined.equalities, ...fixed];
  for (let grew = true; grew; ) {
    grew = false;
    for (const source of joined.sources) {
      if (known.has(source.alias)) continue;
      const equal = (column: string): boolean =>
        column === 'business_id' ||
        equalities.some((one) => one.alias === source.alias && one.column === column && [...one.from].every((from) => known.has(from)));
      if (!source.keys.some((key) => key.every(equal))) continue;
      known.add(source.alias);
      grew = true;
    }
  }
  return known;
}

/** The columns of a source that are equal to something of other sources or constant. */
export function equatedColumns(alias: string, joined: Joined): string[] {
  return [...new Set(joined.equalities.filter((one) => one.alias === alias).map((one) => one.column))].filter(
    (column) => column !== 'business_id',
  );
}
