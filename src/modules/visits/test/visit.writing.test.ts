/** Who may write a visit or a report: the cadre for whom it is, also of the time before the assignment ended; an office for him. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import { reportContract } from '../report.contract.ts';
import { noTexts } from '../report.ts';
import { writeOwnReport } from '../server/report.commands.ts';
import { listOwnReports, readReport } from '../server/report.reads.ts';
import { correctVisit, putVisitBack, recordVisit, withdrawVisit } from '../server/visit.commands.ts';
import { readVisit } from '../server/visit.reads.ts';
import { visitContract } from '../visit.contract.ts';
import { openVisitWorld, type VisitWorld } from './visit.world.ts';

let it: VisitWorld;
beforeAll(async () => { it = await openVisitWorld(); });
afterAll(() => it.close());

const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code);
const record = (ctx: Ctx, change: object) => act(ctx, (inside) => recordVisit(inside, visitContract.record.input.parse({ unitId: it.cell, on: '2026-11-10', kind: 'field', ...change })));

test('a visit is written down in the name of a colleague by an office alone', async () => {
  const colleague = contextFor(it.world, actorWith([{ role: 'assigned_cadre', unitId: it.commune }], it.stranger.actor!.personId));
  expect(await code(record(colleague, { personId: it.cadre }))).toBe('platform.forbidden');
});

test('a visit of a cadre whose assignment has ended still comes in for the days on which he followed, and is changed no more after a while', async () => {
  const former = await buildIn(it.world).person({ name: 'Lê Thị Thôi' });
  await it.assign({ person: former, unit: it.other, from: '2026-01-01', to: '2026-11-10' });
  const at = (today: string, role: 'member' | 'assigned_cadre' = 'member') => ({ ...contextFor(it.world, actorWith([role === 'member' ? { role } : { role, unitId: it.other }], former)), today: day(today), now: new Date(`${today}T03:00:00Z`) });
  const { id } = await record(at('2026-11-12'), { unitId: it.other, on: '2026-11-10' });
  expect(await readVisit(at('2026-11-12'), { id })).toMatchObject({ may: ['correct', 'attach'] });
  expect(await code(record(at('2026-11-12'), { unitId: it.other, on: '2026-11-11' }))).toBe('platform.notFound');
  expect(await code(record(at('2027-01-12'), { unitId: it.other, on: '2026-11-10' }))).toBe('platform.notFound');
  const correct = (ctx: Ctx, version: number, on: string) => act(ctx, (inside) => correctVisit(inside, visitContract.correct.input.parse({ id, version, on, kind: 'field' })));
  expect(await code(correct(at('2026-11-12'), 1, '2026-11-11'))).toBe('platform.notFound');
  expect(await code(correct(at('2026-11-12'), 1, '2026-11-09'))).toBe('done');
  expect(await code(correct(at('2027-01-12'), 2, '2026-11-08'))).toBe('platform.notFound');
  expect((await readVisit(at('2027-01-12'), { id })).may).toEqual([]);
  await act(at('2026-11-12'), (ctx) => withdrawVisit(ctx, { id, reason: 'Ghi nhầm' }));
  expect(await code(act(at('2026-11-12'), (ctx) => putVisitBack(ctx, { id })))).toBe('platform.notFound');
  expect(await code(act(at('2026-11-12', 'assigned_cadre'), (ctx) => putVisitBack(ctx, { id })))).toBe('done');
});

test('a report is written by a cadre whose assignment has ended, for the time in which something was followed', async () => {
  const former = await buildIn(it.world).person({ name: 'Lê Thị Thôi' });
  await it.assign({ person: former, unit: it.other, from: '2026-07-01', to: '2026-10-02' });
  const third = { from: day('2026-07-01'), to: day('2026-09-30') };
  const write = (change: object) => act(he, (ctx) => writeOwnReport(ctx, reportContract.writeReport.input.parse({ unitId: it.province, ...third, texts: noTexts, ...change })));
  const he = contextFor(it.world, actorWith([{ role: 'member' }], former));
  expect((await listOwnReports(he)).items).toMatchObject([{ ...third, state: 'due' }]);
  const { id } = await write({ texts: { ...noTexts, done: 'Bàn giao địa bàn' } });
  expect(await readReport(he, { id })).toMatchObject({ may: ['write'] });
  expect(await code(write({ from: day('2026-01-01'), to: day('2026-03-31') }))).toBe('visits.noDuty');
});
