/**
 * What waited on a phone, brought by whoever has a connection. The courier is asked only whether he reads meetings at all; each
 * command is performed as the account of the phone, with the rights that it has at that moment. Of what came of it the courier
 * learns how many, which code, and whose file it was; what a refusal tells more is for the owner.
 */
import type { z } from 'zod';
import { takeAnywhere } from '../../access/reach.ts';
import { findAccountActor, requireActor } from '../../access/server/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { recordNow } from '../../platform/events.ts';
import type { PerformCommand } from '../../platform/http/commands.ts';
import type { Id } from '../../platform/ids.ts';
import { orThrow, type Refusal } from '../../platform/problem.ts';
import type { syncContract } from '../sync.contract.ts';
import { deviceUnknown } from './device.commands.ts';
import { findDevice, type Device } from './device.store.ts';
import { openOutbox, readOutboxFile, type BroughtCommand } from './outbox.open.ts';

type Input = z.output<typeof syncContract.deliver.input>;
type Answer = z.input<typeof syncContract.deliver.output>;

export async function deliver(ctx: Ctx, { base64 }: Input, perform: PerformCommand): Promise<Answer> {
  takeAnywhere(ctx, 'meeting.read');
  const file = orThrow(readOutboxFile(Buffer.from(base64, 'base64')));
  const device = await findDevice(ctx, file.deviceId as Id<'device'>);
  const secret = device?.fileSecret();
  if (!device || !secret) throw deviceUnknown();
  const commands = orThrow(openOutbox(file, secret));
  // Before the first is performed: what they record carries the number of this request.
  await recordNow(ctx, { type: 'device.fileBrought', subjectId: device.id, data: { ownerId: device.accountId, commands: commands.length } });
  const tally = await performAll(ctx, { device, commands, perform });
  return { owner: await ownerName(ctx, device), deviceName: device.name, ...tally };
}

interface Delivery {
  readonly device: Device;
  readonly commands: readonly BroughtCommand[];
  readonly perform: PerformCommand;
}

/** One after the other: later ones build on earlier ones. */
async function performAll(ctx: Ctx, { device, commands, perform }: Delivery): Promise<Pick<Answer, 'done' | 'already' | 'refused'>> {
  const tally: { done: number; already: number; refused: Answer['refused'] } = { done: 0, already: 0, refused: [] };
  for (const command of commands) {
    const actor = await findAccountActor(ctx, device.accountId);
    if (!actor) throw deviceUnknown();
    const { outcome, isFirst } = await perform({ ...command, actor });
    if ('refusal' in outcome) tally.refused.push({ commandId: command.id, procedure: command.procedure, code: outcome.refusal.code, data: told(ctx, device, outcome.refusal) });
    else if (isFirst) tally.done += 1;
    else tally.already += 1;
  }
  return tally;
}

function told(ctx: Ctx, { accountId }: Device, { data }: Refusal) {
  return requireActor(ctx).accountId === accountId ? { ...data } : {};
}

async function ownerName({ db }: Ctx, { accountId }: Device): Promise<string> {
  const { display_name: name } = await db.selectFrom('accounts').select('display_name').where('id', '=', accountId).executeTakeFirstOrThrow();
  return name;
}
