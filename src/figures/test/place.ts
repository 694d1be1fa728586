/**
 * A district for the tests of figures: two communes with their Party committees, People's Committees, villages led by
 * cells and Front boards; in 2025 the district ends, the communes become one under the province.
 */
import type { Id } from '../../platform/ids.ts';
import type { Build } from '../../../test/world/build.ts';

type UnitId = Id<'unit'>;

export interface Village {
  readonly village: UnitId;
  readonly cell: UnitId;
  readonly board: UnitId;
}

export interface Commune {
  readonly territory: UnitId;
  readonly party: UnitId;
  readonly government: UnitId;
  readonly villages: readonly Village[];
}

export interface Place {
  readonly province: { readonly territory: UnitId; readonly party: UnitId };
  readonly district: { readonly territory: UnitId; readonly party: UnitId };
  readonly communes: readonly [Commune, Commune];
  readonly merged: { readonly territory: UnitId; readonly party: UnitId };
}

export const lastOldDay = '2025-06-30';
export const reform = '2025-07-01';

export async function districtIn(build: Build): Promise<Place> {
  const province = { territory: await build.unit({ kind: 'province', name: 'Tỉnh Mẫu' }), party: await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh Mẫu' }) };
  await build.relation(province.party, 'leads', province.territory);
  const district = {
    territory: await build.unit({ kind: 'district', name: 'Huyện Mẫu', parent: province.territory, to: lastOldDay }),
    party: await build.unit({ kind: 'district_party', name: 'Đảng bộ huyện Mẫu', parent: province.party, to: lastOldDay }),
  };
  await build.relation(district.party, 'leads', district.territory, { to: lastOldDay });
  const merged = {
    territory: await build.unit({ kind: 'commune', name: 'Xã Mới', parent: province.territory, from: reform }),
    party: await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Mới', parent: province.party, from: reform }),
  };
  await build.relation(merged.party, 'leads', merged.territory, { from: reform });
  const communes = [await communeIn(build, { district, merged, name: 'Thượng' }), await communeIn(build, { district, merged, name: 'Hạ' })] as const;
  await build.lineage(district.territory, merged.territory, reform, 'part');
  await build.lineage(district.party, merged.party, reform, 'part');
  return { province, district, communes, merged };
}

async function communeIn(build: Build, { district, merged, name }: { district: Place['district']; merged: Place['merged']; name: string }): Promise<Commune> {
  const territory = await build.unit({ kind: 'commune', type: 'xa', name: `Xã ${name}`, parent: district.territory, to: lastOldDay });
  const party = await build.unit({ kind: 'commune_party', name: `Đảng bộ xã ${name}`, parent: district.party, to: lastOldDay });
  const government = await build.unit({ kind: 'peoples_committee', name: `Ủy ban nhân dân xã ${name}`, to: lastOldDay });
  await build.relation(party, 'leads', territory, { to: lastOldDay });
  await build.relation(government, 'governs', territory, { to: lastOldDay });
  await build.lineage(territory, merged.territory, reform);
  await build.lineage(party, merged.party, reform);
  const villages: Village[] = [];
  for (const number of [1, 2, 10]) villages.push(await villageIn(build, { territory, party, merged, name: `${name} ${number}` }));
  return { territory, party, government, villages };
}

async function villageIn(build: Build, of: { territory: UnitId; party: UnitId; merged: Place['merged']; name: string }): Promise<Village> {
  const village = await build.unit({ kind: 'village', type: 'thon', name: `Thôn ${of.name}` });
  const cell = await build.unit({ kind: 'cell', type: 'residential', name: `Chi bộ thôn ${of.name}` });
  const board = await build.unit({ kind: 'front_board', name: `Ban công tác Mặt trận thôn ${of.name}` });
  await build.place(village, 'territory', [{ parent: of.territory, to: lastOldDay }, { parent: of.merged.territory, from: reform }]);
  await build.place(cell, 'party', [{ parent: of.party, to: lastOldDay }, { parent: of.merged.party, from: reform }]);
  await build.relation(cell, 'leads', village);
  await build.relation(board, 'belongs_to', village);
  return { village, cell, board };
}
