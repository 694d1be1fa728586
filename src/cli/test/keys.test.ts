/** Rotating the key seals every sealed field of every table again: a new field that no module reseals is found here. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { loadOrCreateKeys, type Keys } from '../../platform/crypto/keys.ts';
import { seal, unseal } from '../../platform/crypto/seal.ts';
import { rows } from '../../platform/db/database.ts';
import { newId } from '../../platform/ids.ts';
import { openWorld, type World } from '../../../test/world/world.ts';
import { runProgram } from './program.ts';

/** What each column is sealed as. */
const fields: Readonly<Record<string, string>> = {
  'accounts.totp_sealed': 'accounts.totp',
  'away_spells.contact_sealed': 'away_spells.contact',
  'devices.file_secret_sealed': 'devices.file_secret_sealed',
  'devices.recovery_sealed': 'devices.recovery_sealed',
  'notice_ways.address_sealed': 'notice_ways.address',
  'notice_ways.code_sealed': 'notice_ways.code',
  'people.citizen_no_sealed': 'people.citizen_no',
  'people.email_sealed': 'people.email',
  'people.membership_no_sealed': 'people.membership_no',
  'people.phone_sealed': 'people.phone',
};

vi.setConfig({ testTimeout: 120_000 });

let world: World;
let data: string;

beforeAll(async () => {
  world = await openWorld();
  data = await mkdtemp(join(tmpdir(), 'satcoso-keys-'));
});
afterAll(async () => {
  await world.close();
  await rm(data, { recursive: true, force: true });
});

test('after a rotation nothing is left under the old key, and everything opens with the new one alone', async () => {
  const old = await loadOrCreateKeys(join(data, 'keys.json'));
  await sealEverywhere(old);
  const columns = await sealedColumns();
  expect(columns).toEqual(Object.keys(fields));
  const { code, out } = await runProgram(['keys', 'rotate'], { SATCOSO_DATA: data, DATABASE_URL: world.url });
  expect([code, out]).toEqual([0, 'khóa mới số 2; đã mã hóa lại 5 dòng\n']);
  const { sealing, hashing } = await loadOrCreateKeys(join(data, 'keys.json'));
  const onlyNew: Keys = { sealing: [sealing.at(-1)!], hashing };
  for (const column of columns) {
    const found = await valuesOf(column);
    expect(found.map(({ id, bytes }) => [bytes[0], unseal(onlyNew, { field: fields[column]!, id }, bytes)]), column).toEqual([[2, `bí mật ${column}`]]);
  }
});

async function sealEverywhere(keys: Keys): Promise<void> {
  const [account, person, spell, device, way] = [newId<'account'>(0), newId<'person'>(0), newId(0), newId(0), newId(0)];
  const sealed = (column: string, id: string) => seal(keys, { field: fields[column]!, id }, `bí mật ${column}`);
  await sql`insert into accounts (id, name, display_name, totp_sealed, must_change_password, sample, created_at, version)
    values (${account}, 'lan', 'Lan', ${sealed('accounts.totp_sealed', account)}, false, false, now(), 1)`.execute(world.db);
  await sql`insert into people (home_id, id, full_name, name_key, exact_key, sort_key, generated, version, phone_sealed, email_sealed, citizen_no_sealed, membership_no_sealed)
    values (0, ${person}, 'Lan', 'lan', 'lan', 'lan', true, 1, ${sealed('people.phone_sealed', person)}, ${sealed('people.email_sealed', person)},
      ${sealed('people.citizen_no_sealed', person)}, ${sealed('people.membership_no_sealed', person)})`.execute(world.db);
  await sql`insert into away_spells (home_id, id, person_id, valid, contact_sealed)
    values (0, ${spell}, ${person}, '[2026-01-01,)', ${sealed('away_spells.contact_sealed', spell)})`.execute(world.db);
  await sql`insert into devices (id, account_id, name, file_secret_sealed, recovery_sealed, enrolled_at, seen_at)
    values (${device}, ${account}, 'Máy', ${sealed('devices.file_secret_sealed', device)}, ${sealed('devices.recovery_sealed', device)}, now(), now())`.execute(world.db);
  await sql`insert into notice_ways (id, account_id, kind, address_sealed, address_hash, language, pace, hour, created_at, code_sealed, code_tries, codes_sent, asked, tries)
    values (${way}, ${account}, 'mail', ${sealed('notice_ways.address_sealed', way)}, '', 'vi', 'daily', 7, now(), ${sealed('notice_ways.code_sealed', way)}, 0, 0, 0, 0)`.execute(world.db);
}

async function sealedColumns(): Promise<string[]> {
  const found = await rows(world.owner.db, sql<{ name: string }>`select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public' and column_name like '%\\_sealed' order by 1`);
  return found.map(({ name }) => name);
}

function valuesOf(column: string): Promise<{ id: string; bytes: Buffer }[]> {
  const [table, name] = column.split('.') as [string, string];
  return rows(world.owner.db, sql<{ id: string; bytes: Buffer }>`select id, ${sql.id(name)} as bytes from ${sql.table(table)} where ${sql.id(name)} is not null`);
}
