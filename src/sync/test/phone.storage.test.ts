/** A browser that asks the reader whether it may keep for good what lies on the phone (Firefox does). */
import { expect, test } from 'vitest';
import { browser, lineTo, openState, pin, rest, startPhone, tinyServer } from './phone.world.ts';

test('preparing waits for no answer of the reader; given later, it is told', async () => {
  const line = lineTo(tinyServer());
  const at = browser(line);
  const answer = Promise.withResolvers<boolean>();
  let isKept = false;
  const phone = await startPhone({ at, line, place: { ...at.window(), persist: () => answer.promise, isPersistent: async () => isKept } });
  await phone.prepare({ pin, deviceName: 'Máy của Bí thư', owner: 'Trần Thị Bình', session: { account: { id: 'account-1' } } });
  expect(openState(phone).isPersistent).toBe(false);
  isKept = true;
  answer.resolve(true);
  await rest();
  expect(openState(phone).isPersistent).toBe(true);
});
