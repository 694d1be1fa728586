/** Refusals of the database in words, from one server and from the nodes of a cluster. */
import { expect, test } from 'vitest';
import { isConnectionLoss, problemOf } from '../errors.ts';

const refusals = { people_membership_no_once: { code: 'people.membershipNoTaken', kind: 'conflict' } } as const;

test.for([
  ['as a server names it', { constraint: 'people_membership_no_once' }],
  ['as a shard names it', { constraint: 'people_membership_no_once_102008' }],
  ['as a node of a cluster reports it, in its sentence only', { message: 'duplicate key value violates unique constraint "people_membership_no_once_102008"' }],
  ['in a sentence with other names', { message: 'new row for relation "people_102008" violates constraint "people_membership_no_once_102008" of "people_102008"' }],
] as const)('a constraint %s is told in the words of its module', ([, said]) => {
  expect(problemOf({ code: '23505', message: '', ...said }, refusals)).toMatchObject({ code: 'people.membershipNoTaken', kind: 'conflict' });
});

test('a name quoted in an error of another class stands for nothing', () => {
  expect(problemOf({ code: '42703', message: 'column "people_membership_no_once" does not exist' }, refusals)).toBeUndefined();
});

test('those who got in each other’s way are asked to try again', () => {
  for (const code of ['40001', '40P01', '55P03']) expect(problemOf({ code, message: '' }, refusals)).toMatchObject({ code: 'platform.busy' });
});

test('a lost connection is known by SQLSTATE, by the code of the network, or by the words of the driver', () => {
  for (const code of ['08006', '57P01', 'ECONNRESET']) expect(isConnectionLoss(Object.assign(new Error('x'), { code }))).toBe(true);
  expect(isConnectionLoss(new Error('Connection terminated unexpectedly'))).toBe(true);
  expect(isConnectionLoss(Object.assign(new Error('x'), { code: '23505' }))).toBe(false);
  expect(isConnectionLoss(new Error('no such unit'))).toBe(false);
});
