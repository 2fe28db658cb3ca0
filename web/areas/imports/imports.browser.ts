import { expect, test, afterAll, beforeAll } from 'vitest';
import type { Page } from 'playwright-core';
import { type OpenedProgram, openProgram } from '../../../tests/open-program.ts';

// The real program with its sample; tests go in order, the imports have the numbers 2, 3, …
let program: OpenedProgram;
beforeAll(async () => {
  program = await openProgram();
}, 180_000);
afterAll(() => program?.stop());

const LOST = `Quote #,Name,Lost Date,Move Date,Reason,Date Received,Time to First Contact,Estimated Amount,Weather
9101,Wanda Quillfeather,6/1/2026,6/9/2026,Price,5/30/2026,9m,$900,sunny
9102,Bob Exampleton,someday,6/9/2026,Price,5/30/2026,9m,$950,rain
,Nokey Mann,6/2/2026,6/9/2026,Price,5/30/2026,9m,$950,rain
`;
const LEADS = `Quote #,Branch Name,Status,Sales Person,Time to Contact,Referral Source
9101,Calgary - Prairie Peak Movers,Lost,Ava Reyes,9m,Google
9104,Calgary - Prairie Peak Movers,Booked,Ava Reyes,soon,Google
`;
const PORTAL = 'My portal,,\nProspect,Mobile,Came in on\nPetra Portal,403 555 0101,3/4/2026\n';

test('two files are dropped, checked, imported, linked; their customer is found; undone, they are gone', async () => {
  const { page, complaints } = await program.open('/imports');
  await drop(page, { 'lost-leads.csv': LOST, 'lead-status.csv': LEADS });
  const ahead = page.getByRole('region', { name: 'What will happen' });
  // 9101 twice and 9104, 9102 and the one without a number cannot be read: 5 rows, 2 new, 3 for quarantine.
  await ahead.getByRole('heading', { name: '5 rows: 2 new, 3 for quarantine' }).waitFor();
  await page.getByText('8 columns read, 1 ignored: Weather').waitFor();
  expect(await imports()).toBe(1);
  await page.getByRole('button', { name: 'Import 5 rows' }).click();
  const done = page.getByRole('region', { name: 'Import 2' });
  await done.getByRole('heading', { name: 'Import 2 is done' }).waitFor();
  await page.getByRole('button', { name: 'What would it do?' }).click();
  await page.getByText(/^It would set \d+ links and values/).waitFor();
  await page.getByRole('button', { name: 'Link now' }).click();
  await page.getByText(/^Linked: \d+ links and values set/).waitFor();
  await page.getByRole('link', { name: 'See the customers' }).click();
  await page.getByRole('searchbox', { name: 'Search customers' }).fill('Quillfeather');
  await page.getByRole('link', { name: 'Wanda Quillfeather' }).waitFor();
  await page.goBack();
  await done.getByRole('button', { name: 'Undo …' }).click();
  await page.getByRole('button', { name: 'Undo it' }).click();
  await page.getByRole('dialog', { name: 'Import 2 is undone' }).waitFor();
  await page.getByRole('button', { name: 'Done' }).click();
  await done.getByRole('heading', { name: 'Import 2 is undone' }).waitFor();
  const found = await program.signedIn.request.get(`${program.address}/api/v1/customers?search=Quillfeather`);
  expect((await found.json()).customers).toEqual([]);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a wrong file is told what is wrong with it, an unknown one is read as somebody says, by keyboard alone', async () => {
  const { page, complaints } = await program.open('/imports');
  await drop(page, { 'quote.pdf': '%PDF-1.4 no table', 'portal.csv': PORTAL });
  const pdf = page.getByRole('listitem', { name: 'quote.pdf' });
  await pdf.getByText('Export the report as CSV or XLSX instead').waitFor();
  const portal = page.getByRole('listitem', { name: 'portal.csv' });
  await portal.getByLabel('What is this file?').focus();
  await page.keyboard.type('Bad Leads');
  expect(await portal.getByLabel('What is this file?').inputValue()).toBe('bad_leads');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  for (const [ours, theirs] of [
    ['Customer Name (needed)', 'Prospect'],
    ['Customer Phone', 'Mobile'],
    ['Date Lead Received (needed)', 'Came in on'],
  ] as const) {
    await portal.getByLabel(ours).focus();
    await page.keyboard.type(theirs);
  }
  await portal.getByRole('button', { name: 'Read it so' }).press('Enter');
  await portal.getByText('3 columns read').waitFor();
  await pdf.getByRole('button', { name: 'Leave out quote.pdf' }).press('Enter');
  // Nothing is left to ask, so the check begins by itself.
  await page.getByRole('heading', { name: '1 row: 1 new' }).waitFor();
  await page.getByRole('button', { name: 'Throw these files away' }).press('Enter');
  await page.getByRole('heading', { name: 'Imports', exact: true }).waitFor();
  expect(await page.getByRole('region', { name: 'Imports not finished' }).count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('whoever leaves finds the files again, and on a phone nothing sticks out', async () => {
  const { page, complaints } = await program.open('/imports', { width: 390 });
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'lost-leads.csv', mimeType: 'text/csv', buffer: Buffer.from(LOST) });
  await page.getByRole('heading', { name: '3 rows: 1 new, 2 for quarantine' }).waitFor();
  expect(await sticksOut(page)).toBe(0);
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.getByRole('link', { name: 'Imports' }).click();
  const waiting = page.getByRole('region', { name: 'Imports not finished' });
  await waiting.getByText('Checked, waiting for your word').waitFor();
  expect(await sticksOut(page)).toBe(0);
  await waiting.getByRole('link', { name: 'Go on with it' }).click();
  await page
    .getByRole('listitem', { name: /unreadable date “someday”/ })
    .getByLabel('Read “someday” as')
    .fill('6/3/2026');
  await page.getByRole('button', { name: 'Remember, and check again' }).click();
  await page.getByRole('heading', { name: '3 rows: 2 new, 1 for quarantine' }).waitFor();
  await page.getByRole('button', { name: 'Import 3 rows' }).click();
  await page.getByRole('link', { name: '1 row in quarantine' }).click();
  await page.getByRole('heading', { name: /^Quarantine of import/ }).waitFor();
  await page.getByText('See and correct the row').click();
  await page.getByLabel('Quote # (cannot be read)').fill('9103');
  expect(await sticksOut(page)).toBe(0);
  await page.getByRole('button', { name: 'Import this row' }).click();
  await page.getByRole('heading', { name: 'Nothing waits here' }).waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a row is taken out of the sample by what its value means, and the file of the others can be downloaded', async () => {
  const { page, complaints } = await program.open('/imports/1/quarantine');
  const before = await open(1);
  const download = page.waitForEvent('download');
  await page
    .getByRole('link', { name: /as a file$/ })
    .first()
    .click();
  expect((await download).suggestedFilename()).toMatch(/^quarantine .+\.csv$/);
  await page.getByRole('button', { name: 'Read it so' }).first().click();
  await page.getByRole('status').getByText('The rows were read again.').waitFor();
  expect(await open(1)).toBe(before - 1);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('beside the sample somebody starts a business of their own, whose empty page teaches how to fill it', async () => {
  const { page, complaints } = await program.open('/imports', { width: 390 });
  await page.getByRole('button', { name: 'Start my own business …' }).click();
  const form = page.getByRole('dialog', { name: 'Your own business' });
  await form.getByLabel('What it is called').fill('North Star Movers');
  await form.getByLabel('Time zone').fill('America/Edmonton');
  await form.getByLabel('Currency').fill('CAD');
  await form.getByRole('button', { name: 'Start it' }).click();
  await page.waitForURL(/business=north-star-movers/);
  await page.getByRole('heading', { name: 'Nothing imported yet' }).waitFor();
  await drop(page, { 'lost-leads.csv': LOST });
  // What "someday" means was said in the sample; here nobody has said it yet.
  await page.getByRole('heading', { name: '3 rows: 1 new, 2 for quarantine' }).waitFor();
  expect(await sticksOut(page)).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});

/** Drops files on the page as a hand would. */
async function drop(page: Page, files: Record<string, string>): Promise<void> {
  const data = await page.evaluateHandle((contents) => {
    const transfer = new DataTransfer();
    for (const [name, content] of Object.entries(contents)) transfer.items.add(new File([content], name));
    return transfer;
  }, files);
  const place = page.getByRole('heading', { name: 'Imports', exact: true });
  await place.dispatchEvent('dragenter', { dataTransfer: data });
  await page.getByText('Drop files or a folder to import them').waitFor();
  await place.dispatchEvent('drop', { dataTransfer: data });
}

function sticksOut(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}

async function imports(): Promise<number> {
  return (await (await program.signedIn.request.get(`${program.address}/api/v1/imports`)).json()).imports.length;
}

async function open(batch: number): Promise<number> {
  return (await (await program.signedIn.request.get(`${program.address}/api/v1/imports/${batch}/quarantine`)).json()).open;
}
