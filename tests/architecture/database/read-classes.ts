import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../src/platform/config.ts';
import type { TableClasses } from './table-rules.ts';

/** database/tables.json: which tables are tenant, reference or local. */
export function readTableClasses(): TableClasses {
  const classes: TableClasses = JSON.parse(readFileSync(join(projectRoot, 'database', 'tables.json'), 'utf8'));
  return classes;
}
