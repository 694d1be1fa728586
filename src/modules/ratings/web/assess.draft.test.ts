/** What is typed of an assessment, and what of it is sent. */
import { expect, test } from 'vitest';
import { assessmentToSend, draftOf, faultsOf, type AssessDraft } from './assess.draft.ts';
import type { WholeRating } from './rating.words.ts';

const rating = {
  frame: { criteria: [{ code: 'tasks', most: 100, vi: 'Nhiệm vụ', en: 'Tasks' }], gates: [{ fact: 'beyond' }, { fact: 'ownDiscipline' }, { fact: 'beyond' }] },
  self: { level: 'good', points: [{ criterion: 'tasks', points: 80, fact: null, proof: 'Báo cáo' }], stated: [{ code: 'beyond', count: 3, of: 9, source: 'Báo cáo' }], note: 'Ghi chú' },
  appraisal: null,
  facts: [{ code: 'attendance' }],
} as unknown as WholeRating;

test('an appraisal begins with the points of the self-rating, its level is for a person to choose', () => {
  expect(draftOf(rating, 'self')).toMatchObject({ level: 'good', note: 'Ghi chú' });
  expect(draftOf(rating, 'appraise')).toMatchObject({ level: undefined, points: [{ points: 80, proof: 'Báo cáo' }], stated: [{ code: 'beyond', count: 3, of: 9 }, { code: 'ownDiscipline', count: '' }], note: '' });
});

test('a number that is stated has its source, a share its whole; what is left empty is not sent', () => {
  const draft: AssessDraft = { ...draftOf(rating, 'appraise'), level: 'good' };
  expect(faultsOf({ ...draft, level: undefined })).toEqual(['level']);
  expect(faultsOf({ ...draft, stated: [{ code: 'ownDiscipline', count: 0, of: '', source: '' }] })).toEqual(['source']);
  expect(faultsOf({ ...draft, stated: [{ code: 'beyond', count: 1, of: '', source: 'x' }] })).toEqual(['source']);
  expect(faultsOf({ ...draft, points: [{ ...draft.points[0]!, points: '' }] })).toEqual(['points']);
  expect(faultsOf({ ...draft, points: [{ ...draft.points[0]!, proof: ' ' }] })).toEqual(['proof']);
  expect(faultsOf({ ...draft, points: [{ ...draft.points[0]!, proof: '', fact: 'attendance' }] })).toEqual([]);
  expect(assessmentToSend({ ...draft, level: 'good' })).toEqual({ level: 'good', points: [{ criterion: 'tasks', points: 80, fact: null, proof: 'Báo cáo' }], stated: [{ code: 'beyond', count: 3, of: 9, source: 'Báo cáo' }], note: null });
});
