// Documents of the commune whose office and cell the sample's accounts are: its first ones since July 2025, so that a register,
// a regulation to be looked over soon and a resolution of a cell can be seen. Made up, as the superiors' they carry out.

import { issueDocument, type Issuer } from './documents.ts';
import type { World } from './world.ts';

const province: Issuer = { unit: 'phu-tho.party', name: 'Tỉnh ủy Phú Thọ', code: 'TU' };
const commune: Issuer = { unit: 'phu-tho.song-lo.party', name: 'Đảng ủy xã Sông Lô', code: 'ĐU' };

export function addSongLoDocuments(world: World): void {
  issueDocument(world, province, { type: 'NQ', number: 3, on: '2025-10-15', summary: 'Về phát triển đảng viên ở nông thôn giai đoạn 2025-2030' });
  issueDocument(world, province, { type: 'CT', number: 2, on: '2025-11-20', summary: 'Về nâng cao chất lượng sinh hoạt chi bộ' });
  issueDocument(world, commune, { type: 'QC', on: '2025-08-12', summary: 'Quy chế làm việc của Ban Chấp hành Đảng bộ xã', regulates: 'working', reviewDueOn: '2026-12-15' });
  issueDocument(world, commune, { type: 'QC', on: '2025-09-08', summary: 'Quy chế phối hợp giữa các tổ chức trong hệ thống chính trị xã', regulates: 'coordination' });
  issueDocument(world, commune, { type: 'NQ', on: '2025-12-10', summary: 'Về phát triển đảng viên và trưởng thôn là đảng viên', carriesOut: [{ unit: province.unit, symbol: '03-NQ/TU' }] });
  issueDocument(world, commune, { type: 'KH', on: '2026-01-14', summary: 'Sinh hoạt chuyên đề của các chi bộ năm 2026', carriesOut: [{ unit: province.unit, symbol: '02-CT/TU' }] });
  issueDocument(world, commune, { type: 'TB', on: '2026-03-05', summary: 'Kết luận buổi làm việc với các chi bộ thôn quý I năm 2026' });
}
