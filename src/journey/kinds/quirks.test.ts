import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { importText } from '../../import/testing/import-text.ts';
import { journeyKinds } from './index.ts';

/**
 * Every quirk of the CRM's exports, through the whole importer: file in, row out. Each test
 * uses quote numbers of its own, so that one database serves all.
 */
let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await withDatabase();
});
afterAll(() => scratch.drop());

const LEAD_HEADER = 'Quote #,Branch Name,Status,Sales Person,Time to Contact,Referral Source';

describe('quote numbers', () => {
  test('`285137 open_in_new` is quote 285137, spaces and numeric cells too; none at all is quarantined', async () => {
    const report = await importLeads([
      '285137 open_in_new,,Booked,,,',
      '" 285138 ",,Booked,,,',
      '285139.0,,Booked,,,',
      'open_in_new,,Booked,,,',
    ]);
    expect(await quotes('28513%')).toEqual(['285137', '285138', '285139']);
    expect(report.totals).toMatchObject({ rows: 4, created: 3, quarantinedBy: { missing_key: 1 } });
  });
});

describe('money and percentages', () => {
  test('`$91,256.22 ` and `(123.45)` and `-` are 91256.22, minus 123.45 and nothing', async () => {
    await importText(scratch, journeyKinds, {
      'booked.csv':
        'Quote #,Customer Name,Estimated Amount,Invoiced Amount,Hourly Rate,Booked Date\n4001,Dana Example,"$91,256.22 ",(123.45),-,2/28/2026\n',
    });
    expect(
      await one(
        `select estimated_amount, invoiced_amount, hourly_rate from journey.booked_opportunities where business_id = $1 and quote_number = '4001'`,
      ),
    ).toEqual({
      estimated_amount: '91256.22',
      invoiced_amount: '-123.45',
      hourly_rate: null,
    });
  });

  test('`95.14%`, `0.%`, `100.%` and the bare fraction 0.035 are 95.14, 0, 100 and 3.5; `0.5%` stays half a percent', async () => {
    const header =
      'Name,# Leads Received,Bad,% Bad,Sent,% Sent,Pending,% Pending,Booked,% Booked,Lost,% Lost,Cancelled,% Cancelled,Booked Total,Average Booking';
    await importText(scratch, journeyKinds, {
      'sales-person-performance (1).xlsx - data (1).csv': `${header}\nAva Sample,"1,200",14,0.%,98,95.14%,20,100.%,31,0.035,52,0.5%,3,-,"$48,210.00",-\n`,
    });
    expect(
      await one(
        `select leads_received, percent_bad, percent_sent, percent_pending, percent_booked, percent_lost, percent_cancelled, average_booking from journey.sales_performance where business_id = $1 and name = 'Ava Sample'`,
      ),
    ).toEqual({
      leads_received: 1200,
      percent_bad: '0.00',
      percent_sent: '95.14',
      percent_pending: '100.00',
      percent_booked: '3.50',
      percent_lost: '0.50',
      percent_cancelled: null,
      average_booking: null,
    });
  });
});

describe('dates and times', () => {
  test('`0/0/0` is no date, M/D/YYYY and YYYY-MM-DD are days', async () => {
    await importText(scratch, journeyKinds, {
      'lost.csv':
        'Quote #,Name,Lost Date,Move Date,Reason,Date Received,Time to First Contact\n5001,Dana,3/9/2026,0/0/0,Price,3/4/2026 9:05 AM,1d 13h 41m\n5002,Lee,2026-03-09,4/8/26,Price,,--\n',
    });
    expect(
      await one(
        `select lost_date, move_date, time_to_first_contact_minutes from journey.lost_leads where business_id = $1 and quote_number = '5001'`,
      ),
    ).toEqual({ lost_date: '2026-03-09', move_date: null, time_to_first_contact_minutes: 2261 });
    expect(
      await one(
        `select lost_date, move_date, time_to_first_contact from journey.lost_leads where business_id = $1 and quote_number = '5002'`,
      ),
    ).toEqual({ lost_date: '2026-03-09', move_date: '2026-04-08', time_to_first_contact: null });
  });

  test("columns called `… at Utc` hold local time: read in the branch's zone, offsets where there are some are obeyed", async () => {
    await importText(scratch, journeyKinds, {
      '2026.xlsx - jobs': [
        'Job Id,Job Number,Opportunity Status,Branch Name,Customer Name,Created at Utc,Booked at Utc,Start Time Utc,Job Date',
        // Calgary is UTC-7 in March: 9:30 PM there is the next day in UTC. Austin is UTC-6.
        'job-zone-1,6001-1,Closed,CALGARY 🇨🇦 - Prairie Movers,Dana Example,3/4/2026 9:30 PM,3/5/2026,6/20/2026 8:45:00 AM -07:00,6/20/2026',
        'job-zone-2,6002-1,Closed,AUSTIN 🇺🇸 - Prairie Movers,Lee Example,3/4/2026 9:30 PM,3/5/2026,,6/20/2026',
      ].join('\n'),
    });
    const rows = await all(
      `select created_at_utc, booked_at_utc, start_time_utc, job_date from journey.jobs where business_id = $1 and job_id like 'job-zone-%' order by job_id`,
    );
    expect(rows).toEqual([
      {
        created_at_utc: new Date('2026-03-05T04:30:00Z'),
        booked_at_utc: new Date('2026-03-05T07:00:00Z'),
        start_time_utc: new Date('2026-06-20T15:45:00Z'),
        job_date: '2026-06-20',
      },
      {
        created_at_utc: new Date('2026-03-05T03:30:00Z'),
        booked_at_utc: new Date('2026-03-05T06:00:00Z'),
        start_time_utc: null,
        job_date: '2026-06-20',
      },
    ]);
  });

  test('`1d 13h 41m`, `8h`, `-9m` and `--` are 2261, 480, minus 9 minutes and nothing', async () => {
    await importLeads(['7001,,Booked,,1d 13h 41m,', '7002,,Booked,,8h,', '7003,,Booked,,-9m,', '7004,,Booked,,--,']);
    const rows = await all(
      `select time_to_contact, time_to_contact_minutes from journey.lead_status where business_id = $1 and quote_number like '700_' order by quote_number`,
    );
    expect(rows).toEqual([
      { time_to_contact: '1d 13h 41m', time_to_contact_minutes: 2261 },
      { time_to_contact: '8h', time_to_contact_minutes: 480 },
      { time_to_contact: '-9m', time_to_contact_minutes: -9 },
      { time_to_contact: null, time_to_contact_minutes: null },
    ]);
  });

  test("the telephone system's `00:04:20` is 260 seconds, and `% Missed (w/VM) ` keeps its trailing space without harm", async () => {
    await importText(scratch, journeyKinds, {
      'RingCentral_PR_Users_Users_9_30_2026_0815.xlsx - Users.csv':
        'Name,User Status,Total Calls,Avg. Calls/Day,# Inbound,# Outbound,"% Missed (w/VM) ",Avg. Handle Time\nA. Sample,Enabled,842,38.3,301,541,6.2%,00:04:20\n',
    });
    expect(
      await one(
        `select avg_handle_seconds, missed_percent, avg_calls_per_day, inbound_count from journey.user_performance where business_id = $1 and name = 'A. Sample'`,
      ),
    ).toEqual({
      avg_handle_seconds: 260,
      missed_percent: '6.20',
      avg_calls_per_day: '38.30',
      inbound_count: 301,
    });
  });
});

describe('texts that hold two things', () => {
  test('`-- cuft / 3698 lbs` is a weight without a volume', async () => {
    const header = 'Quote #,Status,Time to Contact,Volume/Weight';
    await importText(scratch, journeyKinds, {
      'lead-status.csv': `${header}\n8001,Booked,9m,-- cuft / 3698 lbs\n8002,Booked,9m,525 cuft / 3698 lbs\n8003,Booked,9m,-- cuft / -- lbs\n`,
    });
    expect(
      await all(
        `select volume_cuft, weight_lbs from journey.lead_status where business_id = $1 and quote_number like '800_' order by quote_number`,
      ),
    ).toEqual([
      { volume_cuft: null, weight_lbs: '3698.00' },
      { volume_cuft: '525.00', weight_lbs: '3698.00' },
      { volume_cuft: null, weight_lbs: null },
    ]);
  });

  test('status and reason in one string with drifting punctuation: the group is the same, the text stays', async () => {
    await importLeads([
      '8101,,Lost - Price Too High,,,',
      '8102,,lost price too high,,,',
      '8103,,LOST: price/too high!,,,',
      '8104,,Bad Lead - Duplicate Lead,,,',
      '8105,,Cancelled no availability,,,',
      '8106,,Waiting for Godot,,,',
    ]);
    const rows = await all(
      `select status, status_group, status_reason from journey.lead_status where business_id = $1 and quote_number like '810_' order by quote_number`,
    );
    expect(rows).toEqual([
      { status: 'Lost - Price Too High', status_group: 'lost', status_reason: 'price too high' },
      { status: 'lost price too high', status_group: 'lost', status_reason: 'price too high' },
      { status: 'LOST: price/too high!', status_group: 'lost', status_reason: 'price too high' },
      { status: 'Bad Lead - Duplicate Lead', status_group: 'bad', status_reason: 'duplicate lead' },
      { status: 'Cancelled no availability', status_group: 'cancelled', status_reason: 'no availability' },
      { status: 'Waiting for Godot', status_group: null, status_reason: null },
    ]);
  });

  test('job statuses in title case are read, an unknown one is quarantined and not quietly dropped', async () => {
    const report = await importText(scratch, journeyKinds, {
      '2024.xlsx - jobs':
        'Job Id,Job Number,Opportunity Status\nstatus-1,1-1,Closed\nstatus-2,2-1,Completed\nstatus-3,3-1,Canceled\nstatus-4,4-1,Archived\nstatus-5,5-1,Opportunity\n',
    });
    expect(report.totals).toMatchObject({ created: 4, quarantinedBy: { unknown_status: 1 } });
    expect(
      await all(`select opportunity_status from journey.jobs where business_id = $1 and job_id like 'status-%' order by job_id`),
    ).toEqual([
      { opportunity_status: 'CLOSED' },
      { opportunity_status: 'CLOSED' },
      { opportunity_status: 'CANCELLED' },
      { opportunity_status: 'QUOTED' },
    ]);
  });

  test('branch names with flags and remarks fold into one branch with city and currency', async () => {
    await importLeads([
      '8201,EDMONTON 🇨🇦 - Northern Vans,Booked,,,',
      '8202,EDMONTON 🇨🇦 - Corporate - Northern Vans (On Hold),Booked,,,',
      '8203,DENVER 🇺🇸 - Northern Vans,Booked,,,',
    ]);
    const rows = await all(
      `select lead.quote_number, branch.city, branch.state, branch.currency from journey.lead_status as lead
       join journey.branches as branch on branch.business_id = $1 and branch.id = lead.branch_id
       where lead.business_id = $1 and lead.quote_number like '820_' order by lead.quote_number`,
    );
    expect(rows.map(({ city, currency }) => ({ city, currency }))).toEqual([
      { city: 'Edmonton', currency: 'CAD' },
      { city: 'Edmonton', currency: 'CAD' },
      { city: 'Denver', currency: 'USD' },
    ]);
  });

  test('commission remarks in the Lead Status column are kept as they are and never taken for the status', async () => {
    await importText(scratch, journeyKinds, {
      'lead-status.csv': 'Quote #,Status,Lead Status,Time to Contact\n8301,Booked,Split the move with Ben S,9m\n8302,Lost,"Booked ",9m\n',
    });
    expect(
      await all(
        `select status_group, lead_status from journey.lead_status where business_id = $1 and quote_number like '830_' order by quote_number`,
      ),
    ).toEqual([
      { status_group: 'booked', lead_status: 'Split the move with Ben S' },
      { status_group: 'lost', lead_status: 'Booked' },
    ]);
  });

  test('people "First L", "Last, First" and "Company City - First L" keep their spelling in the row and get a sales person', async () => {
    await importLeads(['8401,,Booked,Zoe Q,,', '8402,,Booked,"Quill, Zoe",,', '8403,,Booked,Northern Vans Denver - Zoe Q,,']);
    const rows = await all(
      `select sales_person, sales_person_id is not null as linked from journey.lead_status where business_id = $1 and quote_number like '840_' order by quote_number`,
    );
    expect(rows).toEqual([
      { sales_person: 'Zoe Q', linked: true },
      { sales_person: 'Quill, Zoe', linked: true },
      { sales_person: 'Northern Vans Denver - Zoe Q', linked: true },
    ]);
  });
});

describe('rows that are no rows', () => {
  test('totals, blank rows, repeated headers, test and dummy records are skipped on purpose and counted', async () => {
    const report = await importText(scratch, journeyKinds, {
      'bad-leads.xlsx - data.csv': [
        'Provider,Customer Name,Customer Email,Customer Phone,Move Date,Date Lead Received,Lead Bad Reason',
        'Web Form,Lee Real,lee@example.com,5550100,0/0/0,3/4/2026,Duplicate Lead',
        'Web Form,Test Person,,,,3/4/2026,Spam',
        'Web Form,dummy,,,,3/4/2026,Spam',
        'Web Form,Contest Winner,,,,3/4/2026,Spam',
        ',,,,,,',
        'Provider,Customer Name,Customer Email,Customer Phone,Move Date,Date Lead Received,Lead Bad Reason',
        'Grand Total,,,,,,4',
      ].join('\n'),
    });
    expect(report.totals).toMatchObject({
      rows: 7,
      created: 2,
      skippedBy: { test_record: 2, blank_row: 1, repeated_header: 1, totals_row: 1 },
      quarantined: 0,
    });
  });

  test('the same row twice in a file is loaded once; the same key with other values is quarantined with both lines named', async () => {
    const report = await importLeads(['8501,,Booked,,9m,', '8501,,Booked,,9m,', '8501,,Lost,,9m,']);
    expect(report.totals).toMatchObject({ rows: 3, created: 1, skippedBy: { repeated_row: 1 }, quarantinedBy: { conflicting_repeat: 1 } });
    expect(report.samples['lead-status.csv']?.find((row) => row.code === 'conflicting_repeat')).toMatchObject({
      line: 4,
      message: expect.stringContaining('Line 2'),
    });
  });
});

describe('hostile cells', () => {
  test('formula-injection cells stay plain text', async () => {
    await importLeads(['8601,,Booked,"=HYPERLINK(""http://127.0.0.1"",""x"")",9m,@SUM(1)']);
    expect(
      await one(`select sales_person, referral_source from journey.lead_status where business_id = $1 and quote_number = '8601'`),
    ).toEqual({ sales_person: '=HYPERLINK("http://127.0.0.1","x")', referral_source: '@SUM(1)' });
  });

  test('embedded newlines stay in the cell, and the next row keeps its true line', async () => {
    const report = await importLeads(['8701,,Booked,"Ava\nSample",9m,', '8702,,Booked,,eventually,']);
    expect(await one(`select sales_person from journey.lead_status where business_id = $1 and quote_number = '8701'`)).toEqual({
      sales_person: 'Ava\nSample',
    });
    expect(report.samples['lead-status.csv']?.[0]).toMatchObject({ line: 4, code: 'unreadable_duration' });
  });

  test('ragged rows are quarantined, not shifted; empty surplus cells do no harm', async () => {
    const report = await importLeads(['8801,,Booked,,9m,Google,surplus', '8802,,Booked', '8803,,Booked,,9m,Google,,,']);
    expect(report.totals).toMatchObject({ created: 1, quarantinedBy: { ragged_row: 2 } });
  });

  test('a 10 MB cell is quarantined and the rows around it are loaded', async () => {
    const report = await importLeads(['8901,,Booked,,9m,', `8902,,Booked,${'x'.repeat(10 << 20)},9m,`, '8903,,Booked,,9m,']);
    expect(report.totals).toMatchObject({ rows: 3, created: 2, quarantinedBy: { oversized_cell: 1 } });
  });

  test('NUL bytes leave the cell, invalid UTF-8 beside valid is quarantined', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${LEAD_HEADER}\n9001,,Boo\0ked,Zoë É,9m,Café\n9002,,Booked,`),
      Buffer.from([0xff, 0xfe, 0xfa]),
      Buffer.from(',9m,Façade naïve\n'),
    ]);
    const report = await importText(scratch, journeyKinds, { 'lead-status.csv': bytes });
    expect(report.totals).toMatchObject({ rows: 2, created: 1, quarantinedBy: { unreadable_bytes: 1 } });
    expect(await one(`select status, sales_person from journey.lead_status where business_id = $1 and quote_number = '9001'`)).toEqual({
      status: 'Booked',
      sales_person: 'Zoë É',
    });
  });

  test('numbers too large for the column are quarantined and do not fail the file', async () => {
    const report = await importText(scratch, journeyKinds, {
      'booked.csv': 'Quote #,Estimated Amount,Invoiced Amount,Booked Date\n9101,9999999999999999,1,2/28/2026\n9102,10,1,2/28/2026\n',
    });
    expect(report.totals).toMatchObject({ created: 1, quarantinedBy: { unreadable_number: 1 } });
  });
});

describe('headers', () => {
  test('padded, in other case, in any order, below title lines, reduced: all are found', async () => {
    const report = await importText(scratch, journeyKinds, {
      'x.csv': 'Prairie Movers\nReport of 3/4/2026\n\n  REFERRAL SOURCE , time to contact ,STATUS,quote # \nGoogle,9m,Booked,9201\n',
    });
    expect(report.files).toMatchObject([{ kind: 'lead_status', rows: 1, created: 1 }]);
    expect(await one(`select referral_source, status from journey.lead_status where business_id = $1 and quote_number = '9201'`)).toEqual({
      referral_source: 'Google',
      status: 'Booked',
    });
  });
});

async function importLeads(rows: string[]) {
  return importText(scratch, journeyKinds, { 'lead-status.csv': `${[LEAD_HEADER, ...rows].join('\n')}\n` });
}

async function quotes(pattern: string): Promise<string[]> {
  const rows = await all<{ quote_number: string }>(
    'select quote_number from journey.lead_status where business_id = $1 and quote_number like $2 order by 1',
    [pattern],
  );
  return rows.map((row) => row.quote_number);
}

function all<Row extends Record<string, unknown>>(sql: string, further: unknown[] = []): Promise<Row[]> {
  return scratch.database.inBusiness(
    scratch.businessId,
    (transaction) => transaction.rows<Row>(sql, [scratch.businessId, ...further]),
    'read',
  );
}

function one(sql: string): Promise<Record<string, unknown>> {
  return scratch.database.inBusiness(
    scratch.businessId,
    (transaction) => transaction.one<Record<string, unknown>>(sql, [scratch.businessId]),
    'read',
  );
}
