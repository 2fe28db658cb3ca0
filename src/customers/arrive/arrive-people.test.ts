import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ScratchDatabase } from '../../../tests/database.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { listRuns } from '../runs/list-runs.ts';
import { undoRun } from '../runs/undo-run.ts';
import { arriveRows, customerOf, resolveAll, toyPlugs, withToyDatabase } from '../testing/cast.ts';
import { settleTown } from '../testing/town.ts';
import { arrivePeople } from './arrive-people.ts';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await withToyDatabase();
  await settleTown(scratch, [scratch.businessId]);
});
afterAll(() => scratch.drop());

const ROBERT = { key: 'robert', name: 'Robert Quillfeather', email: 'bobq@mail.test', phone: '312 555 0171' };

test('a stranger becomes a new customer, and his row points at it', async () => {
  await inTown(async (transaction) => {
    const { people } = await arriveRows(transaction, [ROBERT]);
    expect(people).toMatchObject([{ name: 'Robert Quillfeather', isNew: true, mayBe: [], merged: [] }]);
    expect(people[0]?.customerId).toBe(await customerOf(transaction, 'robert'));
  });
});

test('a nickname at the same mailbox and phone is the known customer', async () => {
  await inTown(async (transaction) => {
    const first = await arriveRows(transaction, [ROBERT]);
    const { people } = await arriveRows(transaction, [{ ...ROBERT, key: 'bob', name: 'Bob Quillfeather' }]);
    expect(people).toMatchObject([{ customerId: first.people[0]?.customerId, isNew: false }]);
  });
});

test('whoever joins two known customers tells which of them is part of the other now; undoing the run parts them', async () => {
  await inTown(async (transaction) => {
    const mail = await arriveRows(transaction, [{ key: 'mail', name: 'Robert Quillfeather', email: 'bobq@mail.test' }]);
    const phone = await arriveRows(transaction, [{ key: 'phone', name: 'Robert Quillfeather', phone: '312 555 0171' }]);
    const [older, younger] = [mail, phone].map(({ people }) => people[0]?.customerId ?? '');
    expect(older).not.toBe(younger);
    const { people } = await arriveRows(transaction, [ROBERT]);
    expect(people).toMatchObject([{ customerId: older, isNew: false, merged: [younger] }]);
    expect([await customerOf(transaction, 'mail'), await customerOf(transaction, 'phone')]).toEqual([older, older]);
    const [run] = await listRuns(transaction, 1);
    expect(run?.purpose).toBe('arrival');
    await undoRun(transaction, run?.id ?? '', { decidedBy: 'olivia', ...toyPlugs });
    expect(await customerOf(transaction, 'phone')).toBe(younger);
  });
});

test('a visit that rests on a row that moves goes with it', async () => {
  await inTown(async (transaction) => {
    await arriveRows(transaction, [{ key: 'mail', name: 'Robert Quillfeather', email: 'bobq@mail.test' }]);
    const phone = await arriveRows(transaction, [{ key: 'phone', name: 'Robert Quillfeather', phone: '312 555 0171' }]);
    await transaction.run('insert into toy.visits (business_id, id, row_id) values ($1, gen_random_uuid(), $2)', [
      transaction.businessId,
      phone.people[0]?.sourceId,
    ]);
    const { people } = await arriveRows(transaction, [ROBERT]);
    const visit = await transaction.one<{ customer_id: string }>('select customer_id from toy.visits where business_id = $1', [
      transaction.businessId,
    ]);
    expect(visit.customer_id).toBe(people[0]?.customerId);
  });
});

test('a row that changed moves its record, and one that did not changes nothing', async () => {
  await inTown(async (transaction) => {
    const { people } = await arriveRows(transaction, [ROBERT]);
    const sourceId = people[0]?.sourceId ?? '';
    const same = { sourceId, sourceKey: 'robert', updatedAt: '2024-06-01', observedOn: '2024-05-01', country: 'US' };
    const options = { source: 'toy.rows', startedBy: 'test', ...toyPlugs };
    const known = { ...same, name: ROBERT.name, email: ROBERT.email, phone: ROBERT.phone };
    expect((await arrivePeople(transaction, [known], options)).resolved.records).toBe(0);
    const changed = await arrivePeople(transaction, [{ ...same, name: 'Zelda Unheard', email: 'zelda@unheard.test' }], options);
    expect(changed.people).toMatchObject([{ name: 'Zelda Unheard', customerId: people[0]?.customerId }]);
  });
});

test('who names nobody gets no customer, and a later run finds nothing left to do', async () => {
  await inTown(async (transaction) => {
    const { people } = await arriveRows(transaction, [{ key: 'nobody', email: 'noreply@mail.org' }]);
    expect(people).toMatchObject([{ customerId: null, isNew: false }]);
    await arriveRows(transaction, [ROBERT]);
    expect(await resolveAll(transaction)).toMatchObject({ records: 0 });
    expect(await resolveAll(transaction, { full: true })).toMatchObject({ moved: 0, customersUpdated: 0, householdsChanged: 0 });
  });
});

function inTown(work: (transaction: BusinessTransaction) => Promise<void>): Promise<void> {
  return scratch.database.inBusiness(scratch.businessId, work, 'dry-run');
}
