/** A province of twelve communes for the tests of ratings: one cell with three members, whoever may do what there, and the words of their acts. */
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Id } from '../../../platform/ids.ts';
import { enterAppraisal } from '../server/rating.commands.ts';
import type { decideRatings } from '../server/rating.decisions.ts';
import { listRatings } from '../server/rating.reads.ts';
import { openSeason } from '../server/rating.season.commands.ts';

export type RatingId = Id<'rating'>;
export type SeasonId = Id<'ratingSeason'>;
export type Line = Omit<Awaited<ReturnType<typeof listRatings>>['items'][number], 'id'> & { readonly id: RatingId };

export const communes = 12;

export interface RatingWorld {
  readonly world: World;
  readonly province: Id<'unit'>;
  readonly units: readonly Id<'unit'>[];
  readonly cell: Id<'unit'>;
  readonly member: Id<'person'>;
  readonly exempted: Id<'person'>;
  readonly board: Ctx;
  readonly office: Ctx;
  readonly elsewhere: Ctx;
  readonly secretary: Ctx;
  readonly own: Ctx;
}

export async function openRatingWorld(): Promise<RatingWorld> {
  const world = await openWorld();
  const build = buildIn(world);
  const province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  const units: Id<'unit'>[] = [];
  for (let at = 1; at <= communes; at += 1) units.push(await build.unit({ kind: 'commune_party', name: `Đảng bộ xã ${String(at).padStart(2, '0')}`, parent: province }));
  const cell = await build.unit({ kind: 'cell', name: 'Chi bộ thôn', parent: units[0]! });
  const member = await build.person({ name: 'Nguyễn Văn An' });
  await build.member(member, cell);
  const exempted = await build.person({ name: 'Trần Thị Bình' });
  await build.member(exempted, cell);
  await build.exemption(exempted, { from: '2026-01-01' });
  const late = await build.person({ name: 'Lê Văn Cường' });
  await build.member(late, cell, { from: '2026-09-01' });
  await build.tenure(member, await build.post(units[0]!, 'secretary'));
  await build.derive();
  return {
    world, province, units, cell, member, exempted,
    board: contextFor(world, actorWith([{ role: 'board_officer', unitId: province }])),
    office: contextFor(world, actorWith([{ role: 'office_officer', unitId: units[0]! }])),
    elsewhere: contextFor(world, actorWith([{ role: 'office_officer', unitId: units[1]! }])),
    secretary: contextFor(world, actorWith([{ role: 'cell_secretary', unitId: cell }])),
    own: contextFor(world, actorWith([{ role: 'member' }], member)),
  };
}

export const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code ?? String(error));
export const dues = { selfDueOn: day('2026-12-05'), appraisalDueOn: day('2026-12-15'), decisionDueOn: day('2026-12-31') };
export const openIn = (ctx: Ctx, given: Pick<Parameters<typeof openSeason>[1], 'unitId'> & Partial<Parameters<typeof openSeason>[1]>) => act(ctx, (inside) => openSeason(inside, { year: 2026, about: 'units', ...dues, ...given }));
export const lines = async (ctx: Ctx, seasonId: SeasonId, asked: Partial<Parameters<typeof listRatings>[1]> = {}): Promise<Line[]> => (await listRatings(ctx, { seasonId, limit: 50, ...asked })).items.map((item) => ({ ...item, id: item.id as RatingId }));
export const good = [{ criterion: 'politics', points: 14 }, { criterion: 'organisation', points: 18 }, { criterion: 'inspection', points: 9 }, { criterion: 'tasks', points: 42 }, { criterion: 'remedies', points: 9 }].map((one) => ({ fact: null, proof: 'Báo cáo 20-BC/ĐU', ...one }));
const stated = (change: Record<string, number> = {}) => [
  { code: 'tasksOnTime' as const, count: 10, of: 10 }, { code: 'beyond' as const, count: 4, of: 10 }, { code: 'shortcomingsRemedied' as const, count: 2, of: 2 }, { code: 'disciplinedBelow' as const, count: 0, of: null },
].map((one) => ({ ...one, count: change[one.code] ?? one.count, source: 'Báo cáo 21-BC/ĐU' }));
export const assessed = (level: Line['self'] = 'excellent', change: Record<string, number> = {}) => ({ level: level!, points: good, stated: stated(change), note: null });
export const appraiseAll = async (ctx: Ctx, seasonId: SeasonId) => {
  for (const { id, version, state } of await lines(ctx, seasonId)) if (state !== 'decided') await act(ctx, (inside) => enterAppraisal(inside, { id, version, ...assessed() }));
};
export const deciding = (seasonId: SeasonId, items: (Pick<Parameters<typeof decideRatings>[1]['items'][number], 'id' | 'version' | 'level'> & Partial<Parameters<typeof decideRatings>[1]['items'][number]>)[]) => ({ seasonId, document: '31-QĐ/TU', on: day('2026-11-20'), items: items.map((item) => ({ points: null, reason: null, ...item })) });
