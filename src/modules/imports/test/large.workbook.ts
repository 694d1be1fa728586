/** A workbook of any size, for measuring: a province with communes and cells of 25 members, each with a membership and a placement. */
import { day, addDays } from '../../../platform/day.ts';

const membersOfCell = 25;
const cellsOfCommune = 80;

export interface LargeWorkbook {
  readonly files: { readonly name: string; readonly bytes: Uint8Array }[];
  readonly rows: number;
}

export function largeWorkbook({ people, units }: { people: number; units?: number }): LargeWorkbook {
  const cells = units ?? Math.ceil(people / membersOfCell);
  const sheets = { units: unitRows(cells), people: personRows(people), memberships: membershipRows(people, cells) };
  const encode = new TextEncoder();
  return {
    files: Object.entries(sheets).filter(([, rows]) => rows.length > 1).map(([name, rows]) => ({ name: `${name}.csv`, bytes: encode.encode(`${rows.join('\n')}\n`) })),
    rows: Object.values(sheets).reduce((sum, rows) => sum + rows.length - 1, 0),
  };
}

function unitRows(cells: number): string[] {
  const communes = Math.ceil(cells / cellsOfCommune);
  return [
    'ref,name,kind,type,party_parent,from',
    'tinh,Đảng bộ tỉnh Thử,provincial_party,,,2000-01-01',
    ...Array.from({ length: communes }, (_, at) => `xa${at},Đảng bộ xã ${at},commune_party,,tinh,2000-01-01`),
    ...Array.from({ length: cells }, (_, at) => `cb${at},Chi bộ thôn ${at},cell,residential,xa${at % communes},2005-01-01`),
  ];
}

function personRows(people: number): string[] {
  const names = ['Nguyễn Văn An', 'Trần Thị Bình', 'Lê Hoàng Cường', 'Phạm Thu Dung', 'Hoàng Minh Đức', 'Vũ Ngọc Hà'];
  return ['ref,full_name,sex,birth,citizen_no,phone', ...Array.from({ length: people }, (_, at) =>
    `n${at},${names[at % names.length]} ${at},${at % 3 === 0 ? 'nữ' : 'nam'},${1950 + (at % 50)},${String(100000000000 + at)},0912${String(at).padStart(6, '0')}`)];
}

function membershipRows(people: number, cells: number): string[] {
  return people === 0 ? [] : ['person,record,cell,from,to,admitted_on,recognised_on,in_reason', ...Array.from({ length: people }, (_, at) => {
    const from = addDays(day('2006-01-01'), (at * 13) % 6000);
    return `n${at},placement,cb${at % cells},${from},,${from},${addDays(from, 365)},admission`;
  })];
}
