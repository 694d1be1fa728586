// Case C: the province's Resolution 03 of the time, carried out by the district, and the working and co-ordination regulations of
// every commune committee since. Most cells issued working regulations; five never did, and those of one ended without new ones.

import { dayOfMonth } from './meetings.ts';
import { at } from './random.ts';
import { issueDocument, type Issuer } from './documents.ts';
import type { UnitVersion, World } from './world.ts';

const province: Issuer = { unit: 'dong-thap.party', name: 'Tỉnh ủy Đồng Tháp', code: 'TU' };
const district: Issuer = { unit: 'tan-hong.party', name: 'Huyện ủy Tân Hồng', code: 'HU' };
const resolution = { unit: province.unit, symbol: '03-NQ/TU' };
const LAST_OF_TERM = '2020-07-31';
const LAST_OF_COMMUNES = '2025-06-30';

export function addTanHongDocuments(world: World, cells: readonly string[]): void {
  issueDocument(world, province, { type: 'NQ', number: 3, on: '2017-02-20', summary: 'Về nâng cao chất lượng đảng bộ xã, phường, thị trấn', to: '2020-12-31' });
  issueDocument(world, district, { type: 'KH', number: 12, on: '2017-04-10', summary: 'Thực hiện Nghị quyết 03-NQ/TU về nâng cao chất lượng đảng bộ xã, thị trấn', to: LAST_OF_TERM, carriesOut: [resolution] });
  addRegulations(world, district, { on: '2017-05-08', to: LAST_OF_TERM });
  const communes = [...world.units].filter(([ref, [first]]) => ref.startsWith('tan-hong.') && first?.kind === 'commune_party').map(([unit, versions]) => ({ unit, name: committeeOf(at(versions, 0)), code: 'ĐU' as const }));
  for (const [index, commune] of communes.entries()) addRegulations(world, commune, { on: dayOfMonth('2017-06', 5 + index), to: LAST_OF_TERM });
  for (const [index, commune] of communes.entries()) addRegulations(world, commune, { on: dayOfMonth('2020-07', 20 + index), to: LAST_OF_COMMUNES });
  addRegulations(world, district, { on: '2020-08-24', to: LAST_OF_COMMUNES });
  for (const [number, cell] of cells.entries()) addCellRegulations(world, { cell, number });
}

function addRegulations(world: World, issuer: Issuer, { on, to }: { on: string; to: string }): void {
  const carriesOut = to === LAST_OF_TERM ? [resolution] : [];
  issueDocument(world, issuer, { type: 'QC', on, summary: 'Quy chế làm việc của Ban Chấp hành', regulates: 'working', to, carriesOut });
  issueDocument(world, issuer, { type: 'QC', on, summary: 'Quy chế phối hợp giữa các tổ chức trong hệ thống chính trị', regulates: 'coordination', to, carriesOut });
}

function addCellRegulations(world: World, { cell, number }: { cell: string; number: number }): void {
  if (number % 8 === 5) return;
  const on = dayOfMonth(at(['2017-09', '2017-11', '2018-02', '2018-04'], number % 4), 3 + (number % 20));
  const name = world.units.get(cell)?.[0]?.name ?? '';
  issueDocument(world, { unit: cell, name, code: 'CB' }, { type: 'QC', on, summary: 'Quy chế làm việc của chi bộ', regulates: 'working', to: number === 17 ? '2018-12-31' : '' });
}

function committeeOf({ name }: UnitVersion): string {
  return name.replace('Đảng bộ', 'Đảng ủy');
}
