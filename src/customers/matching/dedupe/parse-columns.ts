import { Fault } from '../../../platform/fault.ts';
import { COLUMN_KINDS, type ColumnKind } from '../record-table.ts';

/** One field of the records, made of one or more columns of the file joined by a space. */
export interface ColumnChoice {
  kind: ColumnKind;
  headers: string[];
}

/**
 * Reads `--columns`: "name=Client,email=E-mail,street=no+street". A kind may be named several
 * times; a header that holds a comma or a plus sign is written in double quotes. Telephones and e-mails joined
 * with + are several, not one: nobody has half a number in either column.
 */
export function parseColumns(text: string): ColumnChoice[] {
  const choices = splitOutsideQuotes(text, ',').flatMap(parseChoice);
  if (choices.length === 0) throw shape(text);
  return choices;
}

function parseChoice(part: string): ColumnChoice[] {
  const at = part.indexOf('=');
  if (at < 1) throw shape(part);
  const kind = COLUMN_KINDS.find((known) => known === part.slice(0, at).trim().toLowerCase());
  const headers = splitOutsideQuotes(part.slice(at + 1), '+').map((header) => header.replace(/^"|"$/g, ''));
  if (kind === undefined || headers.length === 0) throw shape(part);
  if (kind === 'phone' || kind === 'email') return headers.map((header) => ({ kind, headers: [header] }));
  return [{ kind, headers }];
}

function splitOutsideQuotes(text: string, mark: string): string[] {
  const parts: string[] = [];
  let part = '';
  let isQuoted = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    if (character === mark && !isQuoted) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  return [...parts, part].map((found) => found.trim()).filter((found) => found !== '');
}

function shape(found: string): Fault {
  return new Fault(
    'columns_shape',
    `--columns takes pairs of a kind and a column, such as name=Client,email=E-mail,zip=Postcode; found "${found}". Kinds: ${COLUMN_KINDS.join(', ')}.`,
    { exit: 'usage' },
  );
}
