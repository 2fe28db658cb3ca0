import type { Question } from './question.ts';

/** Questions that hold every word somewhere in id, wording, theme, definition or column names; the best fit first. */
export function searchQuestions(questions: readonly Question[], words: string): Question[] {
  const wanted = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return questions
    .map((question) => ({ question, score: scoreOf(question, wanted) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ question }) => question);
}

/** 0 when a word is nowhere; a word in the id weighs most, then the wording, then the rest. */
function scoreOf(question: Question, words: readonly string[]): number {
  const head = `${question.question} ${question.theme}`.toLowerCase();
  const rest = [question.definition, question.grain, ...question.columns.map((column) => `${column.name} ${column.meaning}`)]
    .join(' ')
    .toLowerCase();
  let total = 0;
  for (const word of words) {
    const score = (question.id.includes(word) ? 4 : 0) + (head.includes(word) ? 2 : 0) + (rest.includes(word) ? 1 : 0);
    if (score === 0) return 0;
    total += score;
  }
  return total;
}
