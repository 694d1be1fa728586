import { expect, test } from 'vitest';
import { ApiProblem } from '../../shell/api.problem.ts';
import { sendDecision } from './settling.ts';

const refused = (code: string) => async () => { throw new ApiProblem({ code, kind: 'conflict', data: {}, requestId: undefined }); };
const listed = (...ids: string[]) => async () => ids.map((id) => ({ id }));

test('a decision that the server took was kept', async () => {
  expect(await sendDecision({ againId: 'new', send: async () => ({}), listed: listed('other') })).toBe(true);
  expect(await sendDecision({ againId: undefined, send: async () => ({}), listed: listed() })).toBe(true);
});

test.each(['meetings.changedMeanwhile', 'meetings.closedMeanwhile'])('what another has set once more (%s) was not kept: it stands anew under the id that was sent', async (code) => {
  expect(await sendDecision({ againId: 'new', send: refused(code), listed: listed('other', 'new') })).toBe(false);
});

test('any other refusal is told, as is one of what stands as it stood', async () => {
  await expect(sendDecision({ againId: 'new', send: refused('meetings.is_planned'), listed: listed('old') })).rejects.toMatchObject({ code: 'meetings.is_planned' });
  await expect(sendDecision({ againId: undefined, send: refused('sync.conflictUnknown'), listed: listed('old') })).rejects.toMatchObject({ code: 'sync.conflictUnknown' });
  await expect(sendDecision({ againId: 'new', send: async () => { throw new TypeError('a fault of ours'); }, listed: listed('new') })).rejects.toThrow('a fault of ours');
});
