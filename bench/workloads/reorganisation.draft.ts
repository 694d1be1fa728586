/**
 * A change set like that of July 2025 for the largest province of the data: the communes of one district (or, where
 * districts are gone, of the province) merged by threes, with the Party committees that lead them and the people's committees that govern them; the districts gone,
 * what they held handed to the province.
 */
import { sql } from 'kysely';
import { addDays, type Day } from '../../src/platform/day.ts';
import { homeOf, newId } from '../../src/platform/ids.ts';
import { rows } from '../../src/platform/db/database.ts';
import type { ReorganisationDraft, ReorganisationItem } from '../../src/modules/reorganisations/reorganisation.ts';
import type { UnitKind } from '../../src/modules/units/unit.kinds.ts';
import type { UnitId } from '../../src/modules/units/unit.ts';
import type { Installation } from '../installation.ts';
import type { Places } from '../places.ts';

const together = 3;

interface Commune {
  readonly id: UnitId;
  readonly name: string;
  readonly type: string | null;
  /** The district, or the province where there are none. */
  readonly above: UnitId;
  readonly inDistrict: boolean;
  readonly party: UnitId | null;
  readonly government: UnitId | null;
}

interface Heirs {
  readonly territory: UnitId;
  readonly party: UnitId;
  readonly government: UnitId | null;
}

export async function draftMergers(installation: Installation, places: Places): Promise<ReorganisationDraft> {
  const effectiveOn = addDays(places.today, 1);
  const communes = await communesOf(installation, places);
  const heirs = await heirsIn(installation, places);
  const groups = [...Map.groupBy(communes, ({ above }) => above).values()].flatMap((neighbours) => chunked(neighbours, together));
  const districts = await districtUnits(installation, { places, districts: [...new Set(communes.filter(({ inDistrict }) => inDistrict).map(({ above }) => above))] });
  const merged = groups.filter((group) => group.length > 1).flatMap((group) => mergerOf(group, heirs));
  // A commune that stays alone moves from its district to the province by the rule for the district.
  return {
    title: `Sắp xếp thử ${communes.length} xã thành ${groups.length}`, decision: { number: 'bench', signedOn: null, issuer: null }, effectiveOn: effectiveOn as Day, unitId: null,
    items: [...merged, ...districts.map(({ id, kind }): ReorganisationItem => ({ kind: 'dissolve', unitId: id, heirId: heirOf(kind, heirs) }))],
  };
}

function mergerOf(group: readonly Commune[], heirs: Heirs): ReorganisationItem[] {
  const [first] = group;
  if (!first) return [];
  const name = `${first.name} (bench)`;
  return [
    ...joined(group.map(({ id }) => id), { name, kind: 'commune', type: first.type, hierarchy: 'territory', parent: heirs.territory }),
    ...joined(present(group.map(({ party }) => party)), { name: `Đảng bộ ${name}`, kind: 'commune_party', type: null, hierarchy: 'party', parent: heirs.party }),
    ...joined(present(group.map(({ government }) => government)), { name: `Ủy ban nhân dân ${name}`, kind: 'peoples_committee', type: null, hierarchy: 'government', parent: heirs.government }),
  ];
}

interface Successor {
  readonly name: string;
  readonly kind: UnitKind;
  readonly type: string | null;
  readonly hierarchy: 'territory' | 'party' | 'government';
  readonly parent: UnitId | null;
}

function joined(unitIds: readonly UnitId[], { name, kind, type, hierarchy, parent }: Successor): ReorganisationItem[] {
  const [first] = unitIds;
  if (first === undefined || unitIds.length < 2) return [];
  const unitId = newId<'unit'>(homeOf(first));
  const facts = { name, shortName: null, kind, type, rank: null, code: null, properties: {} };
  return [
    { kind: 'found', unitId, facts, parents: parent === null ? [] : [{ hierarchy, parentId: parent }] },
    { kind: 'merge', unitIds, intoId: unitId, holders: 'leave' },
  ];
}

function heirOf(kind: string, heirs: Heirs): UnitId | null {
  if (kind === 'district') return heirs.territory;
  return kind === 'peoples_committee' ? heirs.government : heirs.party;
}

async function communesOf({ owner }: Installation, { provinceTerritory, today }: Places): Promise<Commune[]> {
  return rows(owner, sql<Commune>`
    select v.unit_id as id, v.name, v.type, p.parent_id as above, d.kind = 'district' as "inDistrict",
      (select r.unit_id from unit_relations r join unit_versions w on w.unit_id = r.unit_id and w.kind = 'commune_party' and w.valid @> ${today}::date
        where r.other_id = v.unit_id and r.kind = 'leads' and r.valid @> ${today}::date order by 1 limit 1) as party,
      (select r.unit_id from unit_relations r join unit_versions w on w.unit_id = r.unit_id and w.kind = 'peoples_committee' and w.valid @> ${today}::date
        where r.other_id = v.unit_id and r.kind = 'governs' and r.valid @> ${today}::date order by 1 limit 1) as government
    from unit_closure c
    join unit_versions v on v.unit_id = c.descendant_id and v.kind = 'commune' and v.valid @> ${today}::date
    join unit_parents p on p.unit_id = v.unit_id and p.hierarchy = 'territory' and p.valid @> ${today}::date
    join unit_versions d on d.unit_id = p.parent_id and d.valid @> ${today}::date
    where c.hierarchy = 'territory' and c.ancestor_id = ${provinceTerritory.id} and c.valid @> ${today}::date
    order by p.parent_id, v.unit_id`);
}

/** The districts with what leads and governs them. */
async function districtUnits({ owner }: Installation, { places: { today }, districts }: { places: Places; districts: readonly UnitId[] }): Promise<{ id: UnitId; kind: string }[]> {
  return rows(owner, sql<{ id: UnitId; kind: string }>`
    select distinct v.unit_id as id, v.kind from unit_versions v
    where v.valid @> ${today}::date and (v.unit_id = any(${districts}::uuid[]) or v.kind in ('district_party', 'peoples_committee') and exists (
      select from unit_relations r where r.unit_id = v.unit_id and r.other_id = any(${districts}::uuid[]) and r.valid @> ${today}::date))
    order by 1`);
}

async function heirsIn({ owner }: Installation, { province, provinceTerritory, today }: Places): Promise<Heirs> {
  const [government] = await rows(owner, sql<{ id: UnitId }>`
    select r.unit_id as id from unit_relations r join unit_versions w on w.unit_id = r.unit_id and w.kind = 'peoples_committee' and w.valid @> ${today}::date
    where r.other_id = ${provinceTerritory.id} and r.kind = 'governs' and r.valid @> ${today}::date order by 1 limit 1`);
  return { territory: provinceTerritory.id as UnitId, party: province.id as UnitId, government: government?.id ?? null };
}

function present(ids: readonly (UnitId | null)[]): UnitId[] {
  return ids.filter((id) => id !== null);
}

function chunked<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
