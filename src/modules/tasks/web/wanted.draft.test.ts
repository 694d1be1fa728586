/** What was typed of a task, as it is sent. */
import { expect, test } from 'vitest';
import { day } from '../../../platform/day.ts';
import { newId } from '../../../platform/ids.ts';
import { recordOfGiven } from '../task.record.ts';
import { briefTexts } from './brief.messages.ts';
import { formTexts } from './task.form.messages.ts';
import { assignedOf, draftOf, emptyDraft, faultsOf, wantedOf } from './wanted.draft.ts';

test('a step that was there before stays the same one; a new line is a new step', () => {
  const before = [{ id: 'a' as never, title: 'Họp chi ủy', isDone: true }];
  const { steps } = wantedOf({ ...emptyDraft, title: 'Việc', steps: 'Họp chi ủy\n\n  Họp dân  ' }, { home: 0, before });
  expect(steps).toMatchObject([{ id: 'a', title: 'Họp chi ủy', isDone: true }, { title: 'Họp dân', isDone: false }]);
});

test('what is empty is sent as nothing', () => {
  expect(wantedOf({ ...emptyDraft, title: ' Việc ' }, { home: 0 })).toEqual({ title: 'Việc', detail: null, dueOn: null, ownerId: null, ownerPostId: null, steps: [], partners: [], recurrence: null, aim: null });
});

test('who only does a task sends who answers and the steps, and leaves out what is not theirs to say', () => {
  const task = { ...recordOfGiven({ id: newId<'task'>(0), title: 'Việc', unit: { id: newId<'unit'>(0), name: 'Chi bộ' }, owner: null, dueOn: null, origin: { kind: 'unit', id: newId<'unit'>(0), on: day('2026-11-20'), meetingKind: null, name: null }, may: [] }), partners: [{ id: newId<'unit'>(0), name: 'Bên' }] };
  expect(assignedOf({ ...draftOf(task), steps: 'Họp dân' }, task)).toEqual({ title: 'Việc', dueOn: null, ownerId: null, ownerPostId: null, steps: [expect.objectContaining({ title: 'Họp dân' })] });
});

test('a part of what was shared out keeps its weight, or gets the one typed; what is no part has none', () => {
  const alone = recordOfGiven({ id: newId<'task'>(0), title: 'Việc', unit: { id: newId<'unit'>(0), name: 'Chi bộ' }, owner: null, dueOn: null, origin: { kind: 'unit', id: newId<'unit'>(0), on: day('2026-11-20'), meetingKind: null, name: null }, may: [] });
  const part = { ...alone, whole: { id: newId<'task'>(0), title: null }, weight: 3 };
  expect(wantedOf(draftOf(part), { home: 0 })).toMatchObject({ weight: 3 });
  expect(wantedOf({ ...draftOf(part), weight: 5 }, { home: 0 })).toMatchObject({ weight: 5 });
  expect(wantedOf(draftOf(alone), { home: 0 })).not.toHaveProperty('weight');
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
