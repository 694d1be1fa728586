/** What was typed of a task, as it is sent. */
import { expect, test } from 'vitest';
import { briefTexts } from './brief.messages.ts';
import { formTexts } from './task.form.messages.ts';
import { emptyDraft, faultsOf, wantedOf } from './wanted.draft.ts';

test('a step that was there before stays the same one; a new line is a new step', () => {
  const before = [{ id: 'a' as never, title: 'Họp chi ủy', isDone: true }];
  const { steps } = wantedOf({ ...emptyDraft, title: 'Việc', steps: 'Họp chi ủy\n\n  Họp dân  ' }, { home: 0, before });
  expect(steps).toMatchObject([{ id: 'a', title: 'Họp chi ủy', isDone: true }, { title: 'Họp dân', isDone: false }]);
});

test('what is empty is sent as nothing', () => {
  expect(wantedOf({ ...emptyDraft, title: ' Việc ' }, { home: 0 })).toEqual({ title: 'Việc', detail: null, dueOn: null, ownerId: null, ownerPostId: null, steps: [], partners: [], recurrence: null, aim: null });
});

test('what reaches every level below is not called directly below', () => {
  for (const { vi } of [formTexts.toKinds, briefTexts.late]) expect(vi).not.toContain('trực thuộc');
});

test('one that comes again needs its first day and its last, a figure what it is to reach', () => {
  expect(faultsOf(emptyDraft)).toEqual(['title']);
  expect(faultsOf({ ...emptyDraft, title: 'Việc', every: 'monthly' })).toEqual(['dueOn', 'until']);
  expect(faultsOf({ ...emptyDraft, title: 'Việc', figure: 'members', target: '' })).toEqual(['target']);
  expect(faultsOf({ ...emptyDraft, title: 'Việc', figure: 'members', target: 97, every: 'monthly', dueOn: '2026-11-30', until: '2027-05-31' })).toEqual([]);
});
