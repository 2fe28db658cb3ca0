import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ScratchDatabase } from '../../../tests/database.ts';
import { explainPair } from '../explain-pair.ts';
import { listQuestions } from '../review/list-questions.ts';
import { addRows, customerOf, resolveAll, toyPlugs, withToyDatabase } from '../testing/cast.ts';
import { settleTown } from '../testing/town.ts';
import { showChain } from './show-chain.ts';
import { tellChain } from './tell-chain.ts';

const BOB = { email: 'bobq@mail.test', phone: '312 555 0171' };

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await withToyDatabase();
  await settleTown(scratch, [scratch.businessId]);
  await scratch.database.inBusiness(scratch.businessId, async (transaction) => {
    await addRows(transaction, [
      { key: 'robert', name: 'Robert Quillfeather', ...BOB, street: '12 Oak Street', zip: '60601', day: '2021-03-09' },
      { key: 'bob', name: 'Bob Quillfeather', ...BOB, street: '4 Elm Avenue', zip: '60611', day: '2023-06-01' },
      { key: 'bob 2', name: 'Bob Quillfeather', phone: '312-555-0171', street: '4 Elm Avenue', zip: '60611', day: '2023-07-01' },
      {
        key: 'doubted 1',
        name: 'Robert Abernathy',
        email: 'robert.a@abernathy.test',
        phone: '312 555 0181',
        street: '9 Fir Lane',
        day: '2019-02-02',
      },
      {
        key: 'doubted 2',
        name: 'Bob Abernathy',
        phone: '312 555 0181',
        email: 'bobby77@mail.test',
        street: '1 Bay Road',
        day: '2022-02-02',
      },
    ]);
    await resolveAll(transaction, { match: 'always' });
  });
});
afterAll(() => scratch.drop());

const read = <T>(work: Parameters<typeof scratch.database.inBusiness<T>>[1]): Promise<T> =>
  scratch.database.inBusiness(scratch.businessId, work, 'read');

test('the chain begins with the first record, and each other stands behind the one it hangs on', async () => {
  const { links } = await read((transaction) => showChain(transaction, 'rows:bob 2', toyPlugs.sources));
  expect(links).toHaveLength(3);
  expect(links[0]).toMatchObject({ key: 'robert', hangsOn: null, weight: null, method: 'FIRST_SEEN' });
  const seen = new Set([links[0]?.recordId]);
  for (const { recordId, hangsOn } of links.slice(1)) {
    expect(seen.has(hangsOn ?? '')).toBe(true);
    seen.add(recordId);
  }
});

test('a move is told with the years between which it happened, and the weights of a link add up to its score', async () => {
  const { links } = await read((transaction) => showChain(transaction, 'rows:bob', toyPlugs.sources));
  const moved = links.find(({ weight }) => weight?.parts.some(({ text }) => text.startsWith('moved')));
  const texts = moved?.weight?.parts.map(({ text }) => text) ?? [];
  expect(texts).toContain('moved from 12 Oak Street to 4 Elm Avenue between 2021 and 2023');
  expect(texts.join('\n')).toMatch(/^same phone: \+13125550171, seen in 2021 and in 2023 \(.*1 of [\d,]+ people\)$/m);
  expect(texts).toContain('first names differ only by a nickname: Bob – Robert');
  for (const { weight } of links) {
    if (weight === null) continue;
    expect(weight.parts.reduce((sum, part) => sum + part.weight, 0)).toBeCloseTo(weight.score, 6);
    expect(weight.score).toBeCloseTo(Math.log2(weight.probability / (1 - weight.probability)), 6);
  }
});

test('what was kept when the two were joined says the same words', async () => {
  const { reasons } = await read((transaction) => explainPair(transaction, 'rows:robert', 'rows:bob'));
  expect(reasons.join('\n')).toContain('moved from 12 Oak Street to 4 Elm Avenue between 2021 and 2023');
});

test('people who are not sure to be one would have moved, in the queue as in the explanation', async () => {
  await read(async (transaction) => {
    const [one, other] = [(await customerOf(transaction, 'doubted 1')) ?? '', (await customerOf(transaction, 'doubted 2')) ?? ''];
    expect(one).not.toBe(other);
    const { reasons } = await explainPair(transaction, one, other);
    const said = 'would have moved from 9 Fir Lane to 1 Bay Road between 2019 and 2022';
    expect(reasons.join('\n')).toContain(said);
    const questions = await listQuestions(transaction, [], null);
    const asked = questions.find(
      ({ customerA, customerB }) => [customerA, customerB].includes(one) && [customerA, customerB].includes(other),
    );
    expect(asked?.reasons.join('\n')).toContain(said);
  });
});

test('on the command line each record is told with its day, its reason and what each field weighs', async () => {
  const { links } = await read((transaction) => showChain(transaction, 'rows:bob', toyPlugs.sources));
  const lines = tellChain(links);
  expect(lines[0]).toBe('Row robert of 2021-03-09: The first record of this person. (1)');
  expect(lines.join('\n')).toMatch(/^Row bob of 2023-06-01: .+ \(0\.\d+\)$/m);
  expect(lines.join('\n')).toMatch(/^ +[+−]\d+\.\d {2}moved from 12 Oak Street to 4 Elm Avenue between 2021 and 2023$/m);
});
