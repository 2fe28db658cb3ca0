/** What a column can be told to hold. `other` is any categorical or text column. */
export const COLUMN_KINDS = [
  'name',
  'given_name',
  'surname',
  'email',
  'phone',
  'street',
  'city',
  'state',
  'zip',
  'dob',
  'company',
  'other',
] as const;

export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** One column of a table: the same length as every other, '' where nothing is known. */
export interface RecordColumn {
  kind: ColumnKind;
  /** The header, for explanations. */
  name: string;
  values: readonly string[];
}

/** Records as columns. `ids` are unique; they break ties, so that the order of rows never matters. */
export interface RecordTable {
  ids: readonly string[];
  columns: readonly RecordColumn[];
  /** The day each record tells of, as YYYY-MM-DD, '' where not known. For the words only: nothing is compared by it. */
  seen?: readonly string[];
}

/** A column without its values: what features are laid out by. */
export interface ColumnShape {
  kind: ColumnKind;
  name: string;
}
