import { copyFileSync, existsSync, readFileSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backupDatabase, verifyBackup } from '../backup.ts';
import { restoreDatabase } from '../restore.ts';
import { onServer, openScratch, type Scratch } from './scratch.ts';

const LONG = 180_000;
const FIRST = `
  CREATE TABLE schema_migrations (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz DEFAULT now());
  CREATE EXTENSION IF NOT EXISTS btree_gist;
  CREATE TABLE zones (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL, parent_id int REFERENCES zones,
    key text GENERATED ALWAYS AS (lower(name)) STORED, doc jsonb, raw bytea, size numeric, at timestamptz);
  CREATE TABLE assignments (id bigserial PRIMARY KEY, zone_id int NOT NULL REFERENCES zones, valid daterange NOT NULL,
    EXCLUDE USING gist (zone_id WITH =, valid WITH &&));
  CREATE TABLE facts (home_id smallint NOT NULL, day date NOT NULL, zone_id int NOT NULL REFERENCES zones, amount int NOT NULL, PRIMARY KEY (home_id, day, zone_id)) PARTITION BY RANGE (day);
  CREATE TABLE facts_2025 PARTITION OF facts FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
  CREATE TABLE facts_2026 PARTITION OF facts FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
  CREATE TABLE "Lạ ""tên" ("Cột lạ" text);
  CREATE TABLE ledger (id int PRIMARY KEY, amount bigint NOT NULL);
  CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'append only'; END $$;
  CREATE TABLE events (id bigint PRIMARY KEY, text text);
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON events EXECUTE FUNCTION refuse();
  CREATE TRIGGER no_direct BEFORE INSERT ON events FOR EACH ROW WHEN (NEW.id > 10) EXECUTE FUNCTION refuse();
  CREATE MATERIALIZED VIEW sums AS SELECT zone_id, sum(amount) AS amount FROM facts GROUP BY zone_id;
  INSERT INTO schema_migrations VALUES ('0001_create_all', 'aa');`;
const SECOND = `ALTER TABLE zones ADD COLUMN note text; INSERT INTO schema_migrations VALUES ('0002_add_note', 'bb');`;
const CONTENT = `
  INSERT INTO zones (name, parent_id, doc, raw, size, at) VALUES
    (E'Xã Đông\\tTây\\n\\\\N', 1, '{"a": "Thôn\\\\n", "b": null}', '\\x00ff5c', 12.340, '2025-07-01 07:00+07'), ('', 1, 'null', NULL, 'NaN', NULL);
  INSERT INTO zones (name, parent_id) SELECT 'Ấp ' || n, 1 + n % 2 FROM generate_series(1, 50000) n;
  INSERT INTO assignments (zone_id, valid) VALUES (1, '[2020-01-01,2022-08-09)'), (1, '[2022-08-09,)'), (2, 'empty');
  INSERT INTO facts SELECT 1, date '2025-06-01' + n % 500, 1 + n / 500, n FROM generate_series(0, 4999) n;
  INSERT INTO "Lạ ""tên" VALUES ('một'), (NULL);
  INSERT INTO ledger VALUES (1, 1000), (2, 1000);
  ALTER TABLE events DISABLE TRIGGER USER; INSERT INTO events SELECT n, 'Đã ghi ' || n FROM generate_series(1, 20) n; ALTER TABLE events ENABLE TRIGGER USER;
  REFRESH MATERIALIZED VIEW sums;`;
const SUMMARY = `SELECT
  (SELECT md5(string_agg(z::text, '|' ORDER BY id)) FROM zones z) AS zones, (SELECT md5(string_agg(a::text, '|' ORDER BY id)) FROM assignments a) AS assignments,
  (SELECT md5(string_agg(f::text, '|' ORDER BY day, zone_id)) FROM facts f) AS facts, (SELECT count(*)::int FROM facts_2026) AS later,
  (SELECT md5(string_agg(o::text, '|' ORDER BY o::text)) FROM "Lạ ""tên" o) AS odd, (SELECT md5(string_agg(e::text, '|' ORDER BY id)) FROM events e) AS events,
  (SELECT sum(amount)::int FROM sums) AS sums, (SELECT last_value::int FROM zones_id_seq) AS zone_seq, (SELECT last_value::int FROM assignments_id_seq) AS assignment_seq`;

let scratch: Scratch;
let source: string;
let file: string;
let before: unknown;

beforeAll(async () => {
  scratch = await openScratch();
  source = await migrated('source', 2);
  await onServer(source, CONTENT);
  before = await one(source, SUMMARY);
  file = join(scratch.path, 'all.backup');
  await backupDatabase({ url: source, file, appVersion: '0.1.0', extras: [{ name: 'keys.json', bytes: Buffer.from('{"k":1}\n') }] });
}, LONG);

afterAll(async () => { await scratch.close(); }, LONG);

test('a backup restored into an empty database is equal, sequences, generated columns, partitions and views too', async () => {
  const progress: number[] = [];
  const target = await scratch.database('target');
  const { header, extras } = await restoreDatabase({ url: target, file, migrateTo: migrateTo(target), onProgress: (done, total) => progress.push(done / total) });
  expect(await one(target, SUMMARY)).toEqual(before);
  expect(extras).toEqual([{ name: 'keys.json', bytes: Buffer.from('{"k":1}\n') }]);
  expect(header.migrations.map(({ name }) => name)).toEqual(['0001_create_all', '0002_add_note']);
  expect(progress.at(-1)).toBe(1);
  await onServer(target, "INSERT INTO zones (name) VALUES ('mới')");
  await expect(onServer(target, 'DELETE FROM events')).rejects.toThrow('append only');
}, LONG);

test('the file is private, complete under its name only, and says what it holds', async () => {
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(existsSync(`${file}.part`)).toBe(false);
  const header = await verifyBackup(file);
  expect(header).toMatchObject({ appVersion: '0.1.0', extras: ['keys.json'] });
  expect(Object.fromEntries(header.tables.map(({ name, rows }) => [name, rows]))).toEqual({
    zones: 50_002, assignments: 3, facts: 5000, 'Lạ "tên': 2, ledger: 2, events: 20,
  });
}, LONG);

test('a backup that fails leaves no file behind', async () => {
  const target = await scratch.database('bare');
  await expect(backupDatabase({ url: target, file: join(scratch.path, 'never') })).rejects.toMatchObject({ code: 'backup_not_migrated' });
  await expect(backupDatabase({ url: source, file: join(scratch.path, 'no-such-folder', 'x') })).rejects.toThrow('ENOENT');
  expect(readdirSync(scratch.path).filter((name) => name.startsWith('never'))).toEqual([]);
}, LONG);

test('taken while others write, it is one moment: money moved between two rows is neither lost nor doubled', async () => {
  const writer = new Client({ connectionString: source });
  await writer.connect();
  let isWriting = true;
  const writing = (async () => {
    for (let n = 0; isWriting; n++) await writer.query(`UPDATE ledger SET amount = amount + CASE id WHEN 1 THEN 1 ELSE -1 END; INSERT INTO zones (name) VALUES ('thêm ${n}')`);
    return writer.end();
  })();
  const live = join(scratch.path, 'live.backup');
  for (let round = 0; round < 3; round++) await backupDatabase({ url: source, file: live });
  isWriting = false;
  await writing;
  const target = await scratch.database('live');
  await restoreDatabase({ url: target, file: live, migrateTo: migrateTo(target) });
  const moved = await one(target, "SELECT sum(amount)::int AS total, max(amount)::int - 1000 AS moved, (SELECT count(*)::int FROM zones WHERE name LIKE 'thêm%') AS added FROM ledger");
  expect(moved).toMatchObject({ total: 2000 });
  const { moved: steps, added } = moved as { moved: number; added: number };
  expect(steps).toBeGreaterThan(0);
  expect(added).toBe(steps);
}, LONG);

test('one changed byte anywhere, or a cut, is refused and nothing is touched', async () => {
  const target = await migrated('untouched', 2);
  await onServer(target, "INSERT INTO ledger VALUES (7, 7)");
  const { size } = statSync(file);
  for (const at of [20, 21, 26, 60, Math.floor(size / 2), size - 40, size - 1]) {
    const damaged = join(scratch.path, 'damaged');
    const bytes = readFileSync(file);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(damaged, bytes);
    await expect(restoreDatabase({ url: target, file: damaged, force: true, migrateTo: migrateTo(target) })).rejects.toMatchObject({ code: 'backup_damaged' });
    await expect(verifyBackup(damaged)).rejects.toMatchObject({ code: 'backup_damaged' });
  }
  const cut = join(scratch.path, 'cut');
  copyFileSync(file, cut);
  truncateSync(cut, size - 1000);
  await expect(restoreDatabase({ url: target, file: cut, force: true, migrateTo: migrateTo(target) })).rejects.toMatchObject({ code: 'backup_damaged' });
  writeFileSync(cut, 'PK\x03\x04 something else altogether');
  await expect(verifyBackup(cut)).rejects.toMatchObject({ code: 'backup_unknown_format' });
  expect(await one(target, 'SELECT count(*)::int AS zones, (SELECT sum(id)::int FROM ledger) AS ledger FROM zones')).toEqual({ zones: 0, ledger: 7 });
}, LONG);

test('a database with data is refused unless forced, seeds of the migrations excepted; forced, it is replaced', async () => {
  const target = await migrated('full', 2);
  await onServer(target, 'INSERT INTO ledger VALUES (9, 9)');
  await expect(restoreDatabase({ url: target, file, migrateTo: migrateTo(target) })).rejects.toMatchObject({ code: 'restore_not_empty', params: { table: 'ledger' } });
  expect(await one(target, 'SELECT sum(id)::int AS n FROM ledger')).toEqual({ n: 9 });
  await restoreDatabase({ url: target, file, seeded: ['ledger'], migrateTo: migrateTo(target) });
  expect(await one(target, SUMMARY)).toEqual(before);
  await restoreDatabase({ url: target, file, force: true, migrateTo: migrateTo(target) });
  expect(await one(target, SUMMARY)).toEqual(before);
}, LONG);

test('an older structure is brought to the level of the backup, a newer or different one refused', async () => {
  const behind = await migrated('behind', 1);
  await restoreDatabase({ url: behind, file, migrateTo: migrateTo(behind) });
  expect(await one(behind, SUMMARY)).toEqual(before);
  const ahead = await migrated('ahead', 2);
  await onServer(ahead, "INSERT INTO schema_migrations VALUES ('0003_later', 'cc')");
  await expect(restoreDatabase({ url: ahead, file, migrateTo: migrateTo(ahead) })).rejects.toMatchObject({ code: 'restore_target_ahead', params: { target: '0003_later' } });
  const other = await migrated('other', 2);
  await onServer(other, "UPDATE schema_migrations SET checksum = 'zz'");
  await expect(restoreDatabase({ url: other, file, migrateTo: migrateTo(other) })).rejects.toMatchObject({ code: 'restore_target_ahead' });
  const unknown = await scratch.database('unknown');
  await expect(restoreDatabase({ url: unknown, file, migrateTo: async () => { throw new Error('no such migration'); } })).rejects.toMatchObject({ code: 'restore_unknown_migration' });
}, LONG);

test('a failure in the middle leaves the target as it was', async () => {
  const target = await migrated('middle', 2);
  await onServer(target, "INSERT INTO ledger VALUES (3, 3); ALTER TABLE facts ADD CONSTRAINT few CHECK (amount < 3000)");
  await expect(restoreDatabase({ url: target, file, force: true, migrateTo: migrateTo(target) })).rejects.toMatchObject({ code: '23514' });
  expect(await one(target, 'SELECT (SELECT count(*)::int FROM zones) AS zones, (SELECT sum(id)::int FROM ledger) AS ledger')).toEqual({ zones: 0, ledger: 3 });
}, LONG);

test('an owner who is no superuser backs up and restores as well', async () => {
  const target = await scratch.database('owned');
  const owner = `owner_${Date.now()}`;
  const url = new URL(target);
  const database = decodeURIComponent(url.pathname.slice(1));
  await onServer(target, `CREATE ROLE ${owner} LOGIN PASSWORD 'plain'; ALTER DATABASE "${database}" OWNER TO ${owner}; ALTER SCHEMA public OWNER TO ${owner}; CREATE EXTENSION btree_gist`);
  url.username = owner;
  url.password = 'plain';
  await restoreDatabase({ url: url.href, file, migrateTo: migrateTo(url.href) });
  expect(await one(url.href, SUMMARY)).toEqual(before);
  await expect(onServer(url.href, 'DELETE FROM events')).rejects.toThrow('append only');
  const again = join(scratch.path, 'again.backup');
  await backupDatabase({ url: url.href, file: again });
  expect((await verifyBackup(again)).tables).toHaveLength(6);
  await onServer(target, `REASSIGN OWNED BY ${owner} TO CURRENT_USER; DROP OWNED BY ${owner}; DROP ROLE ${owner}`);
}, LONG);

test('rows hidden by a policy make the backup refuse, never silently smaller', async () => {
  const target = await migrated('fenced', 2);
  const reader = `reader_${Date.now()}`;
  await onServer(target, `ALTER TABLE ledger ENABLE ROW LEVEL SECURITY; CREATE ROLE ${reader} LOGIN PASSWORD 'plain'; GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${reader}`);
  const url = new URL(target);
  url.username = reader;
  url.password = 'plain';
  await expect(backupDatabase({ url: url.href, file: join(scratch.path, 'fenced') })).rejects.toMatchObject({ code: 'backup_rls' });
  await onServer(target, `DROP OWNED BY ${reader}; DROP ROLE ${reader}`);
}, LONG);

async function migrated(name: string, level: 1 | 2): Promise<string> {
  const url = await scratch.database(name);
  await onServer(url, FIRST + (level === 2 ? SECOND : ''));
  return url;
}

/** Stands for the application's migrations: brings any database to the second one. */
function migrateTo(url: string): (name: string) => Promise<void> {
  return async (name) => {
    expect(name).toBe('0002_add_note');
    const { there } = await one(url, "SELECT to_regclass('schema_migrations') IS NOT NULL AS there") as { there: boolean };
    await onServer(url, (there ? '' : FIRST) + SECOND);
  };
}

async function one(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows[0];
  } finally {
    await client.end();
  }
}
