/** What is laid on units while others are at work, and what counts elsewhere than where it lies. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { actorWith, contextFor } from '../../../test/world/world.ts';
import { giveAccount } from '../../access/test/access.world.ts';
import { cascadeContract } from '../../modules/cascades/cascade.contract.ts';
import { changeOneClause } from '../../modules/cascades/server/clause.commands.ts';
import { documentContract } from '../../modules/documents/document.contract.ts';
import { lockDocument, saveDocument } from '../../modules/documents/server/index.ts';
import { changeTask } from '../../modules/tasks/server/task.commands.ts';
import { taskContract } from '../../modules/tasks/task.contract.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Id } from '../../platform/ids.ts';
import { entry } from './acts.laid.ts';
import { expectAllSame, now, openActsWorld, refreshAll, type ActsWorld } from './acts.world.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const target = { kind: 'indicator', label: '1', wording: 'Tỷ lệ đảng viên dự sinh hoạt', target: 90, measure: '%', toward: 'atLeast' };

let it: ActsWorld;
let under: Id<'unit'>;

beforeAll(async () => {
  it = await openActsWorld();
  under = await it.build.unit({ kind: 'grassroots_party', name: 'Đảng bộ cơ sở', parent: it.place.merged.party, from: '2025-07-01' });
  await it.build.derive();
  await refreshAll(it);
});
afterAll(() => it.close());

type Entered = { id: Id<'document'>; version: number };
const enter = (unitId: Id<'unit'>, fields: Record<string, unknown>) => it.ask<Entered>(documentContract.enter, { unitId, direction: 'issued', ...fields });
const write = async (documentId: Id<'document'>, clause: Record<string, unknown>) => (await it.ask<{ ids: [Id<'clause'>] }>(cascadeContract.write, { documentId, clauses: [clause] })).ids[0];

/** The second act is done while the first is not committed yet, unless it waits for it; all is counted anew meanwhile and afterwards. */
async function beside(first: (ctx: Ctx) => Promise<unknown>, second: () => Promise<unknown>): Promise<void> {
  let done: Promise<unknown> | undefined;
  await it.world.db.transaction().execute(async (tx) => {
    await first({ ...it.ctx, db: tx });
    done = second();
    await Promise.race([done, new Promise((resolve) => { setTimeout(resolve, 500); })]);
    await refreshAll(it);
  });
  await done;
  await refreshAll(it);
  expect(await expectAllSame(it, { divided: true })).toBeGreaterThan(150);
}

test('a document is taken out while one that carries it out is entered', async () => {
  const { id } = await enter(it.place.province.party, entry('NQ', '2026-09-01'));
  await beside(
    async (ctx) => saveDocument(ctx, { ...(await lockDocument(ctx, id))!, void: { on: ctx.today, reason: 'ghi nhầm' } }),
    () => enter(it.place.merged.party, entry('CTr', '2026-10-05', { links: [{ kind: 'carriesOut', documentId: id }] })),
  );
});

/** The clause that the commune is asked, with a document of its own to answer by. */
async function passedDown() {
  const { id: documentId } = await enter(it.place.province.party, entry('NQ', '2026-09-01'));
  const clause = await write(documentId, target);
  await it.ask(cascadeContract.open, { documentId, kinds: ['commune_party'], on: '2026-09-02' });
  const own = await enter(it.place.merged.party, entry('CTr', '2026-10-05'));
  const answer = (more: Record<string, unknown> = {}) => it.ask(cascadeContract.answer, { documentId, unitId: it.place.merged.party, clauses: [{ id: clause, clauseVersion: 1, version: 0 }], kind: 'takenUp', documentIds: [own.id], answeredOn: '2026-10-20', ...more });
  return { at: { documentId, unitId: it.place.merged.party, clauseId: clause }, own, answer };
}

test('a target of the unit itself is changed while it answers by it', async () => {
  const { at, own, answer } = await passedDown();
  const ownTarget = await write(own.id, { ...target, target: 95 });
  await beside(
    (ctx) => changeOneClause(ctx, cascadeContract.change.input.parse({ id: ownTarget, version: 1, ...target, target: 99 })),
    async () => {
      await answer({ ownClauseIds: [ownTarget] });
      await it.ask(cascadeContract.measure, { ...at, on: '2026-10-25', value: 97 });
    },
  );
});

test('a clause is late with the unit that answered it, though another one below is to do the task', async () => {
  const { at, answer } = await passedDown();
  await answer();
  const { ids: [id] } = await it.ask<{ ids: [Id<'task'>] }>(cascadeContract.giveTasks, { ...at, to: [under], tasks: [{ title: 'Rà soát', dueOn: '2026-11-25' }] });
  const office = { ...actorWith([{ role: 'office_officer', unitId: it.place.merged.party }]), accountId: (await giveAccount(it.world)).id };
  await refreshAll(it);
  await it.world.db.transaction().execute((tx) => changeTask({ ...contextFor(it.world, office, now), db: tx }, taskContract.change.input.parse({ id, title: 'Rà soát', ownerId: null, dueOn: '2026-11-18' })));
  expect(await expectAllSame(it, { divided: true })).toBeGreaterThan(150);
  await refreshAll(it);
  expect(await expectAllSame(it, { divided: true })).toBeGreaterThan(150);
});
