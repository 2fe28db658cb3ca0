import { STATES, STREET_ENDINGS, STREET_WORDS, UNIT_WORDS } from './data/address-words.ts';
import { plainWords } from './plain-words.ts';

/** An address as it is compared: lower case, short words ("oak st n"); null where nothing is said. */
export interface AddressKeys {
  /** House number with its letter ("12a"); the box of "PO Box 7". */
  number: string | null;
  street: string | null;
  unit: string | null;
  city: string | null;
  /** "tx", "on", "nsw"; an unknown state as it is written. */
  state: string | null;
  /** Five digits of a ZIP code, a postal code without its space ("m4b1b3"). */
  zip: string | null;
}

/**
 * Reads an address from its cells. A street cell that holds the whole of it ("12 Oak St, Austin,
 * TX 78701") fills the cells that are empty.
 */
export function normaliseAddress(cells: { street?: string; city?: string; state?: string; zip?: string }): AddressKeys {
  const whole = takeApart(cells.street ?? '');
  return {
    ...normaliseStreet(whole.street),
    city: normaliseCity(cells.city ?? '') ?? normaliseCity(whole.city),
    state: normaliseState(cells.state ?? '') ?? normaliseState(whole.state),
    zip: normaliseZip(cells.zip ?? '') ?? normaliseZip(whole.zip),
  };
}

/** "Apt 4, 12 Oak Street North" and "12 oak st. n #4" are number 12, street "oak st n", unit 4; so is the Canadian "4-12 Oak St N". */
export function normaliseStreet(raw: string): Pick<AddressKeys, 'number' | 'street' | 'unit'> {
  const words = plainWords(raw.replace(POST_OFFICE, 'po box '), '#-');
  const street: string[] = [];
  let number: string | null = null;
  let unit: string | null = null;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const next = words[at + 1] ?? '';
    if (word === '-') continue;
    if (word === '#' || (UNIT_WORDS.has(word) && isUnitNumber(next))) {
      unit ??= next === '' ? null : (words[next === '#' ? at + 2 : at + 1] ?? null);
      at += next === '#' ? 2 : 1;
    } else if (number === null && street.length === 0 && isNumber(word)) {
      if (next === '-' && isNumber(words[at + 2] ?? '')) unit ??= word;
      else number = withHalf(word, next, words[at + 2]);
      if (number !== word && number !== null) at += 2;
    } else if (unit === null && isNumber(word) && at === words.length - 1 && STREET_ENDINGS.has(street.at(-1) ?? '')) unit = word;
    else street.push(STREET_WORDS.get(word) ?? word);
  }
  if (street[0] === 'po' && street[1] === 'box') return { number: street[2] ?? number, street: 'po box', unit };
  return { number: number === null ? null : withoutZeroes(number), street: street.length === 0 ? null : street.join(' '), unit };
}

/** A city's words, with Saint, Fort and Mount short. */
export function normaliseCity(raw: string): string | null {
  const words = plainWords(raw).map((word) => CITY_WORDS[word] ?? word);
  return words.length === 0 ? null : words.join(' ');
}

export function normaliseState(raw: string): string | null {
  const words = plainWords(raw).join(' ');
  return words === '' ? null : (STATES.get(words) ?? STATES.get(words.replaceAll(' ', '')) ?? words);
}

/** "78701-1234", "787011234" and "78701" are one; "M4B 1B3" is "m4b1b3"; a lost leading zero ("2108") stays lost. */
export function normaliseZip(raw: string): string | null {
  const code = plainWords(raw.replace(/\.0$/, '')).join('');
  if (code === '' || /^0+$/.test(code)) return null;
  return /^\d{5}(?:\d{4})$/.test(code) ? code.slice(0, 5) : code;
}

const POST_OFFICE = /^\s*(?:p\.?\s?o\.?|post office)\s+box\s*/i;

const CITY_WORDS: Readonly<Record<string, string>> = {
  saint: 'st',
  sainte: 'ste',
  fort: 'ft',
  mount: 'mt',
  north: 'n',
  south: 's',
  east: 'e',
  west: 'w',
};

function isNumber(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 48 && code <= 57 && !/^\d+(?:st|nd|rd|th)$/.test(word);
}

/** What may stand behind "Apt": 4, 4b, b, #4; "Floor Street" is a street. */
function isUnitNumber(word: string): boolean {
  return word === '#' || isNumber(word) || word.length === 1;
}

/** "12 1/2" is 12half: the mark between 1 and 2 has gone by now. */
function withHalf(word: string, next: string, afterNext: string | undefined): string {
  return next === '1' && afterNext === '2' ? `${word}half` : word;
}

function withoutZeroes(number: string): string {
  return number.replace(/^0+(?=\d)/, '');
}

/** Splits off "Austin, TX 78701" when a street cell ends in it. */
function takeApart(text: string): { street: string; city: string; state: string; zip: string } {
  const whole = { street: text, city: '', state: '', zip: '' };
  if (!text.includes(',')) return whole;
  const parts = text
    .replace(/,?\s*(?:usa|united states|canada)\.?\s*$/i, '')
    .split(',')
    .map((part) => part.trim());
  const found = /^([A-Za-z. ]*?)\s*(\d{5}(?:-\d{4})?|[A-Za-z]\d[A-Za-z] ?\d[A-Za-z]\d)?$/.exec(parts.at(-1) ?? '');
  const state = found?.[1] ?? '';
  if (found === null || parts.length < 3 || !STATES.has(plainWords(state).join(' '))) return whole;
  return { street: parts.slice(0, -2).join(' '), city: parts.at(-2) ?? '', state, zip: found[2] ?? '' };
}
