/** A phone in E.164, with its extension kept apart. */
export interface PhoneKeys {
  /** "+15125550100"; null when the digits make no whole number (seven digits, say). */
  phoneKey: string | null;
  extension: string | null;
}

/** A number of another country's plan: it needs the big parser. */
export interface ForeignPhone {
  foreign: string;
  country: string;
  extension: string | null;
}

/**
 * Reads a phone at once when it follows the North American plan (ten digits, or eleven with
 * a leading 1, in a branch of the US or Canada, or of an unknown country); otherwise hands
 * back what `parseForeignPhone` has to read.
 */
export function normalisePhone(raw: string, country: string | null): PhoneKeys | ForeignPhone {
  const { number, extension } = takeExtension(firstOf(raw));
  const isAbroad = isDialledAbroad(number);
  const isNorthAmerican = country === null || country === 'US' || country === 'CA';
  if (isAbroad || !isNorthAmerican) return { foreign: number.trim().replace(/^(?:011|00)/, '+'), country: country ?? 'US', extension };
  const digits = number.replace(/\D/g, '').replace(/^(?:011|00)(?=1\d{10}$)/, '');
  if (digits.length === 10) return { phoneKey: `+1${digits}`, extension };
  if (digits.length === 11 && digits.startsWith('1')) return { phoneKey: `+${digits}`, extension };
  return { phoneKey: null, extension };
}

/** "+44 …", or a number too long for ours that starts with 00 or 011; ten zeroes are a filler, not a call abroad. */
function isDialledAbroad(number: string): boolean {
  const dialled = number.replace(/[^\d+]/g, '');
  if (dialled.startsWith('+')) return !dialled.startsWith('+1');
  return dialled.length > 11 && /^(?:00|011)(?!1)/.test(dialled);
}

export function isForeign(phone: PhoneKeys | ForeignPhone): phone is ForeignPhone {
  return 'foreign' in phone;
}

/** Reads a number of any country; the parser is loaded when the first one comes. */
export async function parseForeignPhone(phone: ForeignPhone): Promise<PhoneKeys> {
  const { parsePhoneNumberFromString, isSupportedCountry } = await import('libphonenumber-js/min');
  const parsed = isSupportedCountry(phone.country)
    ? parsePhoneNumberFromString(phone.foreign, phone.country)
    : parsePhoneNumberFromString(phone.foreign);
  if (parsed === undefined || !parsed.isPossible()) return { phoneKey: null, extension: phone.extension };
  return { phoneKey: parsed.number, extension: phone.extension ?? parsed.ext ?? null };
}

/** "555-0100 / 555-0101": the first that has enough digits, else the whole text. */
function firstOf(raw: string): string {
  if (!/[/;,|&]|\bor\b/i.test(raw)) return raw.replace(/\.0+$/, '');
  return raw.split(/[/;,|&]|\bor\b/i).find((part) => part.replace(/\D/g, '').length >= 10) ?? raw;
}

function takeExtension(text: string): { number: string; extension: string | null } {
  const found = /(?:\bext(?:ension|n)?\b\.?|\bx\.?|(?<=\d)x|#)\s*:?\s*(\d{1,7})\s*$/i.exec(text);
  if (found?.[1] === undefined) return { number: text, extension: null };
  return { number: text.slice(0, found.index), extension: found[1] };
}
