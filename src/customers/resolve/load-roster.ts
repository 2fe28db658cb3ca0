import { to as copyTo } from 'pg-copy-streams';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { CodeBook } from './code-book.ts';
import loadSql from './load-roster.sql';
import { NEVER, type Roster, makeRoster, uuidText } from './roster.ts';

/** Loads the records and arrivals of the business, or the records in the temp table `scope_records`, oldest first. */
export async function loadRoster(transaction: BusinessTransaction, scope: 'all' | 'scope_records'): Promise<Roster> {
  const business = `'${transaction.businessId}'::uuid`;
  const rows =
    scope === 'all'
      ? `(${select('customers.records', 'customer_id', 0)} where business_id = ${business} union all ${select('arrivals', 'null::uuid', 4)})`
      : `(${select('customers.records', 'customer_id', 0)} where business_id = ${business} and exists (select from scope_records as scope where scope.id = records.id))`;
  const { count } = await transaction.one<{ count: number }>(`select count(*) as count from ${rows} as record`);
  const roster = makeRoster(count);
  const sql = loadSql.replace(':rows', () => rows);
  const stream = transaction.client.query(copyTo(`copy (${sql}) to stdout (format binary)`));
  const reader = new RosterReader(roster);
  for await (const chunk of stream) reader.read(chunk);
  return roster;
}

/** Bytes of the header: signature (11), flags (4), length of the extension (4). */
const HEADER = 19;
function select(table: string, customer: string, arrived: number): string {
  return `select id, ${customer} as customer_id, ${arrived} as arrived, name_key, first_key, last_key, suffix, email_key, phone_key, quote_number, observed_on, display_name from ${table}`;
}

const FIELDS = 12;
/** The longest row: field count, lengths, two uuids, four int4, six int8. */
const LONGEST_ROW = 2 + FIELDS * 4 + 2 * 16 + 4 * 4 + 6 * 8;

/** Reads PostgreSQL's binary COPY into a roster; rows may be cut anywhere between chunks. */
class RosterReader {
  readonly #roster: Roster;
  readonly #nameBook: CodeBook;
  readonly #customers = new Map<string, number>();
  #rest: Buffer = Buffer.alloc(0);
  #at = 0;
  #hasHeader = false;

  constructor(roster: Roster) {
    this.#roster = roster;
    this.#nameBook = new CodeBook(roster.levels.length);
  }

  read(chunk: Buffer): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    this.#at = 0;
    if (!this.#hasHeader) {
      if (bytes.length < HEADER) {
        this.#rest = bytes;
        return;
      }
      this.#hasHeader = true;
      this.#at = HEADER;
    }
    while (this.#isWholeRow(bytes)) this.#readRow(bytes);
    this.#rest = bytes.subarray(this.#at);
  }

  #isWholeRow(bytes: Buffer): boolean {
    const left = bytes.length - this.#at;
    if (left >= 2 && bytes.readInt16BE(this.#at) < 0) return false;
    if (left >= LONGEST_ROW) return true;
    let at = this.#at + 2;
    for (let field = 0; field < FIELDS; field += 1) {
      if (at + 4 > bytes.length) return false;
      at += 4 + Math.max(0, bytes.readInt32BE(at));
    }
    return at <= bytes.length;
  }

  #readRow(bytes: Buffer): void {
    const roster = this.#roster;
    const record = roster.count;
    this.#at += 2;
    bytes.copy(roster.ids, record * 16, this.#at + 4, this.#at + 20);
    this.#at += 20;
    roster.customers[record] = this.#readCustomer(bytes);
    const flags = bytes.readInt32BE(this.#at + 4);
    this.#at += 8;
    roster.levels[record] = flags & 3;
    roster.arrived[record] = flags >> 2;
    for (const [kind, column] of roster.values.entries()) column[record] = this.#readCode(bytes, roster.valueBooks[kind] ?? this.#nameBook);
    roster.people[record] = this.#readCode(bytes, this.#nameBook);
    roster.initials[record] = this.#readCode(bytes, this.#nameBook);
    roster.firsts[record] = this.#readCode(bytes, this.#nameBook);
    roster.nameWeights[record] = this.#readNumber(bytes, 0);
    roster.observedDays[record] = this.#readNumber(bytes, NEVER);
    roster.shownNames[record] = this.#readNumber(bytes, 0);
    roster.count += 1;
  }

  #readNumber(bytes: Buffer, absent: number): number {
    const length = bytes.readInt32BE(this.#at);
    this.#at += 4;
    if (length < 0) return absent;
    this.#at += 4;
    return bytes.readInt32BE(this.#at - 4);
  }

  #readCustomer(bytes: Buffer): number {
    const length = bytes.readInt32BE(this.#at);
    this.#at += 4;
    if (length < 0) return -1;
    const key = bytes.toString('latin1', this.#at, this.#at + 16);
    this.#at += 16;
    const known = this.#customers.get(key);
    if (known !== undefined) return known;
    const position = this.#roster.customerIds.push(uuidText(bytes, this.#at - 16)) - 1;
    this.#customers.set(key, position);
    return position;
  }

  #readCode(bytes: Buffer, book: CodeBook): number {
    const length = bytes.readInt32BE(this.#at);
    this.#at += 4;
    if (length < 0) return 0;
    const code = book.code(bytes.readInt32BE(this.#at), bytes.readInt32BE(this.#at + 4));
    this.#at += 8;
    return code;
  }
}
