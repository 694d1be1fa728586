/**
 * The way down: everything that the account may carry today is gathered anew, and of it answered what differs from what the
 * phone holds. Nothing is remembered of a phone, so a right taken away shows at the next call as records that are gone. What a
 * phone says that it holds is only compared: an id it should not know is told to be gone like one that never was.
 */
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { mustChangePassword, requireActor } from '../../access/server/index.ts';
import { canonicalJson } from '../../platform/canonical.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Id } from '../../platform/ids.ts';
import { Problem } from '../../platform/problem.ts';
import { seenInterval } from '../device.ts';
import { differenceOf, recordTypes, type Held, type PhoneRecord, type RecordType } from '../record.ts';
import type { SourceRecord, SyncSource, SyncSources } from '../source.ts';
import type { syncContract } from '../sync.contract.ts';
import { ownDevice } from './device.commands.ts';
import { findDevice, markSeen } from './device.store.ts';

type Input = z.output<typeof syncContract.pull.input>;
type Answer = z.input<typeof syncContract.pull.output>;

/** Units of one phone: a village cell has one, the office of a commune some thirty. */
const mostUnits = 100;
/** Of one answer. */
const mostRecords = 300;

export async function pull(ctx: Ctx, { deviceId, held, mostBytes }: Input, sources: SyncSources): Promise<Answer> {
  const { accountId } = requireActor(ctx);
  const { state, seenAt } = ownDevice(ctx, await findDevice(ctx, deviceId));
  if (ctx.now.getTime() - seenAt.getTime() >= seenInterval) await markSeen(ctx, deviceId);
  const nothing = { changed: [], gone: [], more: false, parts: wholeOf([]), units: { count: 0, most: mostUnits } };
  if (state !== 'active') return { ...nothing, wipe: true };
  // Told apart from having no rights: the phone then keeps what it holds and asks again later.
  if (await mustChangePassword(ctx, accountId)) throw new Problem({ code: 'platform.forbidden', kind: 'forbidden', data: { verb: 'meeting.record' } });
  const found = await sources.findUnits(ctx, mostUnits + 1);
  const units = found.length > mostUnits ? [] : found;
  return { ...(await gather(ctx, { units, held, mostBytes, sources: sources.sources })), wipe: false, units: { count: found.length, most: mostUnits } };
}

interface Gathering {
  readonly units: readonly Id<'unit'>[];
  readonly held: Held;
  readonly mostBytes: number;
  readonly sources: readonly SyncSource[];
}

/** Source after source until the answer is full: those before were answered by then, so that each call gets further. */
async function gather(ctx: Ctx, { units, held, mostBytes, sources }: Gathering): Promise<Pick<Answer, 'changed' | 'gone' | 'more' | 'parts'>> {
  const answer: { changed: PhoneRecord[]; gone: Answer['gone'] } = { changed: [], gone: goneOfNoSource(held, sources) };
  let bytes = 0;
  for (const [done, { type, isPersonal, records }] of sources.entries()) {
    const current = units.length === 0 && !isPersonal ? [] : await records(ctx, units);
    const versioned = current.map((record) => versionOf(type, record));
    const { changed, gone } = differenceOf({ [type]: held[type] ?? {} }, versioned.map(({ record }) => record));
    answer.gone.push(...gone);
    const wanted = new Set(changed);
    for (const { record, size } of versioned) {
      if (!wanted.has(record)) continue;
      if (answer.changed.length >= mostRecords || bytes >= mostBytes) return { ...answer, more: true, parts: { done, of: sources.length, at: type, left: wanted.size } };
      answer.changed.push(record);
      wanted.delete(record);
      bytes += size;
    }
  }
  return { ...answer, more: false, parts: wholeOf(sources) };
}

function wholeOf({ length }: readonly SyncSource[]): Answer['parts'] {
  return { done: length, of: length, at: null, left: 0 };
}

/** Kinds that nobody gives any more. */
function goneOfNoSource(held: Held, sources: readonly SyncSource[]): Answer['gone'] {
  const given = new Set<RecordType>(sources.map(({ type }) => type));
  return recordTypes.filter((type) => !given.has(type)).flatMap((type) => Object.keys(held[type] ?? {}).map((id) => ({ type, id })));
}

function versionOf(type: RecordType, { id, body }: SourceRecord): { record: PhoneRecord; size: number } {
  const text = canonicalJson(body);
  const version = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  return { record: { type, id, version, body }, size: Buffer.byteLength(text) };
}
