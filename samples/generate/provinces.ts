// The five provinces of the cases, and Phú Thọ that one of them joins; what became of them in 2025.
// Facts: Resolution 175/2024/QH15 (Huế) and Resolution 202/2025/QH15 (mergers of provinces).

import { LAST_OLD_DAY, REFORM } from './days.ts';
import type { Superior } from './commune.ts';
import { leadOrganisation } from './leaders.ts';
import { handOverMembers } from './membership.ts';
import { openPlace } from './people.ts';
import { createRandom } from './random.ts';
import { CENTRAL, addSuperior, officeCellOf } from './superiors.ts';
import { changeUnit, dissolveUnit, inherit } from './units.ts';
import type { World } from './world.ts';

export type Provinces = Record<'hue' | 'canTho' | 'dongThap' | 'socTrang' | 'vinhPhuc' | 'phuTho', Superior>;

const MERGERS = 'Nghị quyết 202/2025/QH15';

export function addProvinces(world: World): Provinces {
  const add = (ref: string, name: string, code: string, note = ''): Superior =>
    addSuperior(world, { ref, name, code, note, level: 'province', above: CENTRAL, hasGovernment: true });
  const provinces: Provinces = {
    hue: add('hue', 'Tỉnh Thừa Thiên Huế', '46'),
    canTho: add('can-tho', 'Thành phố Cần Thơ', '92'),
    dongThap: add('dong-thap', 'Tỉnh Đồng Tháp', '87'),
    socTrang: add('soc-trang', 'Tỉnh Sóc Trăng', '94'),
    vinhPhuc: add('vinh-phuc', 'Tỉnh Vĩnh Phúc', '26'),
    phuTho: add('phu-tho', 'Tỉnh Phú Thọ', '25', 'Tỉnh Phú Thọ cũ và tỉnh Hòa Bình không nằm trong dữ liệu mẫu'),
  };
  const ending = [provinces.socTrang, provinces.vinhPhuc];
  for (const [index, province] of Object.values(provinces).entries()) {
    // Those that live on hold another congress in the autumn of 2025.
    leadProvince(world, { province, series: 20 + index, congress2025: !ending.includes(province) });
  }
  return provinces;
}

/** Called last, when everything under the provinces has found its new place. */
export function reformProvinces(world: World, provinces: Provinces): void {
  const { canTho, dongThap, socTrang, vinhPhuc, phuTho } = provinces;
  changeUnit(world, {
    ref: dongThap.ref,
    on: REFORM,
    facts: { code: '82', decision: MERGERS, note: 'Hợp nhất với tỉnh Tiền Giang (ngoài dữ liệu mẫu), mang mã 82 của tỉnh này' },
  });
  changeUnit(world, {
    ref: canTho.ref,
    on: REFORM,
    facts: { decision: MERGERS, note: 'Hợp nhất với tỉnh Sóc Trăng và tỉnh Hậu Giang (ngoài dữ liệu mẫu)' },
  });
  changeUnit(world, {
    ref: phuTho.ref,
    on: REFORM,
    facts: { decision: MERGERS, note: 'Hợp nhất với tỉnh Vĩnh Phúc và tỉnh Hòa Bình (ngoài dữ liệu mẫu)' },
  });
  mergeProvince(world, { from: socTrang, into: canTho });
  mergeProvince(world, { from: vinhPhuc, into: phuTho });
}

/** Thừa Thiên Huế became a centrally-run city on 2025-01-01: the same unit under another name and rank. */
export function renameHue(world: World, hue: Superior): void {
  const decision = 'Nghị quyết 175/2024/QH15';
  const on = '2025-01-01';
  const change = (ref: string, name: string, type = ''): void =>
    changeUnit(world, { ref, on, facts: { name, shortName: 'Huế', decision, ...(type === '' ? {} : { type }) } });
  change(hue.ref, 'Thành phố Huế', 'thanh_pho');
  change(hue.party, 'Đảng bộ thành phố Huế');
  change(hue.government, 'Ủy ban nhân dân thành phố Huế');
  change(hue.front, 'Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Huế');
  change(officeCellOf(hue), 'Chi bộ cơ quan Thành ủy Huế');
}

function leadProvince(world: World, facts: { province: Superior; series: number; congress2025: boolean }): void {
  const { province, series, congress2025 } = facts;
  const name = `cap-tinh-${province.ref}`;
  const place = openPlace({ world, random: createRandom(name), name, region: 'north', series });
  const renewals = ['2010-01-01', '2015-10-20', '2018-04-10', '2020-10-15', '2023-05-04'];
  leadOrganisation(place, {
    leading: { ...province, council: '' },
    level: 'superior',
    cells: [officeCellOf(province)],
    renewals: congress2025 ? [...renewals, '2025-10-02'] : renewals,
  });
}

function mergeProvince(world: World, facts: { from: Superior; into: Superior }): void {
  const { from, into } = facts;
  for (const part of ['ref', 'party', 'government', 'front'] as const) {
    inherit(world, { predecessor: from[part], successor: into[part], on: REFORM, decision: MERGERS });
  }
  handOverMembers(world, { from: officeCellOf(from), to: officeCellOf(into), on: REFORM });
  inherit(world, { predecessor: officeCellOf(from), successor: officeCellOf(into), on: REFORM, decision: MERGERS });
  dissolveUnit(world, officeCellOf(from), LAST_OLD_DAY);
  for (const part of ['ref', 'party', 'government', 'front'] as const) dissolveUnit(world, from[part], LAST_OLD_DAY);
}
