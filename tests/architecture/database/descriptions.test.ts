import { afterAll, expect, test } from 'vitest';
import { projectRoot } from '../../../src/platform/config.ts';
import { describeRelations } from '../../../src/platform/describe/describe-relations.ts';
import { findStaleDescriptions } from '../../../src/platform/describe/plan-descriptions.ts';
import { readRelationNotes } from '../../../src/platform/describe/relation-notes.ts';
import { withDatabase } from '../../database.ts';

const scratch = await withDatabase();
afterAll(() => scratch.drop());

test('database/tables, database/schema.prisma and docs/database_relationships.md are as the live schema is ("npm run docs" brings them up to date)', async () => {
  const stale = await scratch.database.outsideBusinesses((client) => findStaleDescriptions(client, projectRoot));
  expect(stale.map((description) => description.path)).toEqual([]);
});

test('a numbered relation that the schema does not have is refused by name', () => {
  const notes = readRelationNotes(`${projectRoot}/database/relationships.yaml`);
  expect(() => describeRelations([], notes)).toThrow('Relation 1 (jobs.customer_id)');
});
