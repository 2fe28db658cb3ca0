import { expect, it } from 'vitest';
import { normaliseHeader } from './normalise-header.ts';
import { type HeaderSpec, recognise } from './recognise-header.ts';
import type { SourceRow } from './source-table.ts';

const spec = (kind: string, required: string[], distinctive: string[], others: string[] = []): HeaderSpec => ({
  kind,
  columns: [
    ...required.map((header) => ({ name: header, headers: [header], required: true, distinctive: distinctive.includes(header) })),
    ...distinctive.filter((header) => !required.includes(header)).map((header) => ({ name: header, headers: [header], distinctive: true })),
    ...others.map((header) => ({ name: header, headers: [header] })),
  ],
});

const SPECS: HeaderSpec[] = [
  spec(
    'jobs',
    ['Job Id'],
    ['Job Id', 'Job Number', 'Opportunity Status', 'Total Actual Cost'],
    ['Branch Name', 'Customer Name', 'Job Date'],
  ),
  spec(
    'booked_opportunities',
    ['Quote #'],
    ['Customer Name', 'Booked Date', 'Estimated Amount', 'Invoiced Amount', 'Moving From'],
    ['Status', 'Branch Name', 'Service Date', 'Sales Person', 'Referral Source', 'Estimator'],
  ),
  spec(
    'lead_status',
    ['Quote #', 'Status'],
    ['Time to Contact', 'Received at', 'Lead Status', 'Quote Sent', 'Volume/Weight'],
    ['Branch Name', 'Sales Person', 'Referral Source', 'Service Date', 'Estimated Revenue', 'Estimator'],
  ),
  spec(
    'bad_leads',
    ['Provider', 'Lead Bad Reason'],
    ['Provider', 'Lead Bad Reason', 'Date Lead Received'],
    ['Customer Name', 'Customer Email', 'Customer Phone', 'Move Date'],
  ),
  spec('lost_leads', ['Quote #'], ['Lost Date', 'Time to First Contact', 'Date Received', 'Reason'], ['Name', 'Move Date']),
  spec(
    'user_performance',
    ['Name', 'Total Calls'],
    ['Total Calls', 'Avg. Calls/Day', '# Inbound', '# Outbound', '% Missed (w/VM)', 'Avg. Handle Time'],
    ['User Status'],
  ),
  spec(
    'sales_performance',
    ['Name', '# Leads Received'],
    ['# Leads Received', 'Bad', '% Bad', 'Sent', '% Sent', 'Pending', '% Pending', 'Booked Total', 'Average Booking'],
    ['Booked', '% Booked', 'Lost', '% Lost', 'Cancelled', '% Cancelled'],
  ),
];

const rows = (...lines: string[][]): SourceRow[] => lines.map((cells, index) => ({ line: index + 1, cells }));
const SALES = [
  'Name',
  '# Leads Received',
  'Bad',
  '% Bad',
  'Sent',
  '% Sent',
  'Pending',
  '% Pending',
  'Booked',
  '% Booked',
  'Lost',
  '% Lost',
  'Cancelled',
  '% Cancelled',
  'Booked Total',
  'Average Booking',
];

it('keeps `% Bad` and `Bad`, `# Inbound` and `Inbound` apart', () => {
  expect(normaliseHeader('% Bad')).not.toBe(normaliseHeader('Bad'));
  expect(normaliseHeader('# Inbound')).not.toBe(normaliseHeader('Inbound'));
  expect(normaliseHeader('"% Missed (w/VM) "')).toBe('percentmissedwvm');
  expect(normaliseHeader('Avg. Calls/Day')).toBe('avgcallsday');
  expect(normaliseHeader('\uFEFFQuote\u00a0#')).toBe('quotenumber');
});

it('maps every column of the sales report although `Bad` is the end of `% Bad`', () => {
  const { best } = recognise(rows(SALES), SPECS, 'report.csv');
  expect(best?.kind).toBe('sales_performance');
  expect(SALES.map((header) => best?.positions.get(header))).toEqual(SALES.map((_header, index) => index));
  expect(best?.unmapped).toEqual([]);
});

it('finds the header row below title lines, in any order, padded, in other case', () => {
  const header = ['  LEAD BAD REASON ', 'customer name', '', 'PROVIDER', 'date lead received', 'Extra'];
  const { best } = recognise(
    rows(['Bad Leads'], [''], ['January 2026', ''], header, ['Spam', 'Lee', '', 'Web', '3/4/2026', '']),
    SPECS,
    'x.csv',
  );
  expect(best).toMatchObject({ kind: 'bad_leads', headerRow: 3, score: 1, unmapped: [{ header: 'Extra', position: 5 }] });
  expect(best?.positions.get('Provider')).toBe(3);
});

it('recognises the reduced lead-status export of six columns', () => {
  const { best } = recognise(
    rows(['Quote #', 'Branch Name', 'Status', 'Sales Person', 'Time to Contact', 'Referral Source']),
    SPECS,
    'a.csv',
  );
  expect(best?.kind).toBe('lead_status');
});

it('recognises the telephone report by `% Missed (w/VM) ` with its trailing space', () => {
  const { best } = recognise(
    rows(['Name', 'User Status', 'Total Calls', 'Avg. Calls/Day', '# Inbound', '# Outbound', '% Missed (w/VM) ', 'Avg. Handle Time']),
    SPECS,
    'Users.csv',
  );
  expect(best).toMatchObject({ kind: 'user_performance', score: 1 });
});

it('accepts a header that begins as expected when only one does', () => {
  const one = recognise(rows(['Quote # (click to open)', 'Lost Date', 'Reason', 'Time to First Contact']), SPECS, 'a.csv');
  expect(one.best?.positions.get('Quote #')).toBe(0);
  const two = recognise(rows(['Quote # old', 'Quote # new', 'Lost Date', 'Reason']), SPECS, 'a.csv');
  expect(two.candidates).toEqual([]);
});

it('accepts column names as headers, so processed files come back in', () => {
  const snake: HeaderSpec = { kind: 'k', columns: [{ name: 'quote_number', headers: ['Quote #'], required: true }] };
  expect(recognise(rows(['quote_number']), [snake], 'a').best?.positions.get('quote_number')).toBe(0);
});

it('leaves the choice open when two kinds fit alike, unless the file name decides', () => {
  const both = rows(['Quote #', 'Status', 'Sales Person', 'Lost Date', 'Lead Status']);
  const open = recognise(both, SPECS, 'export.csv');
  expect(open.best).toBeUndefined();
  expect(
    open.candidates
      .slice(0, 2)
      .map((candidate) => candidate.kind)
      .sort(),
  ).toEqual(['lead_status', 'lost_leads']);
  expect(recognise(both, SPECS, 'lost-leads-opportunities-details.xlsx - data.csv').best?.kind).toBe('lost_leads');
  expect(recognise(both, SPECS, 'lead-status.csv').best?.kind).toBe('lead_status');
});

it('finds nothing in a file of another kind or below row 20', () => {
  expect(recognise(rows(['a', 'b'], ['1', '2']), SPECS, 'jobs.csv')).toEqual({ candidates: [] });
  const deep = rows(...Array.from({ length: 20 }, () => ['']), SALES);
  expect(recognise(deep, SPECS, 'x.csv').candidates).toEqual([]);
});
