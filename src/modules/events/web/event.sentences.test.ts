import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { textOf, type Language } from '../../../platform/messages.ts';
import { formatDay, formatNumber, formatPeriod } from '../../../platform/format.ts';
import { typeAsked } from './event.filters.ts';
import { eventDetail, eventTitle } from './event.sentences.ts';
import { eventGroups, eventNames } from './events.web.messages.ts';

const sources = join(import.meta.dirname, '../../..');

function telling(language: Language, names: Record<string, string> = {}) {
  return {
    language,
    t: (text: { vi: string; en: string }, params?: Record<string, string | number>) => textOf(text, language, params),
    day: (day: string) => formatDay(day, language),
    number: (value: number) => formatNumber(value, language),
    period: (period: { from: string; to?: string | null }) => formatPeriod(period, language),
    accountName: (id: string) => names[id],
  };
}

function event(type: string, data: Record<string, unknown> = {}) {
  return { type, data, subjectId: null, actor: null };
}

/** Types written out in a record(), and those put together from the kind of an act. */
function recordedTypes(): Set<string> {
  const types = new Set<string>();
  for (const file of globSync(['access/server/*.ts', 'figures/server/*.ts', 'modules/*/server/*.ts'], { cwd: sources })) {
    const text = readFileSync(join(sources, file), 'utf8');
    for (const [, type] of text.matchAll(/type: '([a-zA-Z]+\.[a-zA-Z]+)'/g)) types.add(type!);
    const byAct = /const eventOf\b[^{]*\{([^}]*)\}/.exec(text)?.[1] ?? '';
    for (const [, type] of byAct.matchAll(/'([a-zA-Z]+\.[a-zA-Z]+)'/g)) types.add(type!);
    for (const [, group] of text.matchAll(/type: `([a-zA-Z]+)\.\$\{/g)) {
      const said = text.matchAll(/kind: '([a-zA-Z]+)', (?:at|into|on|decision|rule|takesEffect|before|after)\b/g);
      const chosen = text.matchAll(/const kind = \w+ \? '(\w+)' : '(\w+)'/g);
      for (const [, kind] of said) types.add(`${group}.${kind}`);
      for (const [, one, other] of chosen) types.add(`${group}.${one}`).add(`${group}.${other}`);
    }
  }
  return types;
}

test('every type of event that the server records has a name and a group', () => {
  const types = [...recordedTypes()];
  expect(types).toEqual(expect.arrayContaining(['unit.founded', 'member.admitted', 'post.filled', 'post.removed', 'account.signedIn', 'person.opened', 'import.applied']));
  expect(types.filter((type) => !Object.hasOwn(eventNames, type))).toEqual([]);
  expect(types.filter((type) => !Object.hasOwn(eventGroups, type.split('.', 1)[0] ?? ''))).toEqual([]);
});

test('an unknown type is shown by its code, not hidden', () => {
  expect(eventTitle('thing.done', telling('vi'))).toBe('thing.done');
  expect(eventDetail(event('thing.done', { on: '2026-01-01' }), telling('vi'))).toBeUndefined();
});

test('a role given is told with role, receiver, reach and period', () => {
  const given = event('assignment.granted', { account: 'a1', role: 'office_officer', reach: 'subtree', from: '2026-01-01', to: '2026-12-31' });
  expect(eventDetail(given, telling('vi', { a1: 'Nguyễn Văn An' }))).toBe('Cán bộ văn phòng đảng ủy xã cho Nguyễn Văn An; đơn vị này và mọi đơn vị bên dưới; năm 2026');
  expect(eventDetail(given, telling('en'))).toContain('to an account');
});

test('an act undone names the act, also where it is kept under its verb', () => {
  expect(eventDetail(event('unit.actUndone', { kind: 'move' }), telling('vi'))).toBe('Việc được hoàn tác: chuyển đơn vị sang đơn vị cấp trên khác');
  expect(eventDetail(event('post.actUndone', { kind: 'filled' }), telling('en'))).toBe('What was undone: filled a post');
});

test('a failed sign-in says why, an unknown reason by its code', () => {
  expect(eventDetail(event('account.signInFailed', { problem: 'access.wrongCode' }), telling('vi'))).toBe('Lý do: sai mã một lần');
  expect(eventDetail(event('account.signInFailed', { problem: 'access.other' }), telling('vi'))).toBe('Lý do: access.other');
});

test('fields of a record that changed are named', () => {
  expect(eventDetail(event('person.changed', { fields: ['fullName', 'phone'] }), telling('vi'))).toBe('Mục đã sửa: Họ và tên, Điện thoại');
});

test('a type left over from another group does not count', () => {
  expect(typeAsked({ group: 'unit', type: 'unit.moved' })).toBe('unit.moved');
  expect(typeAsked({ group: 'unit', type: 'post.filled' })).toBe('unit');
  expect(typeAsked({ group: undefined, type: 'post.filled' })).toBeUndefined();
});

test('a role taken back says which and whose, and a list taken along how long it was', () => {
  expect(eventDetail(event('assignment.revoked', { account: 'a1', role: 'cell_secretary', with: 'r1' }), telling('vi', { a1: 'Nguyễn Văn An' }))).toBe('Bí thư chi bộ của Nguyễn Văn An; Hết theo phân quyền của người giao');
  expect(eventDetail(event('unit.exported', { count: 1250, format: 'xlsx' }), telling('vi'))).toBe('1.250 đơn vị, tệp XLSX');
  expect(eventDetail(event('post.exported', { count: 12, format: 'csv' }), telling('en'))).toBe('12 posts, CSV file');
  expect(eventDetail(event('rating.exported', { count: 12, format: 'xlsx' }), telling('vi'))).toBe('12 đơn vị, cá nhân, tệp XLSX');
});

test('what an undo took back keeps the capital of the Party, and an import taken back names its source', () => {
  expect(eventDetail(event('member.actUndone', { kind: 'ended' }), telling('vi'))).toBe('Việc được hoàn tác: ghi ra khỏi Đảng, từ trần hoặc xóa tên');
  expect(eventDetail(event('import.undone', { source: 'đảng viên 2026' }), telling('vi'))).toBe('Nguồn “đảng viên 2026”');
});
