import { type Sheet, textOf } from './sheet.ts';

/** Every way in which the sample writes a value oddly, and how it is to be read. */
export const QUIRKS = {
  'quote-open-in-new': 'Icon text copied from the web page after the quote number',
  'quote-spaces': 'Spaces around the quote number',
  'quote-decimal': 'Quote number that went through a numeric column (135201.0)',
  'quote-number-cell': 'Quote number as a numeric spreadsheet cell',
  'money-dollar': '$, thousands commas and a trailing space',
  'money-prefix': 'CA$ or US$ before the amount',
  'money-parentheses': 'Parentheses for a negative amount',
  'money-dash': 'A dash for no amount',
  'money-not-available': 'n/a for no amount',
  'count-thousands': 'Thousands comma in a count',
  'count-dash': 'A dash for no count',
  'percent-text': 'Percent with its sign',
  'percent-bare-point': 'Percent with nothing behind the point (0.%, 100.%)',
  'percent-fraction': 'A spreadsheet fraction instead of a percent',
  'percent-dash': 'A dash for no percent',
  'day-zero': '0/0/0 for no date',
  'day-padded': 'Zero-padded M/D/YYYY',
  'day-iso': 'YYYY-MM-DD',
  'day-digits': 'YYYYMMDD',
  'day-month-name': 'D-Mon-YYYY',
  'day-short-year': 'M/D/YY',
  'day-xlsx-cell': 'A real date cell in a workbook',
  'time-local': "M/D/YYYY H:MM AM in the branch's own time",
  'time-with-offset': 'A time with its own offset',
  'time-past-midnight-utc': 'An evening that is already the next day in UTC',
  'utc-that-is-local': 'A column called "at Utc" that holds a bare local date',
  'duration-minutes': 'Minutes only (9m)',
  'duration-hours': 'Hours only (8h)',
  'duration-hours-minutes': 'Hours and minutes',
  'duration-days': 'Days, hours and minutes',
  'duration-negative': 'Contacted before receipt (-9m)',
  'duration-none': '-- for no contact',
  'duration-clock': 'Handle time as HH:MM:SS',
  'size-both': 'Volume and weight in one cell',
  'size-no-volume': 'Volume unknown, weight known',
  'size-no-weight': 'Weight unknown, volume known',
  'size-none': 'Neither volume nor weight known',
  'status-dash-reason': 'Status and reason joined by a dash',
  'status-space-reason': 'Status and reason joined by a space',
  'status-one-l': 'Canceled with one l',
  'branch-flag': 'Flag, dash and company after the city',
  'branch-corporate': 'City, flag, Corporate, company',
  'branch-letters': 'Country letters instead of the flag',
  'branch-both-flags': 'Both flags: warn, Canadian dollars',
  'branch-remark': 'Remark behind the branch name',
  'branch-closed': 'No Longer Active behind the branch name',
  'branch-spaces': 'Doubled and trailing spaces in a branch name',
  'seller-initial': 'First name and initial',
  'seller-turned': 'Last, First',
  'seller-company': 'Company City - First L',
  'seller-underscores': 'Underscores around the name',
  'seller-languages': 'Languages in parentheses behind the name',
  'seller-dollar': '$ before the name',
  'seller-leading-spaces': 'Spaces before the name',
  'seller-ambiguous': 'A spelling that two people share',
  'label-default': 'Lead Status "default"',
  'label-trailing-space': 'Lead Status "Booked " with a trailing space',
  'label-split': 'Commission remark: split with a colleague',
  'label-percent': 'Commission remark: part of the move to a colleague',
  'label-deduction': 'Commission remark: deduction goes to a colleague',
  'label-bonus': 'Commission remark: bonus to a colleague',
  'name-turned': 'Customer as Last, First',
  'name-initial': 'Customer with an initial for the first name',
  'name-nul-byte': 'A NUL byte inside a name',
  'name-diacritics': 'Diacritics in a single-byte encoding',
  'email-case': 'E-mail address in capitals',
  'phone-extension': 'Extension behind the number',
  'phone-seven-digits': 'Number without area code',
  'phone-abroad': 'Number outside North America',
  'phone-placeholder': "A number that is nobody's",
  'text-newline': 'A newline inside a cell',
  'text-formula': 'A cell a spreadsheet would execute',
  'text-formula-guarded': 'An apostrophe before such a cell',
  'text-excel-guard': 'A text guard ="…" around digits',
  'text-quotes': 'Doubled quotes and a comma inside a cell',
  'source-not-an-ad': 'A source that merely contains a keyword (Broadway, Radio, Cobweb)',
} as const;

export type QuirkId = keyof typeof QUIRKS;

export interface QuirkSpot {
  quirk: QuirkId;
  folder: string;
  file: string;
  line: number;
  header: string;
  written: string;
  means: string;
}

const SPOTS_PER_QUIRK_AND_FILE = 3;

/** Where each quirk sits (up to three spots per file) and what must be read there; rows that do not load are left out. */
export function findQuirks(sheets: readonly Sheet[]): QuirkSpot[] {
  const spots: QuirkSpot[] = [];
  for (const sheet of sheets) {
    const seen = new Map<QuirkId, number>();
    for (const row of sheet.rows) {
      if (row.about === null) continue;
      row.cells.forEach((cell, position) => {
        if (typeof cell !== 'object') return;
        const count = seen.get(cell.quirk) ?? 0;
        seen.set(cell.quirk, count + 1);
        if (count >= SPOTS_PER_QUIRK_AND_FILE) return;
        spots.push({
          quirk: cell.quirk,
          folder: sheet.folder,
          file: sheet.file,
          line: row.line,
          header: sheet.headers[position] ?? '',
          written: textOf(cell),
          means: cell.means,
        });
      });
    }
  }
  return spots;
}
