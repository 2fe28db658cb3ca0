import { type Kind, keyOf, type WorldRow } from './small-world.ts';

/** A row as the business must have it. */
export interface ModelRow {
  kind: Kind;
  key: string;
  version: number;
  isMarked: boolean;
  createdBy: number;
  lastBatch: number;
  /** When a person last edited it; 0 = never. */
  editedAt: number;
  changes: Change[];
}

/** What an import overwrote. */
interface Change {
  batch: number;
  at: number;
  version: number;
  lastBatch: number;
  editedAt: number;
}

/** What imports, edits and undos must leave, told in the simplest words there are. */
export class WorldModel {
  readonly rows = new Map<string, ModelRow>();
  readonly undone = new Set<number>();
  batches = 0;
  #clock = 0;

  import(rows: readonly WorldRow[]): void {
    this.batches += 1;
    const at = this.#tick();
    for (const row of rows) this.#importRow(row, at);
  }

  edit(row: ModelRow): void {
    row.isMarked = true;
    row.editedAt = this.#tick();
  }

  /** In whatever order imports are undone, what is left is what the others brought, and what people edited. */
  undo(batch: number): void {
    this.undone.add(batch);
    for (const [id, row] of this.rows) {
      takeBack(row, batch);
      if (this.undone.has(row.createdBy) && row.lastBatch === row.createdBy && row.editedAt === 0) this.rows.delete(id);
    }
  }

  #importRow(row: WorldRow, at: number): void {
    const key = keyOf(row);
    const id = `${row.kind} ${key}`;
    const known = this.rows.get(id);
    if (known === undefined) {
      this.rows.set(id, {
        kind: row.kind,
        key,
        version: row.version,
        isMarked: false,
        createdBy: this.batches,
        lastBatch: this.batches,
        editedAt: 0,
        changes: [],
      });
      return;
    }
    if (known.version === row.version) return;
    known.changes.push({ batch: this.batches, at, version: known.version, lastBatch: known.lastBatch, editedAt: known.editedAt });
    known.version = row.version;
    known.lastBatch = this.batches;
  }

  #tick(): number {
    this.#clock += 1;
    return this.#clock;
  }
}

function takeBack(row: ModelRow, batch: number): void {
  const change = row.changes.find((candidate) => candidate.batch === batch);
  if (change === undefined) return;
  const later = row.changes.find((candidate) => candidate.lastBatch === batch);
  // Whoever came after: it now stands on what this batch had found. A person's edit in between stays.
  const heir = row.lastBatch === batch ? row : later;
  if (heir === undefined || heir.editedAt > change.at) return;
  heir.version = change.version;
  heir.lastBatch = change.lastBatch;
  row.changes.splice(row.changes.indexOf(change), 1);
}
