import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ScratchDatabase } from '../../../tests/database.ts';
import { listQuestions, type Question } from '../review/list-questions.ts';
import { addRows, resolveAll, type ToyRow, withToyDatabase } from '../testing/cast.ts';
import { townspeople } from '../testing/town.ts';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await withToyDatabase();
});
afterAll(() => scratch.drop());

let businesses = 0;

/** Pairs that neither a machine nor a clerk can decide, each of which is to be asked about. */
const DOUBTFUL: readonly [string, ToyRow, ToyRow][] = [
  [
    'one name at one home, own mobile and mailbox',
    { name: 'Anthony Shufflebotham', email: 'anthony172@mail.test', phone: '312 555 0161', street: '8395 Nettle Way', zip: '60614' },
    { name: 'Anthony Shufflebotham', email: 'lake3115@mail.test', phone: '312 555 0162', street: '8395 Nettle Way', zip: '60614' },
  ],
  [
    'Jr on one of two at one home',
    { name: 'Edward Fuenmayor Jr', phone: '312 555 0163', street: '3305 Thistle St', zip: '60614' },
    { name: 'Edward Fuenmayor', phone: '312 555 0164', street: '3305 Thistle Street', zip: '60614' },
  ],
  [
    'one name in one street, two house numbers',
    { name: 'Susan Wolverstone', phone: '312 555 0165', street: '4531 Kestrel Blvd', zip: '60614' },
    { name: 'Susan Wolverstone', phone: '312 555 0166', street: '5720 Kestrel Blvd', zip: '60614' },
  ],
  [
    'a name and a postal code, without any contact on one',
    { name: 'Barbara Crane', email: 'barbara.crane917@mail.test', zip: '60615' },
    { name: 'Barbara Crane', zip: '60615' },
  ],
];

test.each(DOUBTFUL)('%s: asked about and not joined, whether all are looked at together or one comes later', async (_, one, other) => {
  const together = await questionsOf([[one, other]]);
  expect(together).toHaveLength(1);
  const later = await questionsOf([[one], [other]]);
  expect(later.map(({ section, reasons }) => [section, reasons[0]])).toEqual(together.map(({ section, reasons }) => [section, reasons[0]]));
});

test('what is only worth a look stands behind what is likely, says why, and can be asked for alone', async () => {
  const businessId = await scratch.makeBusiness('two-sections');
  await scratch.database.inBusiness(businessId, async (transaction) => {
    await addRows(transaction, [...townspeople(), ...DOUBTFUL.flatMap(([, one, other]) => [one, other])]);
    await resolveAll(transaction, { match: 'always' });
    const all = await listQuestions(transaction, [], null);
    const sections = all.map(({ section }) => section);
    expect(sections).toEqual([...sections].sort());
    const looks = await listQuestions(transaction, [], null, 'worth_a_look');
    expect(looks).toEqual(all.filter(({ section }) => section === 'worth_a_look'));
    expect(looks.length).toBeGreaterThan(0);
    for (const { reasons, probability } of looks) {
      expect(reasons[0]).toMatch(/^Worth a look: /);
      expect(probability).toBeLessThan(0.75);
    }
  });
});

/** The questions about newcomers to a town, who come in so many steps. */
async function questionsOf(steps: readonly (readonly ToyRow[])[]): Promise<Question[]> {
  businesses += 1;
  const businessId = await scratch.makeBusiness(`town-${businesses}`);
  return scratch.database.inBusiness(businessId, async (transaction) => {
    await addRows(transaction, townspeople());
    await resolveAll(transaction, { match: 'always' });
    const before = new Set((await listQuestions(transaction, [], null)).map(({ recordB }) => recordB));
    for (const rows of steps) {
      await addRows(transaction, rows);
      await resolveAll(transaction);
    }
    return (await listQuestions(transaction, [], null)).filter(({ recordB }) => !before.has(recordB));
  });
}
