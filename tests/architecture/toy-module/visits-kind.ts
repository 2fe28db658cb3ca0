import { parseDay } from '../../../src/import/cells/parse-day.ts';
import type { FileKind, KindColumn } from '../../../src/import/index.ts';

/** The export of visits: a report that none of the other modules knows. */
export const visitsKind: FileKind = {
  kind: 'survey_visits',
  title: 'Survey visits',
  order: 900,
  table: 'surveys.visits',
  key: 'visit_number',
  columns: [
    text('visit_number', 'Visit #'),
    text('customer_name', 'Customer'),
    text('email', 'E-Mail'),
    {
      name: 'visited_on',
      headers: ['Visited'],
      required: true,
      distinctive: true,
      to: ['visited_on'],
      read(cell) {
        const day = parseDay(cell);
        return day.ok ? { ok: true, values: [day.value] } : day;
      },
    },
  ],
  personColumns: ['customer_name'],
  lookups: [],
  links: [],
};

function text(name: string, header: string): KindColumn {
  return {
    name,
    headers: [header],
    required: true,
    distinctive: name === 'visit_number',
    to: [name],
    read: (cell) => ({ ok: true, values: [cell.trim() === '' ? null : cell.trim()] }),
  };
}
