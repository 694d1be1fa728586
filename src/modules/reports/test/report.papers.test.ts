/** The Word document and the workbook of a report say what was found: the same numbers, in the same rows. */
import { inflateRawSync } from 'node:zlib';
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { day } from '../../../../test/world/world.ts';
import { packedBytes, readZipDirectory } from '../../../platform/files/zip.directory.ts';
import { newId } from '../../../platform/ids.ts';
import type { Findings } from '../report.findings.ts';
import { cellText, outcomes } from '../report.layout.ts';
import { tablesOf } from '../report.sheets.ts';
import { noWords } from '../report.ts';
import { papersOf } from '../server/report.papers.ts';

const count = (of: number, base: number | null = null) => ({ count: of, base });
const line = (code: Findings['lines'][number]['code'], vi: string, total: ReturnType<typeof count>, share?: number): Findings['lines'][number] => ({ code, title: { vi, en: vi }, figure: `f.${code}`, total, threshold: share === undefined ? null : { share, paper: null } });
const findings: Findings = {
  unit: 'Đảng bộ tỉnh Sóc Trăng', parent: 'Ban Chấp hành Trung ương', from: day('2021-10-19'), to: day('2022-05-09'), countedOn: day('2022-05-09'),
  facts: [{ figure: 'oversight.cadres', title: { vi: 'Cán bộ được phân công', en: 'Cadres' }, ...count(95) }, { figure: 'oversight.uncovered', title: { vi: 'Đảng bộ chưa có cán bộ', en: 'Uncovered' }, ...count(12, 109) }],
  lines: [line('visits', 'Lượt đi cơ sở', count(412)), line('duties', 'Làm đủ nghĩa vụ', count(62, 109), 0.8), line('reports', 'Báo cáo đúng hạn', count(171, 190), 0.9), line('petitions', 'Kiến nghị đã giải quyết', count(1201, 2000), 0.5)],
  committees: [
    { id: newId<'unit'>(0), name: 'Đảng bộ xã An Hiệp', beside: ['Lâm Văn A'], cells: [count(5), count(1, 1), count(0, 0), count(3, 4)] },
    { id: newId<'unit'>(0), name: 'Đảng bộ xã An Ninh', beside: ['Lâm Văn A', 'Sơn Thị B'], cells: [count(0), count(0, 2), count(0, 0), count(0, 0)] },
  ],
  cadres: [{ id: newId<'person'>(0), name: 'Lâm Văn A', beside: ['Đảng bộ xã An Hiệp', 'Đảng bộ xã An Ninh'], cells: [count(5), count(1, 2), count(2, 2), count(3, 4)], over: { units: 4, most: 3 } }],
  topics: [{ code: 'ruralRoads', label: { vi: 'Giao thông nông thôn', en: 'Rural roads' }, ...count(30, 50) }, { code: 'other', label: { vi: 'Nội dung khác', en: 'Other' }, ...count(0, 7) }],
  uncovered: [{ id: newId<'unit'>(0), name: 'Đảng bộ xã Thạnh Phú', since: day('2021-12-01') }],
};
const report = { title: 'Sơ kết Quy chế 10-QC/TU', words: { ...noWords, strengths: 'Nhiều cán bộ bám cơ sở.\nCó nơi làm tốt.', next: 'Tiếp tục thực hiện.' }, issuedOn: day('2022-05-09'), numbering: null, signer: null };
const printed = { report, findings, hash: 'a1b2c3' };

async function wordTexts(given: typeof printed): Promise<string[]> {
  const body = (await papersOf(given)).find(({ format }) => format === 'docx')!.body;
  const entries = readZipDirectory(body);
  if (typeof entries === 'string') throw new Error(entries);
  const entry = entries.find(({ name }) => name === 'word/document.xml')!;
  const xml = inflateRawSync(packedBytes(body, entry)!).toString('utf8');
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) => [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''));
}

test('the Word document has every number of every table, in order, and what people wrote', async () => {
  const texts = await wordTexts(printed);
  for (const { title, rows, drawn } of tablesOf(findings)) {
    if (title !== 'Kết quả chung' && drawn === undefined) expect(texts.some((text) => text.endsWith(title)), title).toBe(true);
    for (const row of rows) {
      const cells = row.map((cell, at) => cellText(cell, { withShare: drawn === at }));
      const start = texts.findIndex((_, at) => cells.every((cell, nth) => texts[at + nth] === cell));
      expect(start, cells.join(' | ')).toBeGreaterThan(-1);
    }
  }
  expect(texts).toEqual(expect.arrayContaining(['62/109 (56,9%)', '1.201/2.000 (60,1%)', '30/50 (60%)', 'Có nơi làm tốt.', 'Tiếp tục thực hiện.', 'Mã đối chiếu của báo cáo: a1b2c3', 'TỈNH ỦY SÓC TRĂNG', 'Đảng bộ xã An Hiệp, Đảng bộ xã An Ninh (theo dõi 4 đơn vị, vượt mức tối đa 3)', '01/12/2021']));
  expect(texts.join('\n')).not.toContain('DỰ THẢO');
  expect((await wordTexts({ ...printed, report: { ...report, issuedOn: null as never } })).join('\n')).toContain('DỰ THẢO');
});

test('the number under which it stands and who signs it are printed; without them the secretary signs, and a hand writes both', async () => {
  const signed = { ...report, numbering: { symbol: '12-BC/TU', documentId: newId<'document'>(0) }, signer: { name: 'Lâm Văn Ký', post: 'Phó Bí thư' } };
  const texts = await wordTexts({ ...printed, report: signed as never });
  expect(texts).toEqual(expect.arrayContaining(['Số 12-BC/TU', 'PHÓ BÍ THƯ', 'Lâm Văn Ký']));
  expect(texts).not.toContain('BÍ THƯ');
  expect(await wordTexts(printed)).toContain('BÍ THƯ');
});

test('the workbook has the same numbers as numbers, a share beside each count and what it is out of', async () => {
  const { sheets } = await readXlsx((await papersOf(printed)).find(({ format }) => format === 'xlsx')!.body);
  const sheet = (name: string) => sheets.find((one) => one.name === name)!.rows;
  expect(sheets.map(({ name }) => name)).toEqual(['Kết quả chung', 'Kiến nghị', 'Theo đơn vị', 'Theo cán bộ', 'Chưa có cán bộ', 'Thông tin']);
  expect(sheet('Kết quả chung').find(([title]) => title === 'Làm đủ nghĩa vụ')?.slice(1, 4)).toEqual([62, 109, 62 / 109]);
  expect(sheet('Kết quả chung').find(([title]) => title === 'Lượt đi cơ sở')?.slice(1, 4)).toEqual([412, null, null]);
  expect(sheet('Theo đơn vị').find(([, name]) => name === 'Đảng bộ xã An Hiệp')?.slice(2)).toEqual(['Lâm Văn A', 5, 1, 1, 1, 3, 4, 0.75]);
  expect(sheet('Theo cán bộ').find(([, name]) => name === 'Lâm Văn A')?.slice(3)).toEqual([5, 1, 2, 0.5, 2, 2, 1, 3, 4, 0.75]);
  expect(sheet('Kiến nghị').find(([, topic]) => topic === 'Giao thông nông thôn')?.slice(2)).toEqual([30, 50, 0.6]);
});

test('what reaches the share of its rule stands under what went well, the rest under what did not, with how many committees and cadres', () => {
  expect(outcomes(findings, true)).toEqual(['- Báo cáo đúng hạn: 171/190 (90%), mức coi là tốt từ 90%; 1/1 cán bộ đạt mức này.', '- Kiến nghị đã giải quyết: 1.201/2.000 (60,1%), mức coi là tốt từ 50%; 1/1 đơn vị đạt mức này, 1/1 cán bộ đạt mức này.']);
  expect(outcomes(findings, false)).toEqual(['- Làm đủ nghĩa vụ: 62/109 (56,9%), mức coi là tốt từ 80%; 1/2 đơn vị chưa đạt mức này, 1/1 cán bộ chưa đạt mức này.']);
});
