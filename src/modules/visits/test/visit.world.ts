/** A small land with a regulation under which a cadre follows a commune, for the tests of visits. */
import { sql } from 'kysely';
import { buildIn } from '../../../../test/world/build.ts';
import { actorWith, contextFor, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import { newId, type Id } from '../../../platform/ids.ts';

export interface VisitWorld {
  readonly world: World;
  readonly province: Id<'unit'>;
  readonly commune: Id<'unit'>;
  readonly other: Id<'unit'>;
  readonly cell: Id<'unit'>;
  /** Follows the commune since the first of April. */
  readonly cadre: Id<'person'>;
  readonly board: Ctx;
  readonly office: Ctx;
  readonly elsewhere: Ctx;
  readonly secretary: Ctx;
  readonly follower: Ctx;
  readonly stranger: Ctx;
  readonly assign: (given: { readonly person: Id<'person'>; readonly unit: Id<'unit'>; readonly from: string; readonly to?: string }) => Promise<Id<'oversightAssignment'>>;
  readonly close: () => Promise<void>;
}

export async function openVisitWorld(): Promise<VisitWorld> {
  const world = await openWorld();
  const build = buildIn(world);
  const province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh Thử' });
  const commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Hạ', parent: province });
  const other = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Thượng', parent: province });
  const cell = await build.unit({ kind: 'cell', name: 'Chi bộ thôn Bắc', parent: commune });
  const agency = await build.unit({ kind: 'cell', name: 'Chi bộ cơ quan', parent: province });
  const cadre = await build.person({ name: 'Trần Văn Bám' });
  await build.member(cadre, agency);
  const local = await build.person({ name: 'Nguyễn Thị Sở Tại' });
  await build.member(local, cell);
  await build.derive();
  const regulation = newId<'oversightRegulation'>(0);
  await sql`insert into oversight_regulations (home_id, id, unit_id, title, kinds, valid, version, recorded_at) values (0, ${regulation}, ${province}, 'Quy chế thử', '{commune_party}', '[2021-01-01,)', 1, now())`.execute(world.owner.db);
  await sql`insert into oversight_duties (home_id, regulation_id, tier, visits_per_quarter, cell_meetings_per_year, committee_meetings_per_year, report_every_months) values (0, ${regulation}, 'head', 1, 2, 2, 3)`.execute(world.owner.db);
  const assign: VisitWorld['assign'] = async ({ person, unit, from, to }) => {
    const id = newId<'oversightAssignment'>(0);
    await sql`insert into oversight_assignments (home_id, id, regulation_id, unit_id, person_id, tier, decision, valid, talking_points, version, recorded_at)
      values (0, ${id}, ${regulation}, ${unit}, ${person}, 'head', '01-QĐ/TU', daterange(${from}::date, ${to ?? null}::date, '[]'), '', 1, now())`.execute(world.owner.db);
    return id;
  };
  await assign({ person: cadre, unit: commune, from: '2026-04-01' });
  return {
    world, province, commune, other, cell, cadre, assign,
    board: contextFor(world, actorWith([{ role: 'board_officer', unitId: province }])),
    office: contextFor(world, actorWith([{ role: 'office_officer', unitId: commune }])),
    elsewhere: contextFor(world, actorWith([{ role: 'office_officer', unitId: other }])),
    secretary: contextFor(world, actorWith([{ role: 'cell_secretary', unitId: cell }])),
    follower: contextFor(world, actorWith([{ role: 'assigned_cadre', unitId: commune }], cadre)),
    stranger: contextFor(world, actorWith([{ role: 'assigned_cadre', unitId: other }], local)),
    close: () => world.close(),
  };
}
