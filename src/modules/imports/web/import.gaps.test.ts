import { expect, test } from 'vitest';
import { ApiProblem } from '../../../shell/api.ts';
import { throughGaps } from './import.gaps.ts';

const offline = new ApiProblem({ code: 'shell.offline', kind: 'offline', data: {}, requestId: undefined });
const refusal = new ApiProblem({ code: 'imports.partUnfit', kind: 'invalid', data: {}, requestId: 'r-1' });

function answering(...answers: readonly (ApiProblem | string)[]) {
  const left = [...answers];
  const send = async () => {
    const answer = left.shift();
    if (answer === undefined || typeof answer !== 'string') throw answer;
    return answer;
  };
  return { send, left };
}

test('what the line lost is sent again, until it arrives', async () => {
  expect(await throughGaps(answering(offline, offline, 'arrived').send, [0, 0, 0])).toBe('arrived');
});

test('a line that stays away is told, after the last pause', async () => {
  const { send, left } = answering(offline, offline, offline, 'too late');
  await expect(throughGaps(send, [0, 0])).rejects.toBe(offline);
  expect(left).toEqual(['too late']);
});

test('what the server refuses is not sent again', async () => {
  const { send, left } = answering(refusal, 'never');
  await expect(throughGaps(send, [0, 0])).rejects.toBe(refusal);
  expect(left).toEqual(['never']);
});
