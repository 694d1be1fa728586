/** Acts on one's own devices: enrolled, opened again without its PIN, to be emptied, emptied. Another's device is not there. */
import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { takeAnywhere } from '../../access/reach.ts';
import { hasLostItsRights, requireActor, requirePassword } from '../../access/server/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { record } from '../../platform/events.ts';
import { nationalHome, newId } from '../../platform/ids.ts';
import { Problem } from '../../platform/problem.ts';
import { mayEnrol } from '../device.ts';
import type { syncContract } from '../sync.contract.ts';
import { countActive, findDevice, insertDevice, listOf, lockDevice, markToWipe, markWiped, type Device } from './device.store.ts';

type Input<K extends keyof typeof syncContract> = z.output<(typeof syncContract)[K]['input']>;
type Answer<K extends keyof typeof syncContract> = z.input<(typeof syncContract)[K]['output']>;

const secretLength = 32;
const mostListed = 100;

export async function enrol(ctx: Ctx, { name }: Input<'enrol'>): Promise<Answer<'enrol'>> {
  takeAnywhere(ctx, 'task.report');
  const { accountId } = requireActor(ctx);
  const refusal = mayEnrol(await countActive(ctx, accountId));
  if (refusal) throw new Problem(refusal);
  const id = newId<'device'>(nationalHome);
  const secrets = { file: randomBytes(secretLength), recovery: randomBytes(secretLength) };
  await insertDevice(ctx, { id, accountId, name, secrets });
  record(ctx, { type: 'device.enrolled', subjectId: id });
  return { deviceId: id, secret: secrets.file.toString('base64'), recovery: secrets.recovery.toString('base64') };
}

export async function recover(ctx: Ctx, { deviceId, password }: Input<'recover'>): Promise<Answer<'recover'>> {
  const actor = requireActor(ctx);
  ownDevice(ctx, await findDevice(ctx, deviceId));
  const { mustChangePassword } = await requirePassword(ctx, actor, password);
  // A password that somebody else knows opens no phone.
  if (mustChangePassword) throw new Problem({ code: 'platform.forbidden', kind: 'forbidden', data: { verb: 'meeting.record' } });
  const recovery = ownDevice(ctx, await lockDevice(ctx, deviceId)).recovery();
  if (!recovery) throw deviceUnknown();
  record(ctx, { type: 'device.recovered', subjectId: deviceId });
  return { recovery: recovery.toString('base64') };
}

export async function listDevices(ctx: Ctx): Promise<Answer<'devices'>> {
  const devices = await listOf(ctx, requireActor(ctx).accountId, mostListed);
  return { items: devices.map(({ id, name, enrolledAt, seenAt, state }) => ({ id, name, enrolledAt: enrolledAt.toISOString(), seenAt: seenAt.toISOString(), state })) };
}

export async function forget(ctx: Ctx, { deviceId }: Input<'forget'>): Promise<Answer<'forget'>> {
  const { state } = ownDevice(ctx, await lockDevice(ctx, deviceId));
  if (state !== 'active') return {};
  await markToWipe(ctx, deviceId);
  record(ctx, { type: 'device.forgotten', subjectId: deviceId });
  return {};
}

export async function sayWiped(ctx: Ctx, { deviceId }: Input<'wiped'>): Promise<Answer<'wiped'>> {
  const found = await lockDevice(ctx, deviceId);
  const { state } = found && (await isToBeEmpty(ctx, found)) ? found : ownDevice(ctx, found);
  if (state === 'wiped') return {};
  await markWiped(ctx, deviceId);
  record(ctx, { type: 'device.wiped', subjectId: deviceId });
  return {};
}

export async function findStanding(ctx: Ctx, { deviceId }: Input<'standing'>): Promise<Answer<'standing'>> {
  const device = await findDevice(ctx, deviceId);
  return { wipe: device !== undefined && (await isToBeEmpty(ctx, device)) };
}

/** Forgotten by its owner, or the owner's account is at its end. */
async function isToBeEmpty(ctx: Ctx, { state, accountId }: Device): Promise<boolean> {
  return state !== 'active' || hasLostItsRights(ctx, accountId);
}

export function ownDevice(ctx: Ctx, device: Device | undefined): Device {
  const { accountId } = requireActor(ctx);
  if (device?.accountId !== accountId) throw deviceUnknown();
  return device;
}

export function deviceUnknown(): Problem {
  return new Problem({ code: 'sync.deviceUnknown', kind: 'not_found' });
}

