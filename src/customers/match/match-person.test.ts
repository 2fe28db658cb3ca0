import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ScratchDatabase } from '../../../tests/database.ts';
import { addRows, customerOf, resolveAll, type ToyRow, withToyDatabase } from '../testing/cast.ts';
import { settleTown } from '../testing/town.ts';
import { matchPerson, type PersonMatch } from './match-person.ts';
import type { GivenPerson } from './read-given.ts';

let scratch: ScratchDatabase;
const KNOWN: ToyRow[] = [
  { key: 'robert', name: 'Robert Quillfeather', email: 'bobq@mail.test', phone: '312 555 0171', street: '12 Oak Street', zip: '60601' },
  { key: 'senior', name: 'Otto Hagedorn Sr', email: 'otto@hagedorn.test', phone: '312 555 0172' },
  ...[1, 2, 3, 4, 5, 6].map((n) => ({ key: `guest ${n}`, name: `Guest${n} Of${n}`, email: 'front@hotel.test', phone: `312 555 019${n}` })),
];
beforeAll(async () => {
  scratch = await withToyDatabase();
  await settleTown(scratch, [scratch.businessId]);
  await scratch.database.inBusiness(scratch.businessId, async (transaction) => {
    await addRows(transaction, KNOWN);
    await resolveAll(transaction);
  });
});
afterAll(() => scratch.drop());

const match = (given: GivenPerson): Promise<PersonMatch> =>
  scratch.database.inBusiness(scratch.businessId, (transaction) => matchPerson(transaction, given), 'read');
const known = (key: string): Promise<string | null> =>
  scratch.database.inBusiness(scratch.businessId, (transaction) => customerOf(transaction, key), 'read');

test('a nickname on the same mailbox and phone is the known customer, with reasons in plain words', async () => {
  const { verdict, customerId, candidates, hasModel } = await match({
    name: 'Bob Quillfeather',
    email: 'BobQ@mail.test',
    phone: '(312) 555-0171',
  });
  expect([verdict, customerId, hasModel]).toEqual(['same', await known('robert'), true]);
  expect(candidates[0]?.name).toBe('Robert Quillfeather');
  expect(candidates[0]?.probability).toBeGreaterThan(0.95);
  expect(candidates[0]?.reasons.join('; ')).toMatch(/same e-mail.*|given names that stand for each other/);
});

test('an equal name on one e-mail is found by rule alone', async () => {
  expect(await match({ name: 'QUILLFEATHER, ROBERT', email: 'bobq@mail.test' })).toMatchObject({
    verdict: 'same',
    customerId: await known('robert'),
  });
});

test('the answer is the same from the first ask on, whether the model is read or held, and again after a new one was learnt', async () => {
  const given = { name: 'Bob Quillfeather', email: 'bobq@post.test', phone: '312 555 0171', street: '12 Oak Street', zip: '60601' };
  const businessId = await scratch.makeBusiness('asked-often');
  await settleTown(scratch, [businessId]);
  await scratch.database.inBusiness(businessId, async (transaction) => {
    await addRows(transaction, KNOWN);
    await resolveAll(transaction);
  });
  const ask = (): Promise<PersonMatch> => scratch.database.inBusiness(businessId, (transaction) => matchPerson(transaction, given), 'read');
  const first = await ask();
  expect(first.candidates[0]?.name).toBe('Robert Quillfeather');
  expect([await ask(), await ask(), await ask()]).toEqual([first, first, first]);
  await scratch.database.inBusiness(businessId, async (transaction) => {
    await transaction.run('update customers.models set id = gen_random_uuid(), same_pairs = same_pairs / 1000 where business_id = $1', [
      businessId,
    ]);
  });
  expect((await ask()).candidates[0]?.probability ?? 0).toBeLessThan(first.candidates[0]?.probability ?? 0);
});

test('an e-mail alone is whoever alone holds it', async () => {
  expect(await match({ email: 'bobq@mail.test' })).toMatchObject({ verdict: 'same', customerId: await known('robert') });
});

test('an e-mail that six people share says nothing', async () => {
  expect(await match({ name: 'Guest7 Of7', email: 'front@hotel.test' })).toEqual({
    verdict: 'new',
    customerId: null,
    candidates: [],
    hasModel: true,
  });
});

test('the son of one name is not his father', async () => {
  expect((await match({ name: 'Otto Hagedorn Jr', email: 'otto@hagedorn.test', phone: '312 555 0172' })).verdict).not.toBe('same');
});

test('a stranger is nobody known, and an address alone is refused', async () => {
  expect(await match({ name: 'Zelda Unheard', email: 'zelda@unheard.test' })).toMatchObject({ verdict: 'new', candidates: [] });
  await expect(match({ street: '12 Oak Street', zip: '60601' })).rejects.toMatchObject({ code: 'nobody_to_match' });
});

test('what is told is what happens when a row with these values comes', async () => {
  const comers: GivenPerson[] = [
    { name: 'Bob Quillfeather', email: 'bobq@mail.test', phone: '312 555 0171' },
    { name: 'Robert Quillfether', email: 'bobq@post.test', phone: '312 555 0171', street: '12 Oak St', zip: '60601' },
    { name: 'Rob Quillfeather', phone: '312 555 0171', street: '12 Oak Street', zip: '60601' },
    { name: 'Roberta Quillfeather', email: 'roberta@mail.test', street: '12 Oak Street', zip: '60601' },
    { name: 'Otto Hagedorn', phone: '312 555 0172', email: 'otto@hagedorn.test' },
    { name: 'Anna Acker', email: 'annaacker0@town.test' },
    { name: 'Zelda Unheard', phone: '312 555 0171' },
  ];
  const told: string[] = [];
  const happened: string[] = [];
  for (const [at, given] of comers.entries()) {
    const { verdict, customerId } = await match(given);
    told.push(`${at} ${verdict} ${customerId}`);
    happened.push(`${at} ${await arrive(given)}`);
  }
  expect(happened).toEqual(told);
  const verdicts = told.map((one) => one.split(' ')[1]);
  expect(verdicts).toContain('same');
  expect(verdicts).toContain('new');
});

/** What becomes of a row with these values, in a transaction that is taken back. */
function arrive(given: GivenPerson): Promise<string> {
  return scratch.database.inBusiness(
    scratch.businessId,
    async (transaction) => {
      await addRows(transaction, [{ key: 'comer', ...given } as ToyRow]);
      await resolveAll(transaction);
      const customer = await customerOf(transaction, 'comer');
      const { size } = await transaction.one<{ size: number }>(
        'select count(*) as size from customers.records where business_id = $1 and customer_id = $2',
        [transaction.businessId, customer],
      );
      if (size > 1) return `same ${customer}`;
      const { asked } = await transaction.one<{ asked: boolean }>(
        `select exists (
           select from customers.proposals as proposal
           join customers.records as record on record.business_id = $1 and record.id in (proposal.record_a, proposal.record_b)
           where proposal.business_id = $1 and proposal.state = 'open' and record.source_key = 'comer'
         ) as asked`,
        [transaction.businessId],
      );
      return asked ? 'ask null' : 'new null';
    },
    'dry-run',
  );
}
