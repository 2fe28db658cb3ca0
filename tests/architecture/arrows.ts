/**
 * The import arrows, left to right. A module may import modules to its left, never one
 * to its right, never a sibling (the same inner list). The same holds inside SQL: a
 * module writes its own schema and reads its own and those to its left.
 */
export const ARROWS: readonly (readonly string[])[] = [
  ['platform'],
  ['tenancy'],
  ['import'],
  ['customers'],
  ['journey'],
  ['catalogue'],
  ['server'],
];

/** Modules of src/, left to right. */
export const MODULES: readonly string[] = ARROWS.flat();

/** Whether code or SQL of `from` may use `to`. */
export function mayReach(from: string, to: string): boolean {
  if (from === to) return true;
  return rank(to) < rank(from);
}

function rank(module: string): number {
  const found = ARROWS.findIndex((siblings) => siblings.includes(module));
  if (found === -1)
    throw new Error(
      `"${module}" is not in the list of arrows: add it to tests/architecture/arrows.ts, where it belongs from left to right`,
    );
  return found;
}

/** Beside index.ts and slots, these folders may be imported by modules to the right: pure readers of single cells. */
export const OPEN_FOLDERS: readonly string[] = ['src/import/cells/'];

export interface SharedWrite {
  module: string;
  table: string;
  access: 'any' | 'insert' | 'update';
  /** An update may set these only. */
  columns?: readonly string[];
  because: string;
}

/**
 * Tables that a module further right may write, and why. Keep this list short: each entry is a door in a wall.
 */
export const SHARED_WRITES: readonly SharedWrite[] = [
  {
    module: 'any',
    table: 'tenancy.audit_log',
    access: 'insert',
    because: 'the audit line belongs into the transaction of the act it tells of',
  },
  {
    module: 'journey',
    table: 'tenancy.branches',
    access: 'any',
    because: 'branches are shared by several models, and the rows of a model are what names them',
  },
  {
    module: 'journey',
    table: 'customers.customers',
    access: 'update',
    columns: ['first_lead_date', 'conversion_date', 'updated_at'],
    because: 'the timeline of a customer is known from the rows of the model',
  },
];

/** Folders outside src/ and what they may import of the project. */
export const OUTER_FOLDERS: Readonly<Record<string, readonly string[]>> = {
  contract: ['contract'],
  web: ['web', 'contract'],
};
