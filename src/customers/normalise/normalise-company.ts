import { plainWords } from './plain-words.ts';

/** A company as it is compared. */
export interface CompanyKeys {
  /** Its words without its legal form: "The Quill & Bell Co., Inc." is "quill and bell". */
  companyKey: string;
  /** Whether it is one of those that stand behind many customers: realtors, property managers, relocation. */
  isOffice: boolean;
}

/** Reads a company's name; null when it names none. A name that is nothing but a legal form is kept as it is. */
export function normaliseCompany(raw: string): CompanyKeys | null {
  const words = plainWords(raw.replace(/\b(?:d\/b\/a|dba|c\/o)\b.*$/i, '').replace(/\.(?=\w\b)/g, ''), '&').map((word) =>
    word === '&' ? 'and' : word,
  );
  const bare = [...words];
  while (bare.length > 1 && (LEGAL_FORMS.has(bare.at(-1) ?? '') || bare.at(-1) === 'and')) bare.pop();
  if (bare.length > 1 && bare[0] === 'the') bare.shift();
  if (bare.length === 0 || FILLERS.has(bare.join(' '))) return null;
  const companyKey = bare.join(' ');
  return { companyKey, isOffice: OFFICE.test(companyKey) };
}

const LEGAL_FORMS: ReadonlySet<string> = new Set(
  'inc incorporated llc ltd limited ltee corp corporation co company lp llp pllc plc pc gmbh ag sa sarl bv pty ulc srl spa'.split(' '),
);

const FILLERS: ReadonlySet<string> = new Set([
  'na',
  'n a',
  'none',
  'null',
  'self',
  'home',
  'personal',
  'private',
  'individual',
  'residential',
  'tbd',
  'x',
]);

const OFFICE =
  /\b(?:realty|realtors?|real estate|properties|property|brokerage|brokers?|mortgage|relocation|apartments|leasing|rentals|title|escrow|re max|remax|century 21|keller williams|coldwell banker|sothebys|exp|compass)\b/;
