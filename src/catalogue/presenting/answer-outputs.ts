/** The forms an answer can be written in. */
export const ANSWER_OUTPUTS = ['table', 'json', 'csv', 'parquet'] as const;
export type AnswerOutput = (typeof ANSWER_OUTPUTS)[number];
