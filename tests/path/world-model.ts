import { type Kind, keyOf, type WorldRow } from './small-world.ts';

/** A row as the business must have it. */
export interface ModelRow {
  kind: Kind;
  key: string;
  version: number;
  isMarked: boolean;
  createdBy: number;
  lastBatch: number;
  editedAt: number;
  /** What each import overwrote. */
  changes: { batch: number; at: number; version: number; lastBatch: number }[];
}

/** What imports, edits and undos must leave, told in the simplest words there are. */
export class WorldModel {
  readonly rows = new Map<string, ModelRow>();
  readonly undone = new Set<number>();
  batches = 0;
  #clock = 0;

  import(rows: readonly WorldRow[]): number {
    this.batches += 1;
    const at = this.#tick();
    for (const row of rows) this.#importRow(row, at);
    return this.batches;
  }

  edit(row: ModelRow): void {
    row.isMarked = true;
    row.editedAt = this.#tick();
  }

  /** Returns how many rows had to be kept: edited, or changed by another import since. */
  undo(batch: number): number {
    this.undone.add(batch);
    let kept = 0;
    for (const [id, row] of this.rows) {
      const change = row.changes.find((candidate) => candidate.batch === batch);
      if (change !== undefined && row.lastBatch === batch && row.editedAt <= change.at) {
        row.version = change.version;
        row.lastBatch = change.lastBatch;
        row.changes.splice(row.changes.indexOf(change), 1);
      } else if (change !== undefined) kept += 1;
      if (row.createdBy !== batch) continue;
      if (row.lastBatch === batch && row.editedAt === 0) this.rows.delete(id);
      else kept += 1;
    }
    return kept;
  }

  #importRow(row: WorldRow, at: number): void {
    const key = keyOf(row);
    const id = `${row.kind} ${key}`;
    const known = this.rows.get(id);
    if (known === undefined) {
      this.rows.set(id, { kind: row.kind, key, version: row.version, isMarked: false, createdBy: this.batches, lastBatch: this.batches, editedAt: 0, changes: [] });
      return;
    }
    if (known.version === row.version) return;
    known.changes.push({ batch: this.batches, at, version: known.version, lastBatch: known.lastBatch });
    known.version = row.version;
    known.lastBatch = this.batches;
  }

  #tick(): number {
    this.#clock += 1;
    return this.#clock;
  }
}
