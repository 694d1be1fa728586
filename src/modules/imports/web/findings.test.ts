import { expect, test } from 'vitest';
import { cellOf, findingsCsv, groupsOf, sentenceOf } from './findings.ts';
import { addFiles, filesFault, usualSource } from './import.files.ts';

const finding = { severity: 'error' as const, code: 'value.not_under', sheet: 'units', row: 4, column: 'type', cell: 'D4', value: 'thon', data: { kind: 'cell' } };

test('findings are grouped by sheet in the order of the format, files first', () => {
  const sheets = groupsOf([{ ...finding, sheet: 'tenures' }, finding, { ...finding, sheet: 'a.csv' }]).map(({ sheet }) => sheet);
  expect(sheets).toEqual(['a.csv', 'units', 'tenures']);
});

test('a cell can be mended where sheet, row and column are known, and not in a header or an unknown column', () => {
  expect(cellOf(finding)?.spec.name).toBe('type');
  expect(cellOf({ ...finding, row: 1 })).toBeUndefined();
  expect(cellOf({ ...finding, row: null })).toBeUndefined();
  expect(cellOf({ ...finding, column: 'tên lạ' })).toBeUndefined();
  expect(cellOf({ ...finding, sheet: 'a.csv' })).toBeUndefined();
});

test('what no other word in the cell would mend is left to the file', () => {
  const nowhere = { ...finding, code: 'person.nowhere', sheet: 'people', column: 'ref', value: 'p1' };
  expect(cellOf({ ...nowhere, code: 'ref.twice' })?.spec.name).toBe('ref');
  expect(cellOf(nowhere)).toBeUndefined();
});

test('who names a unit that no sheet has is told how to name one of the system', () => {
  const unknown = { ...finding, code: 'ref.unresolved', column: 'party_parent', value: 'x' };
  expect(sentenceOf({ ...unknown, data: { target: 'units' } }, 'vi')).toMatch(/tên đầy đủ.*Chép mã/);
  expect(sentenceOf({ ...unknown, data: { target: 'people' } }, 'vi')).not.toContain('Chép mã');
});

test('of values that depend on the rest of the row only those are offered that go with it', () => {
  const allowed = cellOf(finding)?.allowed?.map(({ code }) => code);
  expect(allowed).toContain('school');
  expect(allowed).not.toContain('thon');
});

test('the file of findings says all that the screen leaves to the list of choices', () => {
  expect(sentenceOf(finding, 'vi')).not.toContain('Trường học');
  const csv = findingsCsv([{ ...finding, data: { kind: 'cell', allowed: 'Trường học' } }], 'vi');
  expect(csv).toContain('Trường học');
  expect(csv).toContain('Đơn vị;4;Hình thức;D4;thon');
});

test('a finding that this page has no sentence for shows its code', () => {
  expect(sentenceOf({ ...finding, code: 'units.from_the_future' }, 'vi')).toBe('units.from_the_future');
});

test('a file chosen again replaces the one of its name; one workbook names the source, several tables do not', () => {
  const files = addFiles([{ name: 'units.csv', size: 1 }], [{ name: 'units.csv', size: 2 }, { name: 'people.csv', size: 3 }]);
  expect(files).toEqual([{ name: 'units.csv', size: 2 }, { name: 'people.csv', size: 3 }]);
  expect(usualSource(files)).toBe('');
  expect(usualSource([{ name: 'Xã Đồng Thịnh.xlsx', size: 1 }])).toBe('Xã Đồng Thịnh');
});

test('more than twenty files or 64 MB are said before they are sent', () => {
  expect(filesFault([{ name: 'a', size: 65 * 1024 * 1024 }])).toBe('tooLarge');
  expect(filesFault(Array.from({ length: 21 }, (_, at) => ({ name: String(at), size: 1 })))).toBe('tooMany');
  expect(filesFault([{ name: 'a', size: 1 }])).toBeUndefined();
});
