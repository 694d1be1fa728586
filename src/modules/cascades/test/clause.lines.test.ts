/** What is read out of pasted lines. */
import { describe, expect, test } from 'vitest';
import { readClauseLines } from '../clause.lines.ts';

const read = (text: string) => readClauseLines(text, 1).map(({ kind, label, target, measure, toward, dueOn }) => [kind, label, target, measure, toward, dueOn]);

describe('pasted lines', () => {
  test('are one clause each; the number at the beginning is its label, with what it stands under, else the next one', () => {
    expect(read('Chỉnh trang đô thị\n- Tăng cường kiểm tra').map(([, label]) => label)).toEqual(['1', '2']);
    expect(read('1. Xây dựng hạ tầng\n\n  a) Chỉnh trang đô thị\nII.3. Nâng cao chất lượng\n- Tăng cường kiểm tra').map(([kind, label]) => [kind, label])).toEqual([['task', '1'], ['task', '1a'], ['task', 'II.3'], ['task', 'II.3.1']]);
    expect(readClauseLines('1. Xây dựng hạ tầng', 1)[0]?.wording).toBe('Xây dựng hạ tầng');
  });

  test('with a number and what it counts are indicators, with the day that they name', () => {
    expect(read('1. Tỷ lệ hộ dùng nước sạch đạt 97,5% vào năm 2026 – đến hết năm 2027')).toEqual([['indicator', '1', 97.5, '%', 'atLeast', '2027-12-31']]);
    expect(read('2. Tỷ lệ hộ nghèo còn dưới 2% trước 30/6/2026')).toEqual([['indicator', '2', 2, '%', 'atMost', '2026-06-30']]);
    expect(read('3. Kết nạp 1.200 đảng viên mới')).toEqual([['indicator', '3', 1200, 'đảng viên', 'atLeast', null]]);
  });

  test('under a heading are what it says; the heading itself is none', () => {
    expect(read('I. Mục tiêu\n1. Đô thị văn minh\nNhiệm vụ, giải pháp chủ yếu:\n2. Mở 5 lớp bồi dưỡng\n3. Nhiệm vụ phát triển đảng viên').map(([kind, label]) => [kind, label])).toEqual([['objective', '1'], ['task', '2'], ['task', '3']]);
  });

  test('that name a year or a day alone are no indicators', () => {
    expect(read('1. Hoàn thành quy hoạch trong năm 2027\n2. Sơ kết trước 30/6/2028').map(([kind, , , , , dueOn]) => [kind, dueOn])).toEqual([['task', '2027-12-31'], ['task', '2028-06-30']]);
  });

  test('that were broken at the end of a line of the page are one clause', () => {
    expect(readClauseLines('1. Nâng cao chất lượng phục vụ\nbằng công nghệ số.\n2. Mở 02 lớp tập huấn', 1).map(({ wording }) => wording)).toEqual(['Nâng cao chất lượng phục vụ bằng công nghệ số.', 'Mở 02 lớp tập huấn']);
  });

  test('in capitals are headings, and numbers that begin again under them are told with the heading', () => {
    const text = 'I. QUAN ĐIỂM, MỤC TIÊU\n1. Đô thị văn minh\n2. Mở 02 lớp tập huấn\nII. NHIỆM VỤ\n1. Rà soát\na) Từng thôn\n- Từng hộ\nb) Từng tổ\nIII. TỔ CHỨC THỰC HIỆN\n1. Giao Ban Tuyên giáo';
    expect(read(text).map(([kind, label, target, measure]) => [kind, label, target, measure])).toEqual([
      ['objective', '1', null, null], ['indicator', '2', 2, 'lớp'], ['task', 'II.1', null, null], ['task', 'II.1a', null, null], ['task', 'II.1.1', null, null], ['task', 'II.1b', null, null], ['task', 'III.1', null, null],
    ]);
  });
});
