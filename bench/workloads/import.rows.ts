/** New members in the public import format: made up, marked so, placed in cells that exist. */
import { randomFrom } from '../measure.ts';

export interface ImportFile {
  readonly name: string;
  readonly bytes: Buffer;
}

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Phan', 'Vũ', 'Đặng', 'Bùi', 'Đỗ'];
const middles = ['Văn', 'Thị', 'Đức', 'Thanh', 'Minh', 'Ngọc', 'Hữu', 'Xuân'];
const givens = ['An', 'Bình', 'Châu', 'Dũng', 'Giang', 'Hà', 'Hùng', 'Lan', 'Mai', 'Nam', 'Oanh', 'Phúc', 'Quân', 'Sơn', 'Tú', 'Yến'];

export function memberFiles({ people, cells, from, seed }: { people: number; cells: readonly string[]; from: string; seed: number }): ImportFile[] {
  const random = randomFrom(seed);
  const among = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T; // below the length
  const persons = ['ref,full_name,sex,birth,membership_no,education,generated'];
  const memberships = ['person,record,cell,from,admitted_on,recognised_on,in_reason'];
  const run = String(seed).slice(-9);
  for (let at = 0; at < people; at += 1) {
    const ref = `bench-${at}`;
    const admitted = 1990 + Math.floor(random() * 30);
    persons.push([ref, `${among(families)} ${among(middles)} ${among(givens)}`, among(['male', 'female']), `${admitted - 20 - Math.floor(random() * 10)}-0${1 + Math.floor(random() * 9)}-15`, `9${run}.${at}`, 'upper_secondary', 'yes'].join(','));
    memberships.push([ref, 'placement', `id:${among(cells)}`, from, `${admitted}-05-19`, `${admitted + 1}-05-19`, 'initial'].join(','));
  }
  return [file('people.csv', persons), file('memberships.csv', memberships)];
}

function file(name: string, lines: readonly string[]): ImportFile {
  return { name, bytes: Buffer.from(`${lines.join('\n')}\n`) };
}
