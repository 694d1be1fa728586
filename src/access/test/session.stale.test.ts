/** What is over is forgotten by a job, and nothing else is. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, contextFor, type World } from '../../../test/world/world.ts';
import { forgetStale } from '../server/index.ts';
import { attemptOf, countFailures, saveFailure } from '../server/session.store.ts';
import { failureWindow, idleLimit } from '../session.ts';
import { actorOf, giveAccount, start } from './access.world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test('sessions that are over and failures outside the window are forgotten; the others stay', async () => {
  const idle = await giveAccount(world);
  const later = new Date(start.getTime() + idleLimit);
  const used = await giveAccount(world);
  await world.db.updateTable('sessions').set({ seen_at: later }).where('account_id', '=', used.id).execute();
  const before = contextFor(world, undefined, new Date(later.getTime() - failureWindow));
  const lately = contextFor(world, undefined, later);
  await saveFailure(before, attemptOf(before, 'ai.do'));
  await saveFailure(lately, attemptOf(lately, 'ai.do'));

  await forgetStale({ db: world.db, now: later });

  const left = await world.db.selectFrom('sessions').select('account_id').execute();
  expect(left.map(({ account_id }) => account_id)).toEqual([used.id]);
  expect(await actorOf(world, idle, start)).toBeUndefined();
  expect(await actorOf(world, used, later)).toBeDefined();
  expect(await world.db.selectFrom('sign_in_failures').select('at').execute()).toEqual([{ at: later }, { at: later }]);
  expect(await countFailures(lately, attemptOf(lately, 'ai.do'))).toEqual({ byName: 1, byAddress: 1 });
});
