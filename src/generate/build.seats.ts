/** What builders of one province share: a territory with the bodies that lead, govern and unite it, and how they are named. */
import type { Home } from '../platform/ids.ts';
import type { UnitId } from '../modules/units/unit.ts';
import { earlierMerger, unitsBegan } from './calendar.ts';
import type { DayNumber } from './day.numbers.ts';
import type { VillageType } from './place.names.ts';
import type { Random } from './random.ts';
import type { Seats } from './structure.ts';
import type { ProvincePlan } from './territory.plan.ts';
import type { NameStretch, NewUnit, Stretch, UnitBook } from './unit.book.ts';

/** What all builders of one province share. */
export interface Building {
  readonly book: UnitBook;
  readonly random: Random;
  readonly plan: ProvincePlan;
  readonly home: Home;
  readonly nextName: () => string;
  /** The word for a village and for a group of the town. */
  readonly words: readonly [VillageType, VillageType];
}

type Level = 'provincial' | 'district' | 'commune';

const kinds = {
  provincial: { territory: 'province', party: 'provincial_party' },
  district: { territory: 'district', party: 'district_party' },
  commune: { territory: 'commune', party: 'commune_party' },
} as const;

interface Above {
  readonly territory: UnitId;
  readonly party: UnitId;
  readonly government: UnitId | undefined;
  readonly front: UnitId;
}

/** The territory with its Party organisation, People's Committee and Front, all of the same name and life. */
export function foundSeats({ book, home }: Building, given: { level: Level; place: { code: string; names: readonly NameStretch[] }; above: Above; properties?: NewUnit['properties'] }): Seats {
  const { level, place: { code, names }, above } = given;
  const life: Stretch = { from: names[0]!.from, end: names.at(-1)!.end };
  const titled = (title: string) => names.map(({ name, from, end }) => ({ name: `${title} ${lowerFirst(name)}`, type: null, from, end }));
  const territory = book.found({
    home, kind: kinds[level].territory, code, names, parents: [{ hierarchy: 'territory', parentId: above.territory, ...life }], ...(given.properties ? { properties: given.properties } : {}),
  });
  const party = book.found({ home, kind: kinds[level].party, names: titled('Đảng bộ'), parents: [{ hierarchy: 'party', parentId: above.party, ...life }] });
  const government = book.found({
    home, kind: 'peoples_committee', names: titled('Ủy ban nhân dân'), parents: above.government === undefined ? [] : [{ hierarchy: 'government', parentId: above.government, ...life }],
  });
  const front = book.found({ home, kind: 'front_committee', names: titled('Ủy ban Mặt trận Tổ quốc Việt Nam'), parents: [{ hierarchy: 'front', parentId: above.front, ...life }] });
  book.relate({ home, unitId: party, kind: 'leads', otherId: territory, ...life });
  book.relate({ home, unitId: government, kind: 'governs', otherId: territory, ...life });
  book.relate({ home, unitId: front, kind: 'belongs_to', otherId: territory, ...life });
  return { territory, party, government, front };
}

/** A commune merged into a neighbour before the books began, with its bodies. */
export function foundFormerCommune(building: Building, { above, into, name, code }: { above: Above; into: Seats; name: string; code: string }): Seats {
  const seats = foundSeats(building, { level: 'commune', place: { code, names: [{ name, type: 'xa', from: unitsBegan, end: earlierMerger }] }, above });
  const pairs: [UnitId, UnitId][] = [[seats.territory, into.territory], [seats.party, into.party], [seats.government, into.government], [seats.front, into.front]];
  for (const [from, to] of pairs) building.book.succeed({ home: building.home, from, to, on: earlierMerger, decision: decisionOf(building, earlierMerger) });
  return seats;
}

export function decisionOf({ random }: Building, on: DayNumber): string {
  return `Nghị quyết ${random.int(200, 1200)}/NQ-UBTVQH${on < earlierMerger + 400 ? 14 : 15}`;
}

export function communeType(name: string): string {
  if (name.startsWith('Phường')) return 'phuong';
  if (name.startsWith('Thị trấn')) return 'thi_tran';
  return name.startsWith('Đặc khu') ? 'dac_khu' : 'xa';
}

export function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
