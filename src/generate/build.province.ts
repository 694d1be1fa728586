/** Writes the units of a province: its own bodies, its districts with theirs, agencies, and the communes. */
import type { UnitId } from '../modules/units/unit.ts';
import { buildAgency } from './build.agency.ts';
import { buildCommune } from './build.commune.ts';
import { unitsBegan } from './calendar.ts';
import { foundSeats, type Building } from './build.seats.ts';
import { localWords, placeNames } from './place.names.ts';
import { Random } from './random.ts';
import { cellsOf, type Agency, type Commune, type Country, type District, type Province, type Seats } from './structure.ts';
import type { DistrictPlan, ProvincePlan } from './territory.plan.ts';
import type { NewUnit, UnitBook } from './unit.book.ts';

export function buildTop(book: UnitBook): Omit<Country, 'provinces'> {
  const found = (kind: NewUnit['kind'], name: string) => book.found({ home: 0, kind, names: [{ name, type: null, from: unitsBegan }], parents: [] });
  const territory = found('country', 'Việt Nam');
  const party = found('central', 'Đảng Cộng sản Việt Nam');
  const front = found('front_committee', 'Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam');
  book.relate({ home: 0, unitId: party, kind: 'leads', otherId: territory, from: unitsBegan });
  return { territory, party, front };
}

export async function buildProvince({ book, plan, top, seed }: { book: UnitBook; plan: ProvincePlan; top: Omit<Country, 'provinces'>; seed: string }): Promise<Province> {
  const random = new Random(`${seed}/units/${plan.code}`);
  const building: Building = { book, random, plan, home: plan.home, nextName: placeNames(random), words: localWords(random) };
  const type = plan.name.startsWith('Thành phố') ? 'thanh_pho' : 'tinh';
  const seats = foundSeats(building, { level: 'provincial', place: { code: plan.code, names: [{ name: plan.name, type, from: unitsBegan }] }, above: { ...top, government: undefined } });
  const agencies = buildAgencies(building, { parentId: seats.party, count: Math.round(plan.shape.agenciesOfProvince), of: plan.name });
  const districts: District[] = [];
  for (const district of plan.districts) districts.push(await buildDistrict(building, district, seats));
  return { plan, home: plan.home, seats, districts, agencies, cells: cellsOf({ agencies, districts }) };
}

async function buildDistrict(building: Building, plan: DistrictPlan, above: Seats): Promise<District> {
  const { random, book } = building;
  const seats = foundSeats(building, { level: 'district', place: { code: plan.code, names: [{ name: plan.name, type: districtType(plan.name), from: unitsBegan }] }, above });
  const count = random.size({ median: building.plan.shape.agenciesOfDistrict, spread: 0.3, least: 2, most: 120 });
  const agencies = buildAgencies(building, { parentId: seats.party, count, of: plan.name });
  const communes: Commune[] = [];
  for (const commune of plan.communes) {
    communes.push(buildCommune(building, commune, seats));
    await book.breathe();
  }
  return { code: plan.code, name: plan.name, seats, communes, agencies };
}

function buildAgencies(building: Building, { parentId, count, of }: { parentId: UnitId; count: number; of: string }): Agency[] {
  return Array.from({ length: Math.max(1, count) }, (_, index) => buildAgency(building, { parentId, index, of }));
}

export function districtType(name: string): string {
  if (name.startsWith('Quận')) return 'quan';
  if (name.startsWith('Thị xã')) return 'thi_xa';
  return name.startsWith('Thành phố') ? 'thanh_pho_thuoc_tinh' : 'huyen';
}
