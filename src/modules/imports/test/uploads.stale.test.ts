/** Files that lie uploaded and are not applied go after two days, with what was sealed in them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, contextFor, type World } from '../../../../test/world/world.ts';
import { giveAccount } from '../../../access/test/access.world.ts';
import { newId } from '../../../platform/ids.ts';
import { forgetUploads } from '../server/index.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test('an upload of two days ago is forgotten with its files, a later one stays', async () => {
  const { now } = contextFor(world, undefined);
  const account = await giveAccount(world);
  const days = (count: number) => new Date(now.getTime() - count * 86_400_000);
  const [old, young] = [newId<'importUpload'>(0), newId<'importUpload'>(0)];
  for (const [id, created_at] of [[old, days(2.1)], [young, days(1.9)]] as const) {
    await world.db.insertInto('import_uploads').values({ id, account_id: account.id, source: 'thử', fixes: '[]', progress: '{}', files: '[]', created_at }).execute();
    await world.db.insertInto('import_file_parts').values({ upload_id: id, name: 'people.csv', part: 0, bytes: Buffer.from('x') }).execute();
  }
  await forgetUploads({ db: world.db, now });
  expect(await world.db.selectFrom('import_uploads').select('id').execute()).toEqual([{ id: young }]);
  expect(await world.db.selectFrom('import_file_parts').select('upload_id').execute()).toEqual([{ upload_id: young }]);
});
