/** A province with two districts and three communes, and what a reform makes of them: for the tests of change sets. */
import { sql } from 'kysely';
import { buildIn } from '../../../../test/world/build.ts';
import type { World } from '../../../../test/world/world.ts';
import { day } from '../../../platform/day.ts';
import type { Db } from '../../../platform/db/database.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import type { UnitFacts } from '../../units/unit.ts';
import type { UnitKind } from '../../units/unit.kinds.ts';
import type { ReorganisationDraft, ReorganisationItem } from '../reorganisation.ts';

type UnitId = Id<'unit'>;
type PersonId = Id<'person'>;

export const reformDay = day('2025-07-01');

export interface ReformPlace {
  readonly top: UnitId;
  readonly district: UnitId;
  readonly provinceLand: UnitId;
  readonly districtLand: UnitId;
  readonly communes: readonly Commune[];
  readonly board: UnitId;
}

export interface Commune {
  readonly party: UnitId;
  readonly land: UnitId;
  readonly committee: UnitId;
  readonly cells: readonly UnitId[];
  readonly villages: readonly UnitId[];
  readonly members: readonly PersonId[];
  readonly secretary: PersonId;
}

/** Three communes A, B, C under one district; two cells with their villages each, three members to a cell. */
export async function buildReformPlace(world: World, home = 0): Promise<ReformPlace> {
  const build = buildIn(world, home);
  const top = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  const provinceLand = await build.unit({ kind: 'province', name: 'Tỉnh' });
  await build.relation(top, 'leads', provinceLand);
  const district = await build.unit({ kind: 'district_party', name: 'Đảng bộ huyện', parent: top });
  const districtLand = await build.unit({ kind: 'district', name: 'Huyện', parent: provinceLand });
  await build.relation(district, 'leads', districtLand);
  const board = await build.unit({ kind: 'party_board', name: 'Ban Tổ chức huyện ủy' });
  await build.relation(board, 'belongs_to', district);
  const communes = [];
  for (const name of ['A', 'B', 'C']) communes.push(await buildCommune(build, { name, district, districtLand }));
  await build.derive();
  return { top, district, provinceLand, districtLand, communes, board };
}

async function buildCommune(build: ReturnType<typeof buildIn>, { name, district, districtLand }: { name: string; district: UnitId; districtLand: UnitId }): Promise<Commune> {
  const party = await build.unit({ kind: 'commune_party', name: `Đảng bộ xã ${name}`, parent: district });
  const land = await build.unit({ kind: 'commune', name: `Xã ${name}`, code: `0882${name}`, parent: districtLand });
  const committee = await build.unit({ kind: 'peoples_committee', name: `Ủy ban nhân dân xã ${name}` });
  await build.relation(party, 'leads', land);
  await build.relation(committee, 'governs', land);
  const cells: UnitId[] = [];
  const villages: UnitId[] = [];
  const members: PersonId[] = [];
  for (const number of [1, 2]) {
    const cell = await build.unit({ kind: 'cell', name: `Chi bộ thôn ${name}${number}`, parent: party });
    const village = await build.unit({ kind: 'village', name: `Thôn ${name}${number}`, parent: land });
    await build.relation(cell, 'leads', village);
    for (let each = 0; each < 3; each += 1) {
      const person = await build.person();
      await build.member(person, cell, { from: '2015-05-19' });
      members.push(person);
    }
    cells.push(cell);
    villages.push(village);
  }
  const secretary = members[0]!;
  await build.tenure(secretary, await build.post(party, 'secretary'), { from: '2020-01-01' });
  await build.tenure(members[1]!, await build.post(party, 'deputy_secretary', { seats: 2 }), { from: '2021-01-01' });
  await build.tenure(members[2]!, await build.post(committee, 'peoples_committee_chair'), { from: '2020-06-01' });
  await build.tenure(members[3]!, await build.post(cells[0]!, 'secretary'), { from: '2020-06-01' });
  return { party, land, committee, cells, villages, members, secretary };
}

export function factsOf(kind: UnitKind, name: string): UnitFacts {
  return { name, shortName: null, kind, type: null, rank: null, code: null, properties: {} };
}

export interface Reform {
  readonly items: ReorganisationItem[];
  readonly party: UnitId;
  readonly land: UnitId;
  readonly committee: UnitId;
}

/** A and B go whole into a new commune, C is halved between the new one and a second; the district goes. */
export function mergeAndHalve(place: ReformPlace): Reform & { party2: UnitId; land2: UnitId } {
  const { communes: [a, b, c], top, provinceLand, district, districtLand, board } = place;
  const [party, land, committee, party2, land2] = Array.from({ length: 5 }, () => newId<'unit'>(0)) as [UnitId, UnitId, UnitId, UnitId, UnitId];
  return {
    party, land, committee, party2, land2,
    items: [
      { kind: 'found', unitId: party, facts: factsOf('commune_party', 'Đảng bộ xã mới'), parents: [{ hierarchy: 'party', parentId: top }] },
      { kind: 'found', unitId: land, facts: factsOf('commune', 'Xã mới'), parents: [{ hierarchy: 'territory', parentId: provinceLand }] },
      { kind: 'found', unitId: committee, facts: factsOf('peoples_committee', 'Ủy ban nhân dân xã mới'), parents: [] },
      { kind: 'found', unitId: party2, facts: factsOf('commune_party', 'Đảng bộ xã hai'), parents: [{ hierarchy: 'party', parentId: top }] },
      { kind: 'found', unitId: land2, facts: factsOf('commune', 'Xã hai'), parents: [{ hierarchy: 'territory', parentId: provinceLand }] },
      { kind: 'merge', unitIds: [a!.party, b!.party], intoId: party },
      { kind: 'merge', unitIds: [a!.land, b!.land], intoId: land },
      { kind: 'merge', unitIds: [a!.committee, b!.committee, c!.committee], intoId: committee },
      { kind: 'split', unitId: c!.party, intoIds: [party, party2] },
      { kind: 'split', unitId: c!.land, intoIds: [land, land2], heirId: land2 },
      { kind: 'move', unitId: c!.cells[0]!, hierarchy: 'party', parentId: party },
      { kind: 'move', unitId: c!.cells[1]!, hierarchy: 'party', parentId: party2 },
      { kind: 'move', unitId: c!.villages[0]!, hierarchy: 'territory', parentId: land },
      { kind: 'relate', unitId: party2, relation: 'leads', otherId: land2 },
      { kind: 'dissolve', unitId: district, heirId: top },
      { kind: 'dissolve', unitId: districtLand },
      { kind: 'dissolve', unitId: board },
    ],
  };
}

export function draftOf(unitId: UnitId | null, items: readonly ReorganisationItem[]): ReorganisationDraft {
  return { title: 'Sắp xếp đơn vị hành chính cấp xã', decision: { number: '1665/NQ-UBTVQH15', signedOn: day('2025-06-16'), issuer: 'Ủy ban Thường vụ Quốc hội' }, effectiveOn: reformDay, unitId, items };
}

const stateTables = ['unit_versions', 'unit_parents', 'unit_relations', 'unit_lineage', 'unit_closure', 'placements', 'memberships', 'posts', 'tenures', 'people'] as const;

/** Every row of the tables that a change set may alter, as text. */
export async function stateOf(world: Pick<World, 'owner'>): Promise<Record<string, string[]>> {
  return stateIn(world.owner);
}

export async function stateIn({ db }: { db: Db }): Promise<Record<string, string[]>> {
  const state: Record<string, string[]> = {};
  for (const table of stateTables) {
    const { rows } = await sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.table(table)} t order by 1`.execute(db);
    state[table] = rows.map(({ row }) => row);
  }
  return state;
}
