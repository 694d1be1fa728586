/** The words and numbers of resolutions. */
import { describe, expect, test } from 'vitest';
import { day } from '../../../platform/day.ts';
import { bookRowOf, closingOf, hasResolved, openingOf, receiversOf, rowsOf, symbolOf, termOn, type Resolution } from '../resolution.ts';

const held: Resolution = {
  unit: 'Chi bộ thôn 3', unitKind: 'cell', meeting: { kind: 'regular', isExtended: false, on: day('2026-11-03'), topic: null }, numbering: { number: 5, termFrom: day('2025-01-10') }, present: 23, expected: 25,
  conclusions: [{ text: 'Vận động 12 hộ hiến đất', owner: 'Lò Văn An', dueOn: day('2026-11-30') }, { text: 'Thu đủ đảng phí', owner: null, dueOn: null }],
  votes: [{ question: 'Giới thiệu quần chúng ưu tú', inFavour: 20, against: 1, abstained: 2 }], score: { total: 92.5, level: 'good' },
};

describe('the number', () => {
  test('has two digits at least and the short name of who issues it; dots until it is given', () => {
    expect(symbolOf(held)).toBe('05-NQ/CB');
    expect(symbolOf({ numbering: { number: 112, termFrom: day('2025-01-10') }, unitKind: 'commune_party' })).toBe('112-NQ/ĐU');
    expect(symbolOf({ numbering: { number: 1, termFrom: day('2025-01-10') }, unitKind: 'provincial_party' })).toBe('01-NQ/TU');
    expect(symbolOf({ ...held, numbering: null })).toBe('……-NQ/CB');
  });

  test('goes on in its term until the term has run out, and never falls into a later one', () => {
    const last = day('2025-01-10');
    expect(termOn(day('2027-07-09'), { last, months: 30 })).toBe(last);
    expect(termOn(day('2027-07-10'), { last, months: 30 })).toBeUndefined();
    expect(termOn(day('2025-01-09'), { last, months: 30 })).toBeUndefined();
    expect(termOn(day('2026-01-01'), { last: null, months: 30 })).toBeUndefined();
  });
});

describe('the words', () => {
  test('open with the meeting and how many were there', () => {
    expect(openingOf(held).map(({ text }) => text)).toEqual([
      'Ngày 03 tháng 11 năm 2026, Chi bộ thôn 3 tổ chức sinh hoạt chi bộ thường kỳ tháng 11 năm 2026; có mặt 23/25 đồng chí phải dự.', 'Chi bộ thôn 3 quyết nghị:', 'I. NỘI DUNG, PHÂN CÔNG THỰC HIỆN',
    ]);
    const thematic = { ...held, meeting: { ...held.meeting, kind: 'thematic' as const, topic: 'Chuyển đổi số ở thôn.' } };
    expect(openingOf(thematic)[0]!.text).toContain('chuyên đề: Chuyển đổi số ở thôn; có mặt');
  });

  test('tell who gets it: the organisation above where there is one, who carries it out, the file', () => {
    expect(receiversOf({ ...held, parent: 'Đảng bộ xã Tân Phú' })).toEqual(['- Đảng ủy xã Tân Phú (để báo cáo);', '- Các đảng viên chi bộ (để thực hiện);', '- Lưu chi bộ.']);
    expect(receiversOf({ ...held, parent: null })).toEqual(['- Các đảng viên chi bộ (để thực hiện);', '- Lưu chi bộ.']);
    expect(receiversOf({ ...held, parent: null, meeting: { ...held.meeting, kind: 'committee' } })).toEqual(['- Các đồng chí cấp ủy viên;', '- Lưu chi bộ.']);
    expect(receiversOf({ ...held, unitKind: 'commune_party', parent: 'Đảng bộ tỉnh Lai Châu' })).toEqual(['- Tỉnh ủy Lai Châu (để báo cáo);', '- Các đồng chí cấp ủy viên;', '- Lưu.']);
  });

  test('say who carries out what, by when; nothing where nobody was named', () => {
    expect(rowsOf(held)).toEqual([['1', 'Vận động 12 hộ hiến đất', 'Lò Văn An', '30/11/2026'], ['2', 'Thu đủ đảng phí', '', '']]);
  });

  test('end with votes and score, numbered through where one is missing', () => {
    expect(closingOf(held).map(({ text }) => text)).toEqual([
      'II. KẾT QUẢ BIỂU QUYẾT', '1. Giới thiệu quần chúng ưu tú: tán thành 20; không tán thành 1; không có ý kiến 2.', 'III. TỰ ĐÁNH GIÁ CHẤT LƯỢNG BUỔI SINH HOẠT', 'Tổng 92,5 điểm, xếp loại tốt.',
    ]);
    expect(closingOf({ ...held, votes: [] })[0]!.text).toBe('II. TỰ ĐÁNH GIÁ CHẤT LƯỢNG BUỔI SINH HOẠT');
    expect(closingOf({ ...held, votes: [], score: null })).toEqual([]);
  });

  test('of the book stand in one row for each meeting, point beside point', () => {
    expect(bookRowOf(held)).toEqual([
      '05-NQ/CB\n03/11/2026', '1. Vận động 12 hộ hiến đất\n2. Thu đủ đảng phí\nKết quả biểu quyết: Giới thiệu quần chúng ưu tú: tán thành 20; không tán thành 1; không có ý kiến 2.', '1. Lò Văn An\n2. –', '1. 30/11/2026\n2. –',
    ]);
    expect(bookRowOf({ ...held, numbering: null, votes: [], conclusions: held.conclusions.slice(1) })).toEqual(['(chưa vào sổ)\n03/11/2026', 'Thu đủ đảng phí', '–', '–']);
  });
});

test('a meeting without conclusion and vote resolved nothing', () => {
  expect(hasResolved({ conclusions: [], votes: [] })).toBe(false);
  expect(hasResolved({ conclusions: [{}], votes: [] })).toBe(true);
});
