import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** What the database cannot say of its relations: numbers, purposes, what the diagrams show. */
export type RelationNotes = z.infer<typeof notesShape>;
export type RelationNote = RelationNotes['relations'][number];

const notesShape = z.strictObject({
  introduction: z.string(),
  /** Short name -> schema-qualified table. */
  tables: z.record(z.string(), z.string()),
  /** Short name -> name of the model in database/schema.prisma. */
  models: z.record(z.string(), z.string()),
  shown: z.record(z.string(), z.array(z.string())),
  lookups: z.array(z.string()),
  overview: z.array(z.tuple([z.string(), z.string(), z.string()])),
  /** From, step, to. */
  journey: z.array(z.tuple([z.string(), z.string(), z.string()])),
  relations: z.array(
    z.strictObject({
      number: z.number().int(),
      from: z.string(),
      to: z.string(),
      field: z.string(),
      link: z.string().optional(),
      purpose: z.string(),
    }),
  ),
});

/** Reads the notes; throws with the place of the first mistake. */
export function readRelationNotes(file: string): RelationNotes {
  return notesShape.parse(parse(readFileSync(file, 'utf8')));
}
