import { bareText } from './bare-text.ts';

/**
 * Text of a free column, or null when it holds only spaces. Words such as "none" or "-" are kept,
 * and text that looks like a formula stays plain text.
 */
export function parseText(text: string): string | null {
  if (text === '') return null;
  const bare = bareText(text);
  return bare === '' ? null : bare;
}
