import { bareText } from './bare-text.ts';

export interface PersonName {
  /** The name as one would greet it: "Last, First" turned round, decorations gone. */
  display: string;
  /** Equal for spellings of one name: lower case, no accents, only letters, digits, spaces, hyphens. */
  key: string;
}

const SUFFIX = /^(jr|sr|ii|iii|iv)\.?$/i;

/**
 * Reads a staff name: "First L", "Last, First", "Company City - First L", "First (French & English)",
 * "$First L", "_First L_". Null for an empty cell or one without a letter or digit.
 */
export function parsePersonName(text: string): PersonName | null {
  const bare = bareText(text);
  if (bare === '') return null;
  const plain = withoutDecorations(bare);
  const display = turnedRound(withoutCompany(plain));
  const key = nameKey(display);
  return /[\p{L}\p{N}]/u.test(key) ? { display, key } : null;
}

function withoutDecorations(text: string): string {
  return text
    .replace(/\([^()]*\)/g, ' ')
    .replaceAll('$', ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s_]+|[\s_]+$/g, '');
}

/** What stands before the last spaced dash is a company or branch; a hyphen inside a name has no spaces. */
function withoutCompany(text: string): string {
  const dash = Math.max(text.lastIndexOf(' - '), text.lastIndexOf(' – '), text.lastIndexOf(' — '));
  const name = dash < 0 ? text : text.slice(dash + 3).trim();
  return /[\p{L}\p{N}]/u.test(name) ? name : text;
}

function turnedRound(text: string): string {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const suffix = parts.length > 1 && SUFFIX.test(parts.at(-1) ?? '') ? parts.pop() : undefined;
  const [last = '', first = ''] = parts;
  const name = parts.length === 2 ? `${first} ${last}` : parts.join(' ');
  return suffix === undefined ? name : `${name} ${suffix}`;
}

function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]+/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
