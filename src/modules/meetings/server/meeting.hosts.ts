/** Which units hold meetings that the caller may record: those whose data a phone carries. */
import type { Ctx } from '../../../platform/context.ts';
import type { Id } from '../../../platform/ids.ts';
import { unitKinds } from '../../units/unit.kinds.ts';
import { findReached } from '../../units/server/index.ts';
import { kindsAt } from '../meeting.kinds.ts';

const hosts = unitKinds.map(({ code }) => code).filter((kind) => kindsAt(kind).length > 0);

export function findHosts(ctx: Ctx, most: number): Promise<Id<'unit'>[]> {
  return findReached(ctx, { verb: 'meeting.record', kinds: hosts, most });
}
