/** A small world for the tests of access: one province with two communes, a village that a cell leads, and another province. */
import { sql } from 'kysely';
import { buildIn } from '../../../test/world/build.ts';
import type { World } from '../../../test/world/world.ts';
import type { Id } from '../../platform/ids.ts';

export type Place = (typeof placeNames)[number];
export const placeNames = ['province', 'commune', 'cell', 'village', 'sibling', 'siblingCell', 'predecessor', 'predecessorCell', 'elsewhere'] as const;
export type Places = Readonly<Record<Place, Id<'unit'>>>;

/** The predecessor was dissolved on 2025-06-30 and taken over whole by the commune, its cell with it. */
export async function buildPlaces(world: World): Promise<Places> {
  const build = buildIn(world);
  const province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  const commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã', parent: province });
  const cell = await build.unit({ kind: 'cell', name: 'Chi bộ thôn Thượng', parent: commune });
  const village = await build.unit({ kind: 'village', name: 'Thôn Thượng' });
  await build.relation(cell, 'leads', village);
  const sibling = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã bên', parent: province });
  const siblingCell = await build.unit({ kind: 'cell', name: 'Chi bộ thôn Hạ', parent: sibling });
  const predecessor = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã cũ', parent: province, to: '2025-06-30' });
  const predecessorCell = await build.unit({ kind: 'cell', name: 'Chi bộ thôn cũ', parent: predecessor, to: '2025-06-30' });
  await build.lineage(predecessor, commune, '2025-07-01');
  const elsewhere = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh khác' });
  await build.derive();
  return { province, commune, cell, village, sibling, siblingCell, predecessor, predecessorCell, elsewhere };
}

/** A person placed in the cell. */
export async function buildMember(world: World, cell: Id<'unit'>): Promise<Id<'person'>> {
  const build = buildIn(world);
  const person = await build.person();
  await build.member(person, cell);
  return person;
}

export async function endUnit(world: World, unitId: Id<'unit'>, firstDayWithout: string): Promise<void> {
  await sql`update unit_versions set valid = daterange(lower(valid), ${firstDayWithout}::date) where unit_id = ${unitId}`.execute(world.owner.db);
}

export async function moveUnit(world: World, unitId: Id<'unit'>, place: { parent: Id<'unit'>; on: string }): Promise<void> {
  const build = buildIn(world);
  await build.move(unitId, { hierarchy: 'party', ...place });
  await build.derive();
}
