import { type Kind, keyOf, type WorldRow } from './small-world.ts';

/** A row as the business must have it. */
export interface ModelRow {
  kind: Kind;
  key: string;
  version: number;
  isMarked: boolean;
  /** What happened to it, in order: what imports said, and that a person edited it. */
  story: Chapter[];
}

type Chapter = { said: number; batch: number; isChange: boolean } | 'edited';

/** What imports, edits and undos must leave, told in the simplest words there are. */
export class WorldModel {
  readonly rows = new Map<string, ModelRow>();
  readonly undone = new Set<number>();
  batches = 0;

  import(rows: readonly WorldRow[]): void {
    this.batches += 1;
    for (const row of rows) this.#importRow(row);
  }

  edit(row: ModelRow): void {
    row.isMarked = true;
    row.story.push('edited');
  }

  /** In whatever order imports are undone, what is left is what the others brought, and what people edited. */
  undo(batch: number): void {
    this.undone.add(batch);
    for (const [id, row] of this.rows) {
      takeBack(row, batch);
      const last = row.story.findLast((chapter) => chapter !== 'edited');
      if (last === undefined) this.rows.delete(id);
      else row.version = last.said;
    }
  }

  #importRow(row: WorldRow): void {
    const key = keyOf(row);
    const id = `${row.kind} ${key}`;
    const known = this.rows.get(id);
    const said = { said: row.version, batch: this.batches, isChange: known?.version !== row.version };
    if (known === undefined) {
      this.rows.set(id, { kind: row.kind, key, version: row.version, isMarked: false, story: [said] });
      return;
    }
    known.story.push(said);
    known.version = row.version;
  }
}

/** What an import said is as if it had never been said, unless a person edited the row before the next import changed it. */
function takeBack({ story }: ModelRow, batch: number): void {
  const place = story.findIndex((chapter) => chapter !== 'edited' && chapter.batch === batch);
  const taken = story[place];
  if (taken === undefined || taken === 'edited') return;
  if (taken.isChange) {
    const later = story.slice(place + 1);
    const next = later.findIndex((chapter) => chapter !== 'edited' && chapter.isChange);
    if (later.slice(0, next < 0 ? later.length : next).includes('edited')) return;
    const heir = later.find((chapter) => chapter !== 'edited');
    if (heir !== undefined) heir.isChange = true;
  }
  story.splice(place, 1);
}
