/**
 * One deliberately broken place, as a workbook and as a folder of CSV files, with the list of everything that is
 * wrong in it. Rows are numbered as in the spreadsheet: the header is row 1.
 */
import { writeXlsx } from 'hucre/xlsx';
import type { Finding } from '../read/findings.ts';

export type Fault = readonly [code: Finding['code'], sheet: string, row: number | null, column: string | null];

type Cells = (string | number | boolean | Date | null)[];
type Grid = Cells[];

const broken: Readonly<Record<string, Grid>> = {
  units: [
    ['Mã', 'Tên', 'Loại đơn vị', 'Hình thức', 'Mã chính thức', 'Tổ chức đảng cấp trên', 'Từ ngày', 'Đến hết ngày', 'Số hộ', 'Diện tích (km²)', 'Có trụ sở riêng', 'Ghi chu them'],
    ['huyen', 'Đảng bộ huyện', 'Đảng bộ huyện', null, null, null, '01/01/2020', null, null, null, null, null],
    ['xa', 'Đảng bộ xã', 'commune_party', null, null, 'huyen', '1/1/2020', '30.06.2025', null, null, null, null],
    ['cb1', 'Chi bộ 1', 'Chi bộ', 'Trường học', null, 'xa', '2020-01-01', '30/06/2025', '1.250', '12,5', 'có', null],
    ['cb2', 'Chi bộ 2', 'Chi bộ', 'Thôn', null, 'xa', '1-1-2020', null, null, null, null, null],
    ['cb3', 'Chi bộ 3', 'cell', null, null, 'xa', '31/02/2022', null, null, null, null, null],
    ['cb4', 'Chi bộ 4', 'cell', null, null, 'xa', '9/8/22', null, null, null, null, null],
    ['cb5', 'Chi bộ 5', 'cell', null, null, 'xa', '8/25/2022', null, null, null, null, null],
    ['cb6', null, 'cell', null, null, 'xa', '1/1/2020', '1/1/2021', null, null, null, null],
    ['cb7', 'Chi bộ 7', 'chi bô lạ', null, null, 'xa', '1/1/2020', '1/1/2021', null, null, null, null],
    ['cb8', 'Chi bộ 8', 'cell', null, null, 'xa', '1/1/2020', '1/1/2021', 'nhiều', null, null, null],
    ['cb9', 'Chi bộ 9', 'cell', null, null, 'xa', '1/1/2020', '1/1/2021', '-5', null, null, null],
    ['cb10', 'Chi bộ 10', 'cell', null, null, 'xa', '1/1/2020', '1/1/2021', '2,5', null, null, null],
    ['cb11', 'Chi bộ 11', 'cell', null, null, 'xa', '1/1/2020', '1/1/2021', null, null, 'có thể', null],
    ['cb12', '#REF!', 'cell', null, null, 'xa', '1/1/2020', '1/1/2021', null, null, null, null],
    ['cb13', `Chi bộ ${'x'.repeat(500)}`, 'cell', null, null, 'xa', '1/1/2020', '1/1/2021', null, null, null, null],
    ['cb 14', 'Chi bộ 14', 'cell', null, null, 'xa', '1/1/2020', '1/1/2021', null, null, null, null],
    ['cb15', '§¶ng bé x·', 'cell', null, null, 'xa', '1/1/2020', '1/1/2021', null, null, null, null],
    ['cb16', 'Chi bộ 16', 'cell', null, null, 'xa', '1/1/2020', '1/1/2021', null, '1.234', null, null],
    ['cb1', 'Chi bộ 1 mới', 'cell', null, null, 'xa', '1/6/2025', '30/06/2025', null, null, null, null],
    ['a', 'Ban A', 'party_board', null, null, 'b', '1/1/2020', null, null, null, null, null],
    ['b', 'Ban B', 'party_board', null, null, 'a', '1/1/2020', null, null, null, null, null],
    ['cb17', 'Chi bộ 17', 'cell', null, null, 'xa', '1/1/2020', '31/12/2025', null, null, null, null],
    ['cb18', 'Chi bộ 18', 'cell', null, null, 'khong-co', '2022', null, null, null, null, null],
    ['cb19', 'Chi bộ 19', 'cell', null, null, 'khong-co', '1/1/2020', '1/1/2019', null, null, null, null],
  ],
  unit_relations: [
    ['unit', 'relation', 'other', 'from', 'to'],
    ['xa', 'leads', 'xa', '1/1/2020', null],
  ],
  lineage: [
    ['predecessor', 'successor', 'on', 'share', 'predecessor'],
    ['xa', 'huyen', '1/7/2025', 'whole', 'xa'],
  ],
  people: [
    ['Mã', 'Họ và tên', 'Giới tính', 'Ngày sinh', 'Điện thoại', 'Thư điện tử', 'Số căn cước'],
    ['p1', 'Nguyễn Văn An', 'nam', '09/03/1975', '0912 345 678', 'an@example.vn', '026075001234'],
    ['p2', 'Trần Thị Hoà', 'nữ', '03/1980', null, null, '026075001234'],
    ['p2', 'Lê Văn Ba', 'nam', '1990', null, null, null],
    ['p3', 'Trần Thị Hòa', 'nữ', '3/1980', '12', null, null],
    ['p4', 'Phạm Văn Tư', 'không rõ', '1960', null, null, null],
    ['p5', 'Vũ Văn Năm', 'nam', '1960', null, 'khong-phai-thu', null],
    ['p6', 'Đỗ Văn Sáu', 'nam', '13/1960', null, null, null],
    ['p7', 'Bùi Văn Bảy', 'nam', '1960', null, null, '12345'],
    ['p8', 'Hồ Văn Tám', 'nam', '2000', null, null, null],
  ],
  memberships: [
    ['person', 'record', 'cell', 'from', 'to', 'admitted_on', 'recognised_on', 'end_reason'],
    ['p1', 'placement', 'cb1', '1/1/2020', null, '3/2/2005', '3/2/2004', null],
    ['p1', 'placement', 'cb1', '1/1/2021', '1/2/2021', null, null, null],
    ['p2', 'placement', null, '1/1/2020', '1/2/2020', null, null, null],
    ['p2', 'placement', 'xa', '1/1/2021', '1/2/2021', null, null, null],
    ['p3', 'end', null, '1/1/2021', null, null, null, null],
    ['p8', 'placement', 'cb1', '1/1/2020', '2/2/2020', '1/1/2016', null, null],
    ['p9', 'away', null, '1/1/2020', null, null, null, null],
    ['p7', 'away', null, '1/1/2020', null, null, null, null],
    ['p3', 'placement', 'cb1', '1/1/2020', '2/2/2020', '1/1/1979', null, null],
  ],
  posts: [
    ['ref', 'unit', 'kind', 'seats', 'from', 'to'],
    ['bt', 'xa', 'Bí thư', 1, '1/1/2020', '30/6/2025'],
    ['bt', 'xa', 'Bí thư', 1, '1/1/2020', '30/6/2025'],
    ['pbt', 'xa', 'deputy_secretary', 0, '1/1/2020', '30/6/2025'],
  ],
  tenures: [
    ['person', 'post', 'from', 'to'],
    ['p1', 'bt', '1/1/2019', '1/1/2021'],
    ['p8', 'bt', '1/6/2020', '1/2/2021'],
    ['p3', 'bt', '1/3/2021', null],
    ['p3', 'bt', '1/4/2021', '1/5/2021'],
    ['p3', 'khong', '1/4/2021', '1/5/2021'],
  ],
  meetings: [
    ['ref', 'unit', 'kind', 'extended', 'on', 'starts', 'ends', 'topic', 'series', 'minutes_adopted_on', 'score'],
    ['h1', 'cb1', 'Sinh hoạt thường kỳ', 'có', '3/3/2020', '19h30', '19 giờ', null, null, null, null],
    ['h1', 'xa', 'Họp cấp ủy', null, '3/3/2020', null, null, null, null, null, null],
    ['h2', 'xa', 'regular', null, '3/3/2020', null, null, null, null, null, null],
    ['h3', 'cb1', 'thematic', null, '3/3/2020', null, null, null, null, null, null],
    ['h4', 'cb1', 'study', 'x', '3/3/2020', null, null, null, null, null, null],
    ['h5', 'xa', 'committee', null, '1/8/2025', null, null, null, null, null, null],
    ['h6', 'cb1', 'regular', null, '4/3/2020', null, null, null, 'h5', null, null],
    ['h7', 'cb1', 'regular', null, '6/3/2020', '25:00', null, null, null, null, null],
    ['h8', 'cb1', 'regular', null, '3/4/2020', null, null, null, null, '1/4/2020', null],
    ['h9', 'cb1', 'regular', null, '5/3/2020', null, null, null, 'h8', null, null],
    ['h10', 'cb1', 'regular', null, '7/3/2020', null, null, null, null, null, 101],
    ['h11', 'cb1', 'regular', null, '3/4/2020', null, null, null, null, null, null],
  ],
  attendance: [
    ['meeting', 'person', 'mark', 'reason'],
    ['h8', 'p1', 'Vắng có lý do', null],
    ['h8', 'p1', 'absent', 'duty'],
    ['h99', 'p1', 'absent', null],
    ['h8', 'p99', 'absent', null],
  ],
  guests: [
    ['meeting', 'name', 'role'],
    ['h8', null, 'head'],
  ],
  agenda: [
    ['meeting', 'position', 'title'],
    ['h8', 1, 'Một'],
    ['h8', 1, 'Hai'],
  ],
};

/** What is wrong in both forms. */
export const faults: readonly Fault[] = [
  ['column.unknown', 'units', 1, 'Ghi chu them'],
  ['value.not_under', 'units', 5, 'type'],
  ['day.impossible', 'units', 6, 'from'],
  ['day.short_year', 'units', 7, 'from'],
  ['day.month_first', 'units', 8, 'from'],
  ['cell.required', 'units', 9, 'name'],
  ['value.unknown', 'units', 10, 'kind'],
  ['number.form', 'units', 11, 'households'],
  ['number.too_small', 'units', 12, 'households'],
  ['number.whole', 'units', 13, 'households'],
  ['bool.form', 'units', 14, 'own_office'],
  ['cell.error', 'units', 15, 'name'],
  ['text.too_long', 'units', 16, 'name'],
  ['ref.spaces', 'units', 17, 'ref'],
  ['text.old_font', 'units', 18, 'name'],
  ['number.dot_read_as_thousands', 'units', 19, 'area_km2'],
  ['unit.versions_overlap', 'units', 20, 'from'],
  ['unit.parent_cycle', 'units', 21, 'party_parent'],
  ['unit.parent_cycle', 'units', 22, 'party_parent'],
  ['unit.parent_not_alive', 'units', 23, 'party_parent'],
  ['day.incomplete', 'units', 24, 'from'],
  ['ref.unresolved', 'units', 24, 'party_parent'],
  ['ref.unresolved', 'units', 25, 'party_parent'],
  ['period.reversed', 'units', 25, 'to'],
  ['unit.same', 'unit_relations', 2, 'other'],
  ['column.twice', 'lineage', 1, 'predecessor'],
  ['person.citizen_no_twice', 'people', 3, 'citizen_no'],
  ['ref.twice', 'people', 4, 'ref'],
  ['person.alike', 'people', 5, 'full_name'],
  ['text.phone', 'people', 5, 'phone'],
  ['value.unknown', 'people', 6, 'sex'],
  ['text.email', 'people', 7, 'email'],
  ['day.impossible', 'people', 8, 'birth'],
  ['text.citizen_no', 'people', 9, 'citizen_no'],
  ['membership.recognised_before_admitted', 'memberships', 2, 'recognised_on'],
  ['unit.not_alive', 'memberships', 2, 'cell'],
  ['membership.placements_overlap', 'memberships', 3, 'from'],
  ['membership.cell_missing', 'memberships', 4, 'cell'],
  ['membership.not_a_cell', 'memberships', 5, 'cell'],
  ['membership.end_reason_missing', 'memberships', 6, 'end_reason'],
  ['membership.under_18', 'memberships', 7, 'admitted_on'],
  ['ref.unresolved', 'memberships', 8, 'person'],
  ['membership.born_after_admission', 'memberships', 10, 'admitted_on'],
  ['ref.twice', 'posts', 3, 'ref'],
  ['number.too_small', 'posts', 4, 'seats'],
  ['tenure.outside_post', 'tenures', 2, 'from'],
  ['tenure.too_many', 'tenures', 3, 'post'],
  ['tenure.outside_post', 'tenures', 4, 'to'],
  ['tenure.too_many', 'tenures', 5, 'post'],
  ['tenure.twice', 'tenures', 5, 'person'],
  ['ref.unresolved', 'tenures', 6, 'post'],
  ['meeting.ends_before_start', 'meetings', 2, 'ends'],
  ['ref.twice', 'meetings', 3, 'ref'],
  ['meeting.kind_not_here', 'meetings', 4, 'kind'],
  ['meeting.topic_missing', 'meetings', 5, 'topic'],
  ['meeting.not_extended', 'meetings', 6, 'extended'],
  ['meeting.unit_not_alive', 'meetings', 7, 'on'],
  ['meeting.series_elsewhere', 'meetings', 8, 'series'],
  ['time.form', 'meetings', 9, 'starts'],
  ['meeting.adopted_before_held', 'meetings', 10, 'minutes_adopted_on'],
  ['meeting.series_not_first', 'meetings', 11, 'series'],
  ['number.too_large', 'meetings', 12, 'score'],
  ['meeting.alike', 'meetings', 13, 'on'],
  ['attendance.reason_missing', 'attendance', 2, 'reason'],
  ['attendance.twice', 'attendance', 3, 'person'],
  ['attendance.reason_without_leave', 'attendance', 3, 'reason'],
  ['ref.unresolved', 'attendance', 4, 'meeting'],
  ['ref.unresolved', 'attendance', 5, 'person'],
  ['cell.required', 'guests', 2, 'name'],
  ['agenda.position_twice', 'agenda', 3, 'position'],
];

/** What only a workbook can have wrong: formulas, merged cells, numbers where names belong. */
export const workbookFaults: readonly Fault[] = [
  ['cells.merged', 'units', 2, 'area_km2'],
  ['cell.formula', 'units', 4, 'name'],
  ['cell.formula_empty', 'units', 14, 'code'],
  ['text.leading_zeros', 'units', 4, 'code'],
  ['text.was_date', 'units', 11, 'name'],
  ['sheet.unknown', 'Nháp', null, null],
];

/** What only CSV files can have wrong. */
export const csvFaults: readonly Fault[] = [
  ['row.too_long', 'unit_relations', 3, null],
  ['row.too_short', 'unit_relations', 4, null],
  ['day.serial_text', 'unit_relations', 4, 'from'],
  ['sheet.unknown', 'nhap', null, null],
];

export async function brokenWorkbook(): Promise<Uint8Array> {
  const { units = [], ...others } = structuredClone(broken);
  setCell(units, { row: 4, column: 4, value: 1 });
  setCell(units, { row: 11, column: 1, value: new Date(Date.UTC(2022, 7, 9)) });
  const cells = new Map([
    ['3,1', { type: 'formula' as const, formula: 'CONCATENATE("Chi bộ ",1)', formulaResult: 'Chi bộ 1' }],
    ['13,4', { type: 'formula' as const, formula: 'A1+1' }],
  ]);
  return writeXlsx({
    sheets: [
      { name: 'Đơn vị', rows: units, cells, merges: [{ startRow: 1, startCol: 9, endRow: 2, endCol: 9 }] },
      ...Object.entries(others).map(([name, rows]) => ({ name, rows })),
      { name: 'Nháp', rows: [['không thuộc mẫu']] },
    ],
  });
}

export function brokenCsvFiles(): { name: string; bytes: Uint8Array }[] {
  const files = Object.entries(broken).map(([name, rows]) => ({ name: `${name}.csv`, text: csvOf(rows) }));
  const relations = files.find(({ name }) => name === 'unit_relations.csv');
  if (relations !== undefined) relations.text = `${relations.text}huyen,leads,xa,1/1/2020,,"thừa, một ô"\r\nhuyen,governs,xa,44782\r\n`;
  return [...files, { name: 'nhap.csv', text: 'a,b\r\n' }].map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) }));
}

export function csvOf(rows: Grid): string {
  return rows.map((row) => row.map((cell) => csvCell(cell)).join(',')).join('\r\n') + '\r\n';
}

function csvCell(cell: Cells[number]): string {
  const text = cell === null ? '' : String(cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function setCell(rows: Grid, { row, column, value }: { row: number; column: number; value: Cells[number] }): void {
  const cells = rows[row - 1];
  if (cells !== undefined) cells[column] = value;
}
