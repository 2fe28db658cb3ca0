import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../config.ts';
import { readRelationNotes } from './relation-notes.ts';

// The validator that Prisma's own programs use; it needs no database and no download.
const prisma: { validate(request: string): void; get_dmmf(request: string): string } = createRequire(import.meta.url)(
  '@prisma/prisma-schema-wasm',
);
const text = readFileSync(join(projectRoot, 'database', 'schema.prisma'), 'utf8');
const request = (schema: string): string => JSON.stringify({ prismaSchema: [['schema.prisma', schema]], noColor: true });

interface Dmmf {
  datamodel: {
    models: { name: string; fields: { name: string; kind: string; documentation?: string; isList: boolean; type: string }[] }[];
  };
}

test('Prisma accepts the schema, and would not accept one with a relation to nothing', () => {
  expect(() => prisma.validate(request(text))).not.toThrow();
  expect(() => prisma.validate(request(text.replace('customer Customer?', 'customer Nobody?')))).toThrow('Nobody');
});

test('the eleven models of the documents are there, with their relations 1 to 34', () => {
  const { datamodel }: Dmmf = JSON.parse(prisma.get_dmmf(request(text)));
  const notes = readRelationNotes(join(projectRoot, 'database', 'relationships.yaml'));
  expect(datamodel.models.map((model) => model.name).sort()).toEqual(Object.values(notes.models).sort());
  expect(datamodel.models).toHaveLength(11);
  const found = new Map<number, string>();
  for (const model of datamodel.models)
    for (const field of model.fields.filter((candidate) => candidate.kind === 'object')) {
      const number = /^Relation (\d+)\./.exec(field.documentation ?? '')?.[1];
      if (number !== undefined) found.set(Number(number), `${model.name} -> ${field.type}${field.isList ? '[]' : ''}`);
    }
  expect([...found.keys()].sort((a, b) => a - b)).toEqual(Array.from({ length: 34 }, (_, index) => index + 1));
  // From the list of the documents: 1 customer, many jobs; 4 job, one customer; 13 booked quote, its leads; 34 branch, many leads.
  expect([1, 4, 13, 34].map((number) => found.get(number))).toEqual([
    'Customer -> Job[]',
    'Job -> Customer',
    'BookedOpportunity -> LeadStatus[]',
    'Branch -> LeadStatus[]',
  ]);
});
