import { z } from 'zod';

/** What a person can say about two customers. */
export const REVIEW_ANSWERS = ['same', 'different', 'household', 'later'] as const;

/** The parts of the review queue: what is likely one person, and what is less so and still worth a look. */
export const REVIEW_SECTIONS = ['likely', 'worth_a_look'] as const;

/** A question of the review queue: are these two one person? */
export const reviewQuestionShape = z.object({
  customerA: z.string(),
  nameA: z.string(),
  customerB: z.string(),
  nameB: z.string(),
  probability: z.number().describe('that they are one person, 0 to 1'),
  state: z.enum(['open', 'later']),
  section: z.enum(REVIEW_SECTIONS).describe('likely pairs are asked about first'),
  reasons: z.array(z.string()),
  atStake: z.number().describe("what the smaller of the two is worth, in the business's currency"),
});

/** GET /api/v1/review */
export const reviewShape = z.object({
  questions: z.array(reviewQuestionShape),
  open: z.number().describe('how many questions wait in all'),
  worthALook: z.number().describe('how many of them are no more than worth a look'),
});

const pair = z.object({ customerA: z.string(), customerB: z.string(), execute: z.boolean().default(false) });

/** POST /api/v1/review/answer: a dry run unless `execute` is true. */
export const answerRequest = pair.extend({ answer: z.enum(REVIEW_ANSWERS) });

/** POST /api/v1/review/take-back: a dry run unless `execute` is true. The ids are those that were answered about. */
export const takeBackRequest = pair;

export const reviewReportShape = z.object({
  dryRun: z.boolean(),
  pointers: z.record(z.string(), z.number()).describe('rows whose customer changes, by table'),
});

export type ReviewSection = (typeof REVIEW_SECTIONS)[number];
export type ReviewAnswer = (typeof REVIEW_ANSWERS)[number];
export type ReviewQuestion = z.infer<typeof reviewQuestionShape>;
export type ReviewShape = z.infer<typeof reviewShape>;
export type ReviewReportShape = z.infer<typeof reviewReportShape>;
