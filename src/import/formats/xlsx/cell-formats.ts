import { attributeOf, XmlScanner } from './scan-xml.ts';

/** How a number is meant: 'elapsed' and 'clock' are times without a date. */
export type NumberMeaning = 'plain' | 'percent' | 'date' | 'clock' | 'elapsed';

/** What the number in a cell of each style index means, read from the workbook's styles part. */
export function readCellFormats(styles: string | undefined): NumberMeaning[] {
  if (styles === undefined) return [];
  const custom = new Map<number, NumberMeaning>();
  const meanings: NumberMeaning[] = [];
  let isCellFormats = false;
  const scanner = new XmlScanner({
    open(name, attributes) {
      if (name === 'numFmt') {
        custom.set(Number(attributeOf(attributes, 'numFmtId')), meaningOf(attributeOf(attributes, 'formatCode') ?? ''));
      } else if (name === 'cellXfs') {
        isCellFormats = true;
      } else if (name === 'xf' && isCellFormats) {
        const id = Number(attributeOf(attributes, 'numFmtId') ?? '0');
        meanings.push(custom.get(id) ?? builtIn(id));
      }
    },
    close(name) {
      if (name === 'cellXfs') isCellFormats = false;
    },
    text() {},
  });
  scanner.feed(styles);
  return meanings;
}

/** Numbers 27 to 58 are dates in the East Asian editions only, and undefined elsewhere. */
function builtIn(id: number): NumberMeaning {
  if (id === 9 || id === 10) return 'percent';
  if ((id >= 14 && id <= 17) || id === 22) return 'date';
  if ((id >= 27 && id <= 31) || (id >= 34 && id <= 36) || (id >= 50 && id <= 58)) return 'date';
  if (id === 46) return 'elapsed';
  if ((id >= 18 && id <= 21) || id === 32 || id === 33 || id === 45 || id === 47) return 'clock';
  return 'plain';
}

/** Judges a format code such as `m/d/yyyy h:mm AM/PM;@`, `0.00%` or `[h]:mm:ss`. */
export function meaningOf(code: string): NumberMeaning {
  const isElapsed = /\[(h+|m+|s+)\]/i.test(code);
  const letters =
    code
      .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
      .split(';', 1)[0]
      ?.toLowerCase()
      .replace(/am\/pm|a\/p|general/g, '') ?? '';
  if (letters.includes('%')) return 'percent';
  if (isElapsed) return 'elapsed';
  if (/[yd]/.test(letters)) return 'date';
  if (/[hs]/.test(letters)) return 'clock';
  return letters.includes('m') ? 'date' : 'plain';
}
