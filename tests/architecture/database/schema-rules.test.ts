import { afterAll, expect, test } from 'vitest';
import { readSchema } from '../../../src/platform/describe/read-schema.ts';
import { fullName } from '../../../src/platform/describe/schema-description.ts';
import { withDatabase } from '../../database.ts';
import { readTableClasses } from './read-classes.ts';
import { findColumnOffences, findMisclassified, findMissingComments, findTenantOffences, findUnindexedKeys } from './table-rules.ts';

const scratch = await withDatabase();
afterAll(() => scratch.drop());

const classes = readTableClasses();
const schema = await scratch.database.outsideBusinesses((client) => readSchema(client));
const tables = schema.filter((table) => table.kind === 'table');
const tenantTables = tables.filter((table) => classes[fullName(table)] === 'tenant');

test('every table is classed as tenant, reference or local', () => {
  expect(findMisclassified(schema, classes)).toEqual([]);
});

test('every tenant table begins and keys with business_id, behind forced row security', () => {
  expect(tenantTables.flatMap(findTenantOffences)).toEqual([]);
  expect(tenantTables.length).toBeGreaterThan(30);
});

test('no column is numbered by the database, and every instant knows its zone', () => {
  expect(tables.flatMap(findColumnOffences)).toEqual([]);
});

test('every foreign key is indexed', () => {
  expect(tables.flatMap(findUnindexedKeys)).toEqual([]);
});

test('no key runs from a reference or local table to a tenant table, or from a tenant table to a local one', () => {
  const classOf = (name: string) => classes[name];
  const wrong = tables.flatMap((table) =>
    table.foreignKeys.filter((key) => {
      const [from, to] = [classOf(key.table), classOf(key.references)];
      return (from !== 'tenant' && to === 'tenant') || (from === 'tenant' && to === 'local');
    }),
  );
  expect(wrong.map((key) => key.name)).toEqual([]);
});

test('every view reads as whoever asks', () => {
  const views = schema.filter((table) => table.kind === 'view');
  expect(views.filter((view) => !view.isSecurityInvoker).map(fullName)).toEqual([]);
  expect(views.length).toBeGreaterThan(0);
});

test('every table and view says what it is', () => {
  expect(findMissingComments(schema)).toEqual([]);
});

test("the app's role owns nothing, inherits nothing and cannot pass the wall; what it may put on is narrower than itself", async () => {
  const role = await scratch.database.outsideBusinesses(async (client) => {
    const { rows } = await client.query(
      `select
        roles.rolsuper, roles.rolbypassrls, roles.rolcreaterole, roles.rolcreatedb,
        (select count(*)::int from pg_class as objects where objects.relowner = roles.oid) as owned,
        roles.rolinherit,
        array(select memberships.roleid::regrole::text from pg_auth_members as memberships where memberships.member = roles.oid) as memberships
      from pg_roles as roles
      where roles.rolname = current_user`,
    );
    return rows[0];
  });
  // Inheriting would bind the app by the walls made for readers.
  expect(role).toEqual({
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    owned: 0,
    rolinherit: false,
    memberships: ['throughline_analyst'],
  });
});

test('every tenant table, and the list of businesses, pins whoever only reads to one business', () => {
  const bare = [...tenantTables, ...tables.filter((table) => fullName(table) === 'tenancy.businesses')].filter(
    (table) => !['reader_pin', 'reader_wall'].every((policy) => table.policies.includes(policy)),
  );
  expect(bare.map(fullName)).toEqual([]);
});
