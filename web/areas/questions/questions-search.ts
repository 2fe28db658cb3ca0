/** The parameters of a question as the address holds them: texts by name, empty ones left out. */
export type QuestionSearch = Record<string, string>;

export function readQuestionSearch(search: Record<string, unknown>): QuestionSearch {
  const read: QuestionSearch = {};
  for (const [name, value] of Object.entries(search)) {
    // The router reads ?limit=20 as a number and ?is_open=true as a truth.
    const text = typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
    if (text !== '' && /^[a-z][a-z0-9_]*$/.test(name)) read[name] = text;
  }
  return read;
}
