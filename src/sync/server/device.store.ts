/** The only writer of devices. A secret is read with the device it belongs to, and is gone once the device is to be emptied. */
import './device.tables.ts';
import { sql, type Selectable } from 'kysely';
import type { Ctx } from '../../platform/context.ts';
import { sealBytes, unsealBytes } from '../../platform/crypto/seal.ts';
import { lockSubject, rows } from '../../platform/db/database.ts';
import type { Id } from '../../platform/ids.ts';
import { stateOf, type DeviceState } from '../device.ts';
import type { DevicesTable } from './device.tables.ts';

export interface Device {
  readonly id: Id<'device'>;
  readonly accountId: Id<'account'>;
  readonly name: string;
  readonly enrolledAt: Date;
  readonly seenAt: Date;
  readonly state: DeviceState;
  /** Undefined once it is to be emptied. */
  readonly fileSecret: () => Buffer | undefined;
  readonly recovery: () => Buffer | undefined;
}

type SecretColumn = 'file_secret_sealed' | 'recovery_sealed';

export async function insertDevice(ctx: Ctx, { id, accountId, name, secrets }: { id: Id<'device'>; accountId: Id<'account'>; name: string; secrets: Readonly<Record<'file' | 'recovery', Buffer>> }): Promise<void> {
  await ctx.db.insertInto('devices').values({
    id, account_id: accountId, name, file_secret_sealed: sealBytes(ctx.keys, placeOf('file_secret_sealed', id), secrets.file), recovery_sealed: sealBytes(ctx.keys, placeOf('recovery_sealed', id), secrets.recovery),
    enrolled_at: ctx.now, seen_at: ctx.now, wipe_asked_at: null, wiped_at: null,
  }).execute();
}

/** Of two that are enrolled at the same moment the second counts the first. */
export async function countActive(ctx: Ctx, accountId: Id<'account'>): Promise<number> {
  await lockSubject(ctx.db, `devices of ${accountId}`);
  const { count } = await ctx.db.selectFrom('devices').select(({ fn }) => fn.countAll<number>().as('count')).where('account_id', '=', accountId).where('wipe_asked_at', 'is', null).where('wiped_at', 'is', null).executeTakeFirstOrThrow();
  return count;
}

export async function findDevice(ctx: Ctx, id: Id<'device'>): Promise<Device | undefined> {
  const row = await ctx.db.selectFrom('devices').selectAll().where('id', '=', id).executeTakeFirst();
  return row && deviceOf(ctx, row);
}

export async function lockDevice(ctx: Ctx, id: Id<'device'>): Promise<Device | undefined> {
  const row = await ctx.db.selectFrom('devices').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && deviceOf(ctx, row);
}

/** Those in use before those emptied long ago. */
export async function listOf(ctx: Ctx, accountId: Id<'account'>, most: number): Promise<Device[]> {
  const found = await ctx.db.selectFrom('devices').selectAll().where('account_id', '=', accountId)
    .orderBy(sql`wiped_at is not null`).orderBy(sql`wipe_asked_at is not null`).orderBy('seen_at', 'desc').orderBy('id').limit(most).execute();
  return found.map((row) => deviceOf(ctx, row));
}

export async function markSeen(ctx: Ctx, id: Id<'device'>): Promise<void> {
  await ctx.db.updateTable('devices').set({ seen_at: ctx.now }).where('id', '=', id).execute();
}

export async function markToWipe(ctx: Ctx, id: Id<'device'>): Promise<void> {
  await ctx.db.updateTable('devices').set({ wipe_asked_at: ctx.now, file_secret_sealed: null, recovery_sealed: null }).where('id', '=', id).execute();
}

export async function markWiped(ctx: Ctx, id: Id<'device'>): Promise<void> {
  await ctx.db.updateTable('devices').set({ wiped_at: ctx.now, seen_at: ctx.now, file_secret_sealed: null, recovery_sealed: null }).where('id', '=', id).execute();
}

const batch = 500;

/** Seals the secrets again under the newest key; answers of how many devices. */
export async function resealDevices({ db, keys }: Pick<Ctx, 'db' | 'keys'>): Promise<number> {
  const newest = keys.sealing.at(-1)!.id;
  let count = 0;
  for (;;) {
    const stale = await rows(db, sql<{ id: string; file: Buffer; recovery: Buffer }>`select id, file_secret_sealed as file, recovery_sealed as recovery from devices
      where get_byte(file_secret_sealed, 0) <> ${newest} or get_byte(recovery_sealed, 0) <> ${newest} limit ${batch}`);
    for (const { id, file, recovery } of stale) {
      const again = (column: SecretColumn, sealed: Buffer) => sealBytes(keys, placeOf(column, id), unsealBytes(keys, placeOf(column, id), sealed));
      // Only if the device was not forgotten meanwhile.
      await sql`update devices set file_secret_sealed = ${again('file_secret_sealed', file)}, recovery_sealed = ${again('recovery_sealed', recovery)} where id = ${id} and recovery_sealed = ${recovery}`.execute(db);
    }
    count += stale.length;
    if (stale.length < batch) return count;
  }
}

function deviceOf({ keys }: Ctx, row: Selectable<DevicesTable>): Device {
  const secretIn = (column: SecretColumn) => () => {
    const sealed = row[column];
    return sealed === null ? undefined : unsealBytes(keys, placeOf(column, row.id), sealed);
  };
  return {
    id: row.id as Id<'device'>, accountId: row.account_id as Id<'account'>, name: row.name, enrolledAt: row.enrolled_at, seenAt: row.seen_at,
    state: stateOf({ wipeAskedAt: row.wipe_asked_at, wipedAt: row.wiped_at }), fileSecret: secretIn('file_secret_sealed'), recovery: secretIn('recovery_sealed'),
  };
}

function placeOf(column: SecretColumn, id: string) {
  return { field: `devices.${column}`, id };
}
