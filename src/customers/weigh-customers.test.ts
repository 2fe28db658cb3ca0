import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ScratchDatabase } from '../../tests/database.ts';
import { explainCustomer, explainPair } from './explain-pair.ts';
import { addRows, customerOf, resolveAll, withToyDatabase } from './testing/cast.ts';
import { settleTown } from './testing/town.ts';
import { weighCustomers } from './weigh-customers.ts';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await withToyDatabase();
  await settleTown(scratch, [scratch.businessId]);
  await scratch.database.inBusiness(scratch.businessId, async (transaction) => {
    await addRows(transaction, [
      { key: 'ray', name: 'Ray Ostrowski', phone: '312 555 0104', street: '12 Oak Street', zip: '60601' },
      { key: 'tess', name: 'Tess Ostrowski', phone: '312 555 0104', street: '12 Oak Street', zip: '60601' },
      { key: 'max 1', name: 'Max Ottinger', phone: '312 555 0103', email: 'max@ott.test' },
      { key: 'max 2', name: 'M Ottinger', phone: '312-555-0103' },
      { key: 'max 3', name: 'Max Ottinger', email: 'MAX@ott.test' },
    ]);
    await resolveAll(transaction);
  });
});
afterAll(() => scratch.drop());

test('two at one door are told apart by what each field weighs, whose sum is the score, and by what would have been enough', async () => {
  const { reasons, weighed } = await scratch.database.inBusiness(
    scratch.businessId,
    async (transaction) => {
      const [ray, tess] = [(await customerOf(transaction, 'ray')) ?? '', (await customerOf(transaction, 'tess')) ?? ''];
      expect(ray).not.toBe(tess);
      return { ...(await explainPair(transaction, ray, tess)), weighed: await weighCustomers(transaction, ray, tess) };
    },
    'read',
  );
  expect(reasons[0]).toBe(
    'Both have the phone +13125550104, but the names "Ray Ostrowski" and "Tess Ostrowski" do not agree: a household, not one person.',
  );
  expect(reasons[1]).toMatch(/^All evidence weighed: (less than )?[\d.]+ % likely one person\.$/);
  expect(reasons.slice(2)).toEqual(weighed?.reasons);
  expect(reasons.join('\n')).toMatch(/same phone.* \+\d/);
  expect(reasons.join('\n')).toMatch(/Ray – Tess.* −\d/);
  const numbers = reasons.slice(2).flatMap((line) => / ([+−])([\d.]+)$/.exec(line)?.slice(1) ?? []);
  const sum = numbers.reduce((total, part, at) => total + (at % 2 === 1 ? Number(part) * (numbers[at - 1] === '+' ? 1 : -1) : 0), 0);
  const { probability = 0 } = weighed ?? {};
  expect(sum).toBeCloseTo(Math.log2(probability / (1 - probability)), 0);
});

test('of one customer the whole chain is told: each record once, as sure as the weakest link', async () => {
  const chain = await scratch.database.inBusiness(scratch.businessId, (transaction) => explainCustomer(transaction, 'rows:max 2'), 'read');
  expect(chain.same).toBe(true);
  expect(chain.reasons).toHaveLength(3);
  expect(chain.reasons.join('\n')).toMatch(
    /Row max 2 of 2024-05-01: Same phone \+13125550103 as row max 1 of 2024-05-01; the last name is the same/,
  );
  expect(chain.reasons.join('\n')).toMatch(/Row max 3 of 2024-05-01: Same e-mail max@ott\.test as row max 1/);
  expect(chain.reasons.join('\n')).toMatch(/The first record of this person/);
  const links = chain.reasons.map((reason) => Number(/\(([\d.]+)\)$/.exec(reason)?.[1] ?? 1));
  expect(chain.confidence).toBe(Math.min(...links));
  expect(chain.confidence).toBeLessThan(1);
});
