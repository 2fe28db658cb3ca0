import { placeholderNames } from '../../normalise/placeholders.ts';
import type { RecordTable } from '../record-table.ts';
import { AT, type Layout, MOST_OTHERS, WIDTH } from './layout.ts';
import { readBirthDate } from './read-birth-date.ts';
import { readEmail, readPhone } from './read-contact.ts';
import { NameReader } from './read-person-name.ts';
import { PlaceReader } from './read-place.ts';
import { emailsIn, phonesIn } from './several-values.ts';
import { WordScanner } from './scan-words.ts';
import { join as joinHashes, mix, type TextPool } from './text-pool.ts';

/** Reads every column of a table into rows of features, WIDTH numbers per record. */
export function readFeatures(table: RecordTable, layout: Layout, pool: TextPool, rows: Uint32Array, firstRow = 0): void {
  const scanner = new WordScanner();
  const names = new NameReader(pool, scanner);
  const places = new PlaceReader(pool, scanner);
  // Separate name columns are read first: a full name then only adds what they left out.
  const columns = [...table.columns].sort((left, right) => Number(left.kind === 'name') - Number(right.kind === 'name'));
  for (const column of columns) {
    const read = readerOf(column.kind, layout.others.indexOf(column.name));
    for (const [index, value] of column.values.entries()) if (value !== '') read(value, (firstRow + index) * WIDTH);
  }
  const records = table.columns[0]?.values.length ?? 0;
  for (let base = firstRow * WIDTH; base < (firstRow + records) * WIDTH; base += WIDTH) {
    const zip = rows[base + AT.zip] ?? 0;
    const city = rows[base + AT.city] ?? 0;
    if (zip !== 0 && city !== 0) rows[base + AT.area] = mix(joinHashes(pool.hashOf(zip), pool.hashOf(city))) || 1;
    const given = rows[base + AT.given] ?? 0;
    const surname = rows[base + AT.surname] ?? 0;
    if (given !== 0 && surname !== 0) rows[base + AT.fullName] = mix(pool.hashOf(given) + pool.hashOf(surname)) || 1;
  }

  function readerOf(kind: RecordTable['columns'][number]['kind'], other: number): (value: string, base: number) => void {
    switch (kind) {
      case 'name':
        return (value, base) => {
          if (!isPlaceholder(value)) names.readFull(value, rows, base);
        };
      case 'given_name':
        return (value, base) => {
          if (!isPlaceholder(value)) names.readGiven(value, rows, base);
        };
      case 'surname':
        return (value, base) => {
          if (!isPlaceholder(value)) names.readSurname(value, rows, base);
        };
      case 'email':
        return (value, base) => {
          for (const found of emailsIn(value)) {
            const { email, mailbox, domain } = readEmail(found, pool);
            keep(rows, base + AT.domain, domain);
            keepTwo(rows, base + AT.email, base + AT.email2, email);
            keepTwo(rows, base + AT.mailbox, base + AT.mailbox2, mailbox);
          }
        };
      case 'phone':
        return (value, base) => {
          for (const found of phonesIn(value)) keepTwo(rows, base + AT.phone, base + AT.phone2, readPhone(found, pool));
        };
      case 'street':
        return (value, base) => {
          if (rows[base + AT.street] === 0) places.readStreet(value, rows, base);
        };
      case 'zip':
        return (value, base) => keep(rows, base + AT.zip, places.readZip(value));
      case 'city':
        return (value, base) => keep(rows, base + AT.city, places.readPhrase(value));
      case 'state':
        return (value, base) => keep(rows, base + AT.state, places.readPhrase(value));
      case 'dob':
        return (value, base) => keep(rows, base + AT.dob, readBirthDate(value));
      case 'company':
        return (value, base) => keep(rows, base + AT.company, places.readPhrase(value));
      case 'other':
        return (value, base) => {
          if (other >= 0 && other < MOST_OTHERS) keep(rows, base + AT.other + other, places.readPhrase(value));
        };
    }
  }
}

function isPlaceholder(value: string): boolean {
  return value.length < 14 && placeholderNames.has(value.trim().toLowerCase());
}

function keep(rows: Uint32Array, at: number, id: number): void {
  if (rows[at] === 0) rows[at] = id;
}

function keepTwo(rows: Uint32Array, at: number, second: number, id: number): void {
  if (rows[at] === 0) rows[at] = id;
  else if (rows[at] !== id && rows[second] === 0) rows[second] = id;
}
