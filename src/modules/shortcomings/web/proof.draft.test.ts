/** What of a typed proof is sent, and what holds it back. */
import { expect, test } from 'vitest';
import { newEntered, newFigure, proofToSend } from './proof.draft.ts';

const unit = { id: 'u', label: 'Đảng bộ phường' };
const study = { ...newFigure('1', unit), figure: { id: 'study.attendance', label: 'Học tập' }, beforeFrom: '2012-01-01', beforeTo: '2012-12-31' };
const paper = { kind: 'paper' as const, record: undefined, words: 'Báo cáo năm 2013' };

test('of a figure a side is sent whole or not at all; of a state its day is both ends', () => {
  expect(proofToSend(newFigure('1', unit))).toBeUndefined();
  expect(proofToSend(study)).toMatchObject({ before: { from: '2012-01-01', to: '2012-12-31' }, after: null, target: null });
  expect(proofToSend({ ...study, afterTo: '2014-06-30' })).toBeUndefined();
  expect(proofToSend({ ...study, isState: true, afterTo: '2014-06-30', target: 97 })).toMatchObject({ before: { from: '2012-12-31', to: '2012-12-31' }, after: { from: '2014-06-30', to: '2014-06-30' }, target: 97 });
});

test('a number is sent with its time and its record, or the side is left out', () => {
  const poverty = { ...newEntered('1'), title: 'Hộ nghèo giảm', measuredIn: 'điểm', target: 2 };
  expect(proofToSend(poverty)).toMatchObject({ before: null, after: null });
  expect(proofToSend({ ...poverty, after: { value: 2.27, when: 'Năm 2013', source: { ...paper, words: '' } } })).toBeUndefined();
  expect(proofToSend({ ...poverty, after: { value: 2.27, when: 'Năm 2013', source: paper } })).toMatchObject({ after: { value: 2.27, source: { kind: 'paper', id: null, words: 'Báo cáo năm 2013' } } });
});
