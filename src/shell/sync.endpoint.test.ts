import { expect, test } from 'vitest';
import { syncContract } from '../sync/sync.contract.ts';
import { unsettledEndpoint } from './sync.endpoint.ts';

test('the mark asks the procedure that the contract has', () => {
  const { name, method, path } = syncContract.unsettled;
  expect(unsettledEndpoint).toEqual({ name, method, path });
});
