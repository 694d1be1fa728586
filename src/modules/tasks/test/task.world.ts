/** A small land for the tests of tasks: a commune with two cells, one post that changes hands, a member who leaves, and a commune beside it. */
import { sql } from 'kysely';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, openWorld } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { settleTask } from '../server/task.commands.ts';
import { giveTask } from '../server/task.give.ts';
import { workOn } from '../server/task.work.ts';
import { taskContract } from '../task.contract.ts';

export async function openTaskWorld() {
  const world = await openWorld();
  const build = buildIn(world);
  const province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  const commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã', parent: province });
  const cell = await build.unit({ kind: 'cell', name: 'Chi bộ thôn', parent: commune });
  const other = await build.unit({ kind: 'cell', name: 'Chi bộ bên', parent: commune });
  const area = await build.unit({ kind: 'commune', name: 'Xã' });
  await build.relation(commune, 'leads', area);
  const village = await build.unit({ kind: 'village', name: 'Thôn', parent: area });
  const beside = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xa', parent: province });
  const head = await build.person({ name: 'Nguyễn Văn Đầu' });
  const successor = await build.person({ name: 'Lê Thị Nối' });
  for (const person of [head, successor]) await build.member(person, cell);
  const mover = await build.person({ name: 'Trần Văn Đi' });
  const membership = await build.membership(mover, { from: '2010-01-01' });
  await build.placement({ person: mover, membership, cell, from: '2010-01-01', to: '2026-11-30' });
  const post = newId<'post'>(0);
  await sql`insert into posts (id, unit_id, kind, seats, valid) values (${post}, ${cell}, 'secretary', 1, '[2020-01-01,)')`.execute(world.owner.db);
  await sql`insert into tenures (home_id, id, person_id, post_id, valid) values (0, ${newId(0)}, ${head}, ${post}, '[2020-01-01,2026-12-01)'), (0, ${newId(0)}, ${successor}, ${post}, '[2026-12-01,)')`.execute(world.owner.db);
  await build.derive();
  const office = contextFor(world, actorWith([{ role: 'office_officer', unitId: commune }]));
  return {
    world, province, commune, cell, other, village, head, successor, mover, post, office,
    secretary: contextFor(world, actorWith([{ role: 'cell_secretary', unitId: cell }])),
    neighbour: contextFor(world, actorWith([{ role: 'cell_secretary', unitId: other }])),
    stranger: contextFor(world, actorWith([{ role: 'office_officer', unitId: beside }])),
    give: (asked: Record<string, unknown>, ctx = office) => act(ctx, (inside) => giveTask(inside, taskContract.give.input.parse({ unitId: commune, to: [cell], title: 'Rà soát quy chế', dueOn: '2026-11-27', ownerId: null, ...asked }))),
  };
}

export const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code);
export const work = (ctx: Ctx, id: Id<'task'>, given: Record<string, unknown>) => act(ctx, (inside) => workOn(inside, taskContract.work.input.parse({ id, ...given })));
export const settle = (ctx: Ctx, id: Id<'task'>, state: 'done' | 'dropped' = 'done') => act(ctx, (inside) => settleTask(inside, { id, state, on: inside.today, note: state === 'dropped' ? 'không cần nữa' : null }));
