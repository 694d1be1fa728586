/** What the sheets of oversight alone can tell. */
import { expect, test } from 'vitest';
import { checkWorkbook } from '../check/check.ts';
import { readWorkbook } from '../read/workbook.ts';

const units = 'ref,name,kind,party_parent,from\ntinh,Đảng bộ tỉnh,provincial_party,,2000\nxa,Đảng bộ xã An,commune_party,tinh,2000\n';
const people = 'ref,full_name\np1,Nguyễn Văn An\n';
const head = 'unit,title,tier,follows,from,to,most_units\n';
const assigned = 'unit,regulation,followed,person,tier,decision,from,to,end_reason\n';

async function check(regulations: string, followed = ''): Promise<unknown[]> {
  const sheets = { units, people, oversight_regulations: head + regulations, oversight: assigned + followed };
  const files = Object.entries(sheets).map(([name, text]) => ({ name: `${name}.csv`, bytes: new TextEncoder().encode(text) }));
  return checkWorkbook(await readWorkbook({ files })).flatMap(({ code, sheet, row }) => (sheet.startsWith('oversight') ? [[code, sheet, row]] : []));
}

const sound = 'tinh,QC 1,committee,Đảng bộ xã; Chi bộ,2021-10-19,,3\n';

test('kinds are named by their names or codes, with semicolons', async () => {
  expect(await check(sound + 'tinh,QC 2,committee,commune_party,2021-10-19,,\n')).toEqual([]);
  expect(await check('tinh,QC 1,committee,Xóm làng,2021-10-19,,\n')).toEqual([['oversight.kind_unknown', 'oversight_regulations', 2]]);
});

test('rows of one regulation share what is common, each tier once', async () => {
  expect(await check(`${sound}tinh,QC 1,committee,Đảng bộ xã; Chi bộ,2021-10-19,,3\n`)).toEqual([['oversight.tier_twice', 'oversight_regulations', 3]]);
  expect(await check(`${sound}tinh,QC 1,head,Đảng bộ xã; Chi bộ,2021-10-20,,3\n`)).toEqual([['oversight.differs', 'oversight_regulations', 3]]);
});

test('an assignment ends with its reason on a day, and stands once', async () => {
  const row = 'tinh,QC 1,xa,p1,committee,1-QĐ,2021-10-19,,\n';
  expect(await check(sound, row)).toEqual([]);
  expect(await check(sound, row + row)).toEqual([['oversight.twice', 'oversight', 3]]);
  expect(await check(sound, 'tinh,QC 1,xa,p1,committee,1-QĐ,2021-10-19,,retired\n')).toEqual([['oversight.end_missing', 'oversight', 2]]);
});
