/** The calls of the phone half itself: by their addresses alone, so that no shapes come along. A test holds them against the contract. */
import type { z } from 'zod';
import { problemOf } from '../../shell/api.problem.ts';
import { requestOf } from '../../shell/request.ts';
import type { syncContract } from '../sync.contract.ts';
import type { Reach } from './sending.ts';

type Contract = typeof syncContract;
type Called = 'enrol' | 'recover' | 'pull' | 'standing' | 'wiped' | 'settled';

export const endpoints = {
  enrol: { name: 'sync.enrol', method: 'POST', path: '/api/sync/devices/enrol' },
  recover: { name: 'sync.recover', method: 'POST', path: '/api/sync/devices/:deviceId/recover' },
  pull: { name: 'sync.pull', method: 'POST', path: '/api/sync/pull' },
  standing: { name: 'sync.standing', method: 'GET', path: '/api/sync/devices/:deviceId/standing' },
  wiped: { name: 'sync.wiped', method: 'POST', path: '/api/sync/devices/:deviceId/wiped' },
  settled: { name: 'sync.settled', method: 'POST', path: '/api/sync/conflicts/settled' },
} as const satisfies Record<Called, unknown>;

/** @throws ApiProblem */
export async function ask<Name extends Called>(reach: Reach, name: Name, input: z.input<Contract[Name]['input']>): Promise<z.output<Contract[Name]['output']>> {
  const { method } = endpoints[name];
  const { url, body } = requestOf(endpoints[name], input);
  const headers = { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  const response = await reach(url, { method, headers, ...(body === undefined ? {} : { body }) });
  if (!response.ok) throw await problemOf(response);
  return response.json();
}
