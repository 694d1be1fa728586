/** A task given by one unit to another: accepted, worked on with evidence, reported, returned, confirmed; by post and successor. */
import { afterAll, describe, expect, test } from 'vitest';
import { act, actorWith, contextFor, day } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { attentionContract } from '../../attention/attention.contract.ts';
import { listAttention } from '../../attention/server/attention.reads.ts';
import { changeTask, giveTaskBack, reopenTask, settleTask } from '../server/task.commands.ts';
import { listOwnTasks } from '../server/task.own.ts';
import { getTask, listAnswerable } from '../server/task.page.ts';
import { listTasks } from '../server/task.reads.ts';
import { attachEvidence, readEvidence } from '../server/task.work.ts';
import { code, openTaskWorld, settle, work } from './task.world.ts';

const { world, commune, cell, other, head, successor, mover, post, office, secretary, neighbour, stranger, give } = await openTaskWorld();
afterAll(() => world.close());

const onePixel = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cf00000003010100c9fe92ef0000000049454e44ae426082', 'hex').toString('base64');

describe('a task of another unit', () => {
  test('is accepted, worked on and reported by who does it, and confirmed by who asked', async () => {
    const { id } = await give({});
    expect(await getTask(secretary, { id })).toMatchObject({ unit: { id: cell }, askedBy: { id: commune }, standing: 'assigned', origin: { kind: 'unit', id: commune }, may: ['task.assign', 'task.report'] });
    await work(secretary, id, { act: 'accept' });
    await work(secretary, id, { act: 'progress', progress: 40, note: 'đã họp chi ủy' });
    expect(await getTask(office, { id })).toMatchObject({ standing: 'inWork', progress: 40, may: ['task.record', 'task.assign', 'task.report'] });
    await work(secretary, id, { act: 'report', note: 'xong' });
    expect(await getTask(office, { id })).toMatchObject({ standing: 'reported', progress: 100 });
    expect(await code(work(secretary, id, { act: 'progress', progress: 50 }))).toBe('tasks.isReported');
    expect(await code(settle(secretary, id))).toBe('tasks.notAsker');
    await act(office, (ctx) => giveTaskBack(ctx, { id, note: 'thiếu biên bản' }));
    expect(await getTask(secretary, { id })).toMatchObject({ standing: 'returned', progress: 40 });
    expect(await code(act(office, (ctx) => giveTaskBack(ctx, { id, note: 'lần nữa' })))).toBe('tasks.notReported');
    await work(secretary, id, { act: 'report' });
    await settle(office, id);
    const { standing, entries } = await getTask(secretary, { id });
    expect([standing, entries.map((entry) => entry.act)]).toEqual(['confirmed', ['accept', 'progress', 'report', 'giveBack', 'report', 'confirm']]);
    await act(office, (ctx) => reopenTask(ctx, { id }));
    expect(await getTask(secretary, { id })).toMatchObject({ standing: 'reported' });
    await settle(office, id, 'dropped');
    expect(await getTask(secretary, { id })).toMatchObject({ standing: 'cancelled', note: 'không cần nữa' });
  });

  test('says who answers for it within the unit; what is wanted and until when only who asked changes', async () => {
    const { id } = await give({});
    await act(secretary, (ctx) => changeTask(ctx, { id, title: 'Rà soát quy chế', dueOn: day('2026-11-27'), ownerId: head }));
    expect(await getTask(secretary, { id })).toMatchObject({ owner: { id: head } });
    expect(await code(act(secretary, (ctx) => changeTask(ctx, { id, title: 'Việc khác', dueOn: day('2026-11-27'), ownerId: head })))).toBe('tasks.notAsker');
    await act(office, (ctx) => changeTask(ctx, { id, title: 'Việc khác', dueOn: day('2026-12-27'), ownerId: head }));
    expect(await getTask(secretary, { id })).toMatchObject({ title: 'Việc khác', dueOn: '2026-12-27', owner: { id: head } });
  });

  test('with units that co-operate and a post is assigned by who does it without seeing those', async () => {
    const { id } = await give({ partners: [other], ownerPostId: post });
    const reader = actorWith([{ role: 'cell_secretary', unitId: cell }]);
    const blind = contextFor(world, { ...reader, grants: reader.grants.map((grant) => ({ ...grant, verbs: new Set([...grant.verbs].filter((verb) => verb !== 'post.read' && verb !== 'unit.read')) })) });
    const wanted = { id, title: 'Rà soát quy chế', dueOn: day('2026-11-27'), ownerId: head };
    await act(blind, (ctx) => changeTask(ctx, { ...wanted, ownerPostId: post, partners: [other] }));
    expect(await getTask(blind, { id })).toMatchObject({ owner: { id: head }, post: { id: post }, partners: [{ id: other }] });
    expect(await code(act(office, (ctx) => changeTask(ctx, { ...wanted, partners: [other, newId<'unit'>(0)] })))).toBe('tasks.notBelow');
    await settle(office, id, 'dropped');
  });

  test('is not there for others, its list and files neither; a unit that co-operates reads it and does not work on it', async () => {
    const { id } = await give({ partners: [other] });
    const { entryId } = await work(secretary, id, { act: 'accept' });
    const { id: fileId } = await act(secretary, (ctx) => attachEvidence(ctx, { id, entryId, name: 'ảnh.png', base64: onePixel, hasNoSecrecyStamp: true }));
    expect(await code(getTask(stranger, { id }))).toBe('platform.notFound');
    expect(await code(readEvidence(stranger, { id, fileId }))).toBe('platform.notFound');
    expect(await code(work(stranger, id, { act: 'accept' }))).toBe('platform.notFound');
    expect((await listTasks(stranger, { limit: 50, askedBy: commune })).items).toEqual([]);
    expect((await listTasks(stranger, { limit: 50, partner: other })).items).toEqual([]);
    expect((await listTasks(neighbour, { limit: 50, partner: other })).items.map((item) => item.id)).toContain(id);
    expect(await getTask(neighbour, { id })).toMatchObject({ partners: [{ id: other, name: 'Chi bộ bên' }], may: [] });
    expect(await code(work(neighbour, id, { act: 'accept' }))).toBe('platform.forbidden');
    expect(await code(act(neighbour, (ctx) => settleTask(ctx, { id, state: 'done', on: ctx.today, note: null })))).toBe('platform.forbidden');
    expect((await listTasks(office, { limit: 50, askedBy: commune })).items.map((item) => item.id)).toContain(id);
  });

  test('keeps its evidence once, and what is sent again is done once', async () => {
    const { id } = await give({});
    const entryId = newId<'taskEntry'>(0);
    const first = await work(secretary, id, { act: 'progress', progress: 30, entryId });
    expect(await work(secretary, id, { act: 'progress', progress: 30, entryId })).toEqual(first);
    const attach = () => act(secretary, (ctx) => attachEvidence(ctx, { id, entryId, name: 'ảnh.png', base64: onePixel, hasNoSecrecyStamp: true }));
    const file = await attach();
    expect(await attach()).toEqual(file);
    const { entries, version } = await getTask(secretary, { id });
    expect(entries).toHaveLength(1);
    expect(entries[0]!.files).toMatchObject([{ id: file.id, mediaType: 'image/png' }]);
    expect(version).toBe(2);
    expect(await code(act(secretary, (ctx) => attachEvidence(ctx, { id, entryId, name: 'x.png', base64: Buffer.from('chữ').toString('base64'), hasNoSecrecyStamp: true })))).toBe('tasks.fileUnknown');
  });
});

describe('said on a phone without signal', () => {
  const later = { ...office, now: new Date('2026-11-20T09:00:00Z') };
  const entriesOf = async (id: Id<'task'>) => (await getTask(secretary, { id })).entries.map(({ act: said, on, recordedOn, progress }) => [said, on, recordedOn, progress]);

  test('counts in the order in which it was said: what was overtaken is added, and overwrites nothing newer', async () => {
    const { id } = await give({ title: 'Hai máy' });
    const near = { ...secretary, now: later.now };
    await work(near, id, { act: 'progress', progress: 80, saidAt: '2026-11-20T07:30:00Z' });
    await work(near, id, { act: 'progress', progress: 40, note: 'gửi muộn', saidAt: '2026-11-20T07:00:00Z' });
    await work(near, id, { act: 'report', saidAt: '2026-11-20T07:10:00Z' });
    expect(await getTask(secretary, { id })).toMatchObject({ progress: 80, standing: 'inWork' });
    expect((await entriesOf(id)).map(([said, , , progress]) => [said, progress])).toEqual([['progress', 40], ['report', null], ['progress', 80]]);
  });

  test('keeps its day, and tells when it arrived; a day ahead or too long ago is that on which it arrives', async () => {
    const { id } = await give({ title: 'Báo cáo từ máy', dueOn: '2026-11-20' }, { ...office, today: day('2026-11-10'), now: new Date('2026-11-10T03:00:00Z') });
    await work(secretary, id, { act: 'progress', progress: 10, saidAt: '2026-11-12T03:00:00Z' });
    await work(secretary, id, { act: 'progress', progress: 20, saidAt: '2026-01-12T03:00:00Z' });
    await work(secretary, id, { act: 'progress', progress: 30, saidAt: '2027-01-12T03:00:00Z' });
    expect(await entriesOf(id)).toEqual([['progress', '2026-11-12', '2026-11-20', 10], ['progress', '2026-11-20', '2026-11-20', 20], ['progress', '2026-11-20', '2026-11-20', 30]]);
  });
});

test('evidence goes to one’s own report of an open task: not to what who asked wrote, not to another’s report, not after it was confirmed', async () => {
  const { id } = await give({ title: 'Có minh chứng' });
  const mine = contextFor(world, actorWith([{ role: 'member' }], head));
  const otherPixel = Buffer.concat([Buffer.from(onePixel, 'base64'), Buffer.from([0])]).toString('base64');
  const attach = (ctx: Ctx, entryId: Id<'taskEntry'>, base64 = onePixel) => act(ctx, (inside) => attachEvidence(inside, { id, entryId, name: 'ảnh.png', base64, hasNoSecrecyStamp: true }));
  const first = await work(secretary, id, { act: 'report' });
  const kept = await attach(secretary, first.entryId);
  await act(office, (ctx) => giveTaskBack(ctx, { id, note: 'thiếu' }));
  const givenBack = (await getTask(secretary, { id })).entries.at(-1)!.id;
  expect(await code(attach(secretary, givenBack))).toBe('tasks.notOwnEntry');
  await act(office, (ctx) => changeTask(ctx, { id, title: 'Có minh chứng', dueOn: day('2026-11-27'), ownerId: head }));
  expect(await code(attach(mine, first.entryId, otherPixel))).toBe('tasks.notOwnEntry');
  const second = await work(secretary, id, { act: 'report' });
  expect(await attach(secretary, second.entryId)).not.toEqual(kept);
  await settle(office, id);
  expect(await attach(secretary, second.entryId)).toEqual(await attach(secretary, second.entryId));
  expect(await code(attach(secretary, second.entryId, otherPixel))).toBe('tasks.settledAlready');
});

describe('who answers for it', () => {
  test('a post’s task is its holder’s, and the successor’s from the day of the change', async () => {
    const { id } = await give({ ownerId: head, ownerPostId: post, dueOn: '2026-12-20' });
    const [before, after] = [head, successor].map((person) => contextFor(world, actorWith([{ role: 'member' }], person))) as [Ctx, Ctx];
    expect((await listOwnTasks(before)).items.map((item) => item.id)).toContain(id);
    expect((await listOwnTasks(after)).items.map((item) => item.id)).not.toContain(id);
    const later = { ...after, today: day('2026-12-02') };
    expect((await listOwnTasks(later)).items.map((item) => item.id)).toContain(id);
    expect(await getTask({ ...office, today: day('2026-12-02') }, { id })).toMatchObject({ owner: { id: successor }, post: { id: post, kind: 'secretary' }, namedOwner: 'Nguyễn Văn Đầu' });
    expect(await code(getTask({ ...before, today: day('2026-12-02') }, { id }))).toBe('platform.notFound');
    await work(later, id, { act: 'progress', progress: 10 });
    expect(await code(act(later, (ctx) => settleTask(ctx, { id, state: 'done', on: ctx.today, note: null })))).toBe('platform.forbidden');
  });

  test('the member who answers for it reports with a picture; nobody else without a role does', async () => {
    const { id } = await give({ ownerId: head });
    const mine = contextFor(world, actorWith([{ role: 'member' }], head));
    const { entryId } = await work(mine, id, { act: 'report' });
    await act(mine, (ctx) => attachEvidence(ctx, { id, entryId, name: 'ảnh.png', base64: onePixel, hasNoSecrecyStamp: true }));
    expect(await getTask(mine, { id })).toMatchObject({ standing: 'reported', may: ['task.report'] });
    expect(await code(work(contextFor(world, actorWith([{ role: 'member' }], successor)), id, { act: 'accept' }))).toBe('platform.notFound');
  });

  test('who has left the unit answers for it no more, and that is told where it is done', async () => {
    const { id } = await give({ ownerId: mover, title: 'Người đã đi' });
    const mine = contextFor(world, actorWith([{ role: 'member' }], mover));
    expect(await getTask(mine, { id })).toMatchObject({ isMine: true, may: ['task.report'] });
    const later = { ...mine, today: day('2026-12-02') };
    expect(await code(getTask(later, { id }))).toBe('platform.notFound');
    expect((await listOwnTasks(later)).items).toEqual([]);
    const told = async (ctx: Ctx) => (await listAttention(ctx, attentionContract.list.input.parse({ limit: 100 }))).items.filter(({ alert, subject }) => alert === 'task.ownerLeft' && subject.id === id).map(({ unit }) => unit.id);
    expect(await told(secretary)).toEqual([]);
    expect(await told({ ...secretary, today: day('2026-12-02') })).toEqual([cell]);
    await settle(office, id, 'dropped');
  });

  test('is told with how many, by post and person', async () => {
    const { items } = await listAnswerable(office, { unitId: commune });
    expect(items.find((item) => item.post?.id === post)).toMatchObject({ owner: { id: head }, open: 1, late: 0 });
    expect((await listAnswerable(stranger, { unitId: commune })).items).toEqual([]);
  });
});
