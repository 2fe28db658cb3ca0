import { definePlugSlot, type ThroughlineModule } from '../platform/app/plug.ts';
import type { BusinessTransaction } from '../platform/database/database.ts';

/** What reading one cell gave: the values for the target columns, or why it cannot be read. */
export type CellReading = { ok: true; values: readonly (string | null)[] } | { ok: false; code: string; expected: string };

/** What a reader may know beside the cell. */
export interface ReadingContext {
  /** IANA zone of the row's branch, else of the business. */
  timeZone: string;
  /** ISO code of the currency of the row's branch, else of the business; null where the report names no branch, so that none can be told. */
  currency: string | null;
}

/** What is known of a branch before its rows are read; what is missing is the business's. */
export type BranchFacts = Partial<ReadingContext>;

/** One column of an export: how its header may be written, and what its cell becomes. */
export interface KindColumn {
  /** Name of the (first) target column; also the name used in mapping files and repairs. */
  name: string;
  /** Header texts, best first. */
  headers: readonly string[];
  /** The kind is not recognised without it. */
  required?: boolean;
  /** Tells this kind from the others. */
  distinctive?: boolean;
  /** Of columns whose cells programs write in more ways than one: 1,234.50 or 1.234,50; month or day first. */
  holds?: 'number' | 'date';
  /** Target columns, as many as the reader returns values. */
  to: readonly string[];
  read(text: string, context: ReadingContext): CellReading;
}

/** A lookup resolved while loading: the text in `from` becomes the id in `to`. */
export interface KindLookup {
  from: string;
  to: string;
  /** Spelling table: schema-qualified, with columns spelling and `target`. */
  spellings: string;
  target: string;
  /** Makes sure that every one of the given texts has a row in the spelling table. */
  ensure(transaction: BusinessTransaction, spellings: readonly string[], batchId: string): Promise<void>;
}

/** A link resolved while loading, when the other row is there already. */
export interface KindLink {
  to: string;
  /** `left join …` clause; the staged row is `staged`, the business is $1. */
  join: string;
  /** SQL expression of the id. */
  expression: string;
}

/** What `afterLoad` SQL may rely on: temp tables staged, matched (line, row_id, differs). */
export interface LoadedFile {
  batchId: string;
  fileId: string;
  recordedAt: Date;
}

/** A later file that took rows over which an undone file had created or changed. */
export interface HeirFile {
  batchId: string;
  fileId: string;
  /** Its place among the later files in the temp table `later_events`. */
  rank: number;
}

/** A target column computed from others; left alone by a file that has none of `from`. */
export interface DerivedColumn {
  to: string;
  from: readonly string[];
  derive(value: (column: string) => string | null): string | null;
}

/**
 * One report that can be imported. The module that owns the rows plugs it in; staging,
 * comparing, loading, quarantine and undo are the same for all.
 */
export interface FileKind {
  kind: string;
  /** In a user's words: "All jobs (one file per year)". */
  title: string;
  /** Parents are loaded before children: lower first. */
  order: number;
  /** Schema-qualified target table. */
  table: string;
  /** Natural key column of the target table. */
  key: string;
  columns: readonly KindColumn[];
  /** Target columns computed from the row's other values, e.g. a hash as natural key. */
  derived?: readonly DerivedColumn[];
  /** Columns whose value names a person: a test/dummy name skips the row. */
  personColumns: readonly string[];
  /** Column with the branch's text: gives the row its time zone. */
  branchColumn?: string;
  lookups: readonly KindLookup[];
  links: readonly KindLink[];
  /** Column whose change is worth history etc.; run after created and updated rows are written. */
  afterLoad?(transaction: BusinessTransaction, loaded: LoadedFile): Promise<void>;
  /**
   * Tells the history of such rows anew: run when an undo has passed rows on to a later file. May rely on the temp tables
   * passed (row_id, is_creation, applied_at, rest), later_events (row_id, rank, change_id).
   */
  afterPassOn?(transaction: BusinessTransaction, heir: HeirFile): Promise<void>;
  /** Opens a reader of branch texts: what is known of the branch. Called once per file; `business` breaks ties. */
  openBranches?(
    transaction: BusinessTransaction,
    business: { country: string; currency: string },
  ): Promise<(branch: string) => BranchFacts>;
}

export const fileKinds = definePlugSlot<FileKind>('import.file-kinds');

/** A batch whose rows an undo has just taken back. */
export interface UndoneBatch {
  id: string;
  /** Schema-qualified tables that its files were loaded into: rows of others are as they were. */
  tables: ReadonlySet<string>;
  /** Whether rows got earlier values back, besides those that went. */
  hasRestored: boolean;
}

/** What a person decided about two rows of which at least one went; in force again when the rows are imported again. */
export interface KeptDecision {
  decision: 'same' | 'different' | 'household';
  about: { source: string; key: string; name: string | null }[];
  decidedBy: string;
  decidedAt: string;
}

/** A value that a person set by hand of somebody whose rows went; it counts again when they are imported again. */
export interface KeptValue {
  field: string;
  title: string;
  value: string;
  about: { source: string; key: string; name: string };
  decidedBy: string;
  decidedAt: string;
}

/** What a module tidies up when a batch was undone, e.g. lookups nothing uses any more. */
export interface UndoConsequence {
  name: string;
  /** Returns how many things went, by name, for the report. */
  tidy(transaction: BusinessTransaction, batch: UndoneBatch, modules: readonly ThroughlineModule[]): Promise<Record<string, number>>;
  /** After `tidy`: decisions of people that were kept although their rows went. */
  findKept?(transaction: BusinessTransaction): Promise<KeptDecision[]>;
  /** After `tidy`: values set by hand that wait for their rows. */
  findKeptValues?(transaction: BusinessTransaction): Promise<KeptValue[]>;
}

export const undoConsequences = definePlugSlot<UndoConsequence>('import.undo-consequences');
