/** Writes grassroots organisations of agencies, schools, hospitals, enterprises, with their cells. */
import type { UnitId } from '../modules/units/unit.ts';
import { unitsBegan } from './calendar.ts';
import type { Building } from './build.seats.ts';
import { chooser, type Random } from './random.ts';
import type { Agency, Cell, CellType } from './structure.ts';

interface AgencyKind {
  readonly name: string;
  readonly cell: CellType;
  readonly part: string;
}

const kinds = chooser<AgencyKind>([
  [{ name: 'Đảng bộ Trường Trung học phổ thông', cell: 'school', part: 'Tổ' }, 18],
  [{ name: 'Đảng bộ Bệnh viện', cell: 'health', part: 'Khoa' }, 9],
  [{ name: 'Đảng bộ Công an', cell: 'police', part: 'Đội' }, 8],
  [{ name: 'Đảng bộ Quân sự', cell: 'military', part: 'Ban' }, 7],
  [{ name: 'Đảng bộ Công ty', cell: 'enterprise', part: 'Phân xưởng' }, 22],
  [{ name: 'Đảng bộ Trung tâm', cell: 'agency', part: 'Phòng' }, 14],
  [{ name: 'Đảng bộ Chi cục', cell: 'agency', part: 'Phòng' }, 12],
  [{ name: 'Đảng bộ Hợp tác xã', cell: 'other', part: 'Tổ' }, 4],
]);

/** The first organisation of each place is that of its own offices: its leaders are placed there. */
export function buildAgency(building: Building, { parentId, index, of }: { parentId: UnitId; index: number; of: string }): Agency {
  const { book, random, home } = building;
  const kind = index === 0 ? { name: `Đảng bộ các cơ quan`, cell: 'agency' as const, part: 'Ban' } : kinds(random);
  const name = index === 0 ? `${kind.name} ${of}` : `${kind.name} ${building.nextName()}`;
  const id = book.found({ home, kind: 'grassroots_party', names: [{ name, type: null, from: unitsBegan }], parents: [{ hierarchy: 'party', parentId, from: unitsBegan }] });
  const count = index === 0 ? 4 : random.size({ median: 2.5, spread: 0.55, least: 1, most: 24 });
  return { id, cells: Array.from({ length: count }, (_, at) => foundPlainCell(building, { parentId: id, type: kind.cell, name: `Chi bộ ${kind.part} ${at + 1}` })) };
}

/** A cell that leads no village. */
export function foundPlainCell({ book, random, home, plan }: Building, { parentId, type, name, median = 15.3 }: { parentId: UnitId; type: CellType; name: string; median?: number }): Cell {
  const properties = officeOf(random);
  const id = book.found({ home, kind: 'cell', names: [{ name, type, from: unitsBegan }], parents: [{ hierarchy: 'party', parentId, from: unitsBegan }], properties });
  return { id, type, size: random.size({ median: median * plan.shape.fullness, spread: 0.5, least: 3, most: 60 }), villages: [] };
}

/** Whether a cell or village has a house of its own; for many nobody has said. */
export function officeOf(random: Random): { ownOffice?: boolean } {
  const kind = random.next();
  return kind < 0.45 ? { ownOffice: true } : kind < 0.75 ? { ownOffice: false } : {};
}
