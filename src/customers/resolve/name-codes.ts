import { CodeBook } from './code-book.ts';
import type { Roster } from './roster.ts';

/** What a name is compared by. */
export interface NameTexts {
  first_key: string | null;
  last_key: string | null;
  suffix: string | null;
}

/** Numbers texts as they come; equal texts have equal numbers, 0 is none. */
export class NameCodes {
  readonly #numbers = new Map<string, number>();
  readonly #names = new CodeBook(0);

  numberOf(text: string | null): number {
    if (text === null) return 0;
    const known = this.#numbers.get(text) ?? this.#numbers.size + 1;
    this.#numbers.set(text, known);
    return known;
  }

  codeIn(book: CodeBook, text: string | null): number {
    return text === null ? 0 : book.code(0, this.numberOf(text));
  }

  /** Puts a record's name into the roster, as load-roster.sql has it; true for a full name. */
  read(roster: Roster, record: number, { first_key: first, last_key: last, suffix: end }: NameTexts): boolean {
    const suffix = end ?? '';
    const letters = [...(first ?? '')].length;
    const isFull = letters > 1 && last !== null;
    const codeOf = (isThere: boolean, text: string): number => this.codeIn(this.#names, isThere ? text : null);
    roster.levels[record] = first === null ? 0 : last === null ? 1 : letters === 1 ? 2 : 3;
    roster.people[record] = codeOf(first !== null, `${first}|${last ?? ''}|${suffix}`);
    roster.initials[record] = codeOf(isFull, `${[...(first ?? '')][0]}|${last}|${suffix}`);
    roster.firsts[record] = codeOf(last !== null, `${first ?? ''}||${suffix}`);
    return isFull;
  }
}
