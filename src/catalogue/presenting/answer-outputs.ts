/** The forms an answer can be written in. */
export const ANSWER_OUTPUTS = ['table', 'json', 'markdown', 'csv', 'xlsx', 'parquet'] as const;
export type AnswerOutput = (typeof ANSWER_OUTPUTS)[number];
