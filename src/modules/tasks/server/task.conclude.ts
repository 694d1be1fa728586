/** The notice of conclusions of a working session: a document in the register of the unit that issues it, sent to the one visited, whose directives become tasks. */
import type { z } from 'zod';
import { sql } from 'kysely';
import { reach, take } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { enterDocument, sendDocument } from '../../documents/server/index.ts';
import { homeOfUnit } from '../../units/server/index.ts';
import type { taskContract } from '../task.contract.ts';
import { requireKnown } from './task.commands.ts';
import { createTasks } from './task.origin.ts';

type Input = z.output<(typeof taskContract)['conclude']['input']>;

/** All or nothing: a number that is taken, or a unit that is not below, leaves neither document nor tasks. */
export async function conclude(ctx: Ctx, { unitId, to, meetingId, directives, ...notice }: Input): Promise<{ id: Id<'document'>; given: number }> {
  await take(ctx, 'task.record', unitId);
  for (const { ownerId, dueOn } of directives) {
    if (ownerId) await requireKnown(ctx, ownerId);
    if (dueOn !== null && dueOn < notice.issuedOn) throw new Problem({ code: 'tasks.dueInPast', kind: 'invalid', data: { today: notice.issuedOn } });
  }
  await requireConclusions(ctx, { to, meetingId, directives });
  const { id } = await enterDocument(ctx, {
    unitId, direction: 'issued', type: 'TB', ...notice, receivedOn: null, signer: null, validFrom: notice.issuedOn, validTo: null, reviewDueOn: null, regulates: null, secrecy: null, links: [],
  });
  await sendDocument(ctx, { id, unitIds: [to] });
  const home = await homeOfUnit(ctx, to);
  const tasks = directives.map(({ title, dueOn, ownerId, conclusionId }) => ({ id: conclusionId ?? newId<'task'>(home), title, dueOn, ownerId }));
  await createTasks(ctx, { unitId: to, askedBy: unitId, on: notice.issuedOn, origin: { kind: 'document', id }, tasks });
  return { id, given: tasks.length };
}

/** Noted in a meeting of the unit that was visited, which may be read. The task has the id of its conclusion: it is given once. */
async function requireConclusions(ctx: Ctx, { to, meetingId, directives }: Pick<Input, 'to' | 'meetingId' | 'directives'>): Promise<void> {
  const named = directives.flatMap(({ conclusionId }) => conclusionId ?? []);
  if (named.length === 0) return;
  const noted = meetingId ? await rows(ctx.db, sql<{ id: Id<'task'> }>`select (c ->> 'id')::uuid as id from meetings m join meeting_books b on b.home_id = m.home_id and b.meeting_id = m.id cross join lateral jsonb_array_elements(b.content -> 'conclusions') c
    where m.home_id = ${homeOf(meetingId)} and m.id = ${meetingId} and m.unit_id = ${to} and m.kind = 'working_session' and ${reach(ctx, 'meeting.read').at('m.unit_id')}`) : [];
  const known = new Set(noted.map(({ id }) => id));
  if (!named.every((id) => known.has(id))) throw new Problem({ code: 'tasks.conclusionUnknown', kind: 'conflict' });
}
