/** The hand-over file: what is open at the unit whose cadre leaves. Read anew each time, with the rights of the reader. */
import { sql } from 'kysely';
import type { z } from 'zod';
import { mayDo } from '../../../access/reach.ts';
import { bodiesOf } from '../../../figures/heirs.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { namesApart } from '../../posts/server/index.ts';
import type { boardContract } from '../board.contract.ts';
import { mostHandedOver, type HandOverPart } from '../hand.over.ts';
import { assignmentOf } from './assignment.store.ts';
import { findReadable, itemOf, talkingPointsFor } from './assignment.reads.ts';
import { assignmentsIn, unitToday } from './followed.reads.ts';

type Input = z.output<typeof boardContract.handOver.input>;
export type HandOver = z.input<typeof boardContract.handOver.output>;

const mostOthers = 20;

export function readHandOver(parts: readonly HandOverPart[]) {
  return async (ctx: Ctx, { id }: Input): Promise<HandOver> => {
    const row = await findReadable(ctx, id);
    const { period, personId, unitId: assignedId } = assignmentOf(row);
    const unitId = await unitToday(ctx, assignedId);
    if (!(await mayDo(ctx, 'unit.read', unitId))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
    const to = period.to !== null && period.to < ctx.today ? period.to : ctx.today;
    const bodies = await rows(ctx.db, sql<{ id: Id<'unit'> }>`select body.id from ${bodiesOf(sql`${unitId}::uuid`, sql`${ctx.today}::date`)} body`);
    const asked = { unitId, bodyIds: bodies.map((body) => body.id), personId, from: period.from < to ? period.from : to, to };
    const read = [];
    for (const { code, title, empty, read: readPart } of parts) read.push({ code, title, empty, items: [...(await readPart(ctx, asked))].slice(0, mostHandedOver) });
    const beside = (await assignmentsIn(ctx, { unitIds: [unitId], from: asked.from, to: ctx.today })).filter((other) => other.id !== id).toReversed().slice(0, mostOthers);
    const item = itemOf(row);
    const names = await namesApart(ctx, [{ id: personId, name: item.person.name }, ...beside.map((other) => ({ id: other.personId, name: other.personName }))], ctx.today);
    return { assignment: { ...item, person: { id: personId, name: names.get(personId)! } }, talkingPoints: await talkingPointsFor(ctx, row), on: ctx.today, parts: read, others: beside.map((other) => ({ person: { id: other.personId, name: names.get(other.personId)! }, period: other.period })) };
  };
}
