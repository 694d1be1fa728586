import { expect, test } from 'vitest';
import { accessContract } from '../access/access.contract.ts';
import { CODE_NEEDED, sessionEndpoint, signInEndpoint, signOutEndpoint, welcomeEndpoint } from './session.shape.ts';

test.each([
  [sessionEndpoint, accessContract.session],
  [welcomeEndpoint, accessContract.welcome],
  [signInEndpoint, accessContract.signIn],
  [signOutEndpoint, accessContract.signOut],
])('$name is called where the contract says', (endpoint, procedure) => {
  expect(endpoint).toEqual({ name: procedure.name, method: procedure.method, path: procedure.path });
});

test('the code is asked for by a problem that signing in may answer with', () => {
  expect(accessContract.signIn.problems).toContain(CODE_NEEDED);
});
