/** Reports and evaluations through their procedures: drafted from records, handed in, read; decided by people, seen by who may. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act, actorWith, contextFor, day } from '../../../../test/world/world.ts';
import { computeFigure } from '../../../figures/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { newId } from '../../../platform/ids.ts';
import { owedIn } from '../../oversight/duty.ts';
import { listEvents } from '../../events/server/event.reads.ts';
import { dropEvaluation, openEvaluation, reopenCadreEvaluation, writeCadreEvaluation } from '../server/evaluation.commands.ts';
import { listEvaluations, listOwnEvaluations, readEvaluation } from '../server/evaluation.reads.ts';
import { resealEvaluations } from '../server/index.ts';
import { markReportRead, takeOwnReportBack, writeOwnReport } from '../server/report.commands.ts';
import { reportFile } from '../server/report.docx.ts';
import { draftReport, listOwnReports, listReports, readReport } from '../server/report.reads.ts';
import { recordVisit } from '../server/visit.commands.ts';
import { reportContract } from '../report.contract.ts';
import { noTexts } from '../report.ts';
import { visitContract } from '../visit.contract.ts';
import { owedColumns } from '../visit.duties.figures.ts';
import { openVisitWorld, type VisitWorld } from './visit.world.ts';

let it: VisitWorld;
beforeAll(async () => {
  it = await openVisitWorld();
  const visit = (on: string, kind: string, promises: readonly object[] = []) => act(it.follower, (ctx) => recordVisit(ctx, visitContract.record.input.parse({ unitId: it.cell, on, kind, heard: [{ topic: 'roads', text: 'Đường nội đồng lầy lội' }], promises })));
  await visit('2026-07-14', 'cellMeeting', [{ id: newId(0), text: 'Hỏi kế hoạch làm đường', dueOn: '2026-08-20' }]);
  await visit('2026-09-02', 'field');
});
afterAll(() => it.close());

const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code);
const third = { from: day('2026-07-01'), to: day('2026-09-30') };
const write = (ctx: Ctx, change: object = {}) => act(ctx, (inside) => writeOwnReport(inside, reportContract.writeReport.input.parse({ unitId: it.province, ...third, texts: noTexts, ...change })));

describe('a report', () => {
  test('is due for each period that ended, and drafted from what the records say', async () => {
    const { items } = await listOwnReports(it.follower);
    expect(items.map(({ from, dueOn, state, isLate }) => [from, dueOn, state, isLate])).toEqual([['2026-07-01', '2026-10-10', 'due', true], ['2026-04-01', '2026-07-10', 'due', true]]);
    const draft = await draftReport(it.follower, { unitId: it.province, ...third });
    expect(draft.facts).toMatchObject([{ unit: 'Đảng bộ xã Hạ', visits: { cellMeeting: 1, field: 1 }, owed: { visits: 1, cellMeetings: 1, committeeMeetings: 1 }, isMet: false, promises: { due: 1, kept: 0, open: 1 } }]);
    expect(draft.texts.done).toBe('Đảng bộ xã Hạ: dự sinh hoạt chi bộ 1 lần, đi thực tế 1 lần. Việc đã hứa đến hạn: 1, đã làm đúng hạn: 0.');
    expect(draft.texts.difficulties).toContain('còn thiếu 1 lần dự họp cấp ủy');
    expect(await code(draftReport(it.follower, { unitId: it.province, from: day('2025-01-01'), to: day('2025-03-31') }))).toBe('visits.noDuty');
    expect(await code(draftReport(it.stranger, { unitId: it.province, ...third }))).toBe('visits.noDuty');
  });

  test('is the cadre’s alone until it is handed in with its facts, and read by the superior with a comment', async () => {
    const { id } = await write(it.follower, { texts: { ...noTexts, done: 'Đã đi hai lần' } });
    expect(await code(readReport(it.board, { id }))).toBe('platform.notFound');
    expect(await draftReport(it.follower, { unitId: it.province, ...third })).toMatchObject({ id, version: 1, state: 'writing', texts: { done: 'Đã đi hai lần' } });
    expect(await code(draftReport(it.stranger, { unitId: it.province, ...third }))).toBe('visits.noDuty');
    expect((await listReports(it.board, reportContract.reports.input.parse({}))).items).toEqual([]);
    expect(await code(write(it.follower, {}))).toBe('visits.reportAlready');
    expect(await code(write(it.follower, { version: 1, texts: noTexts, isHanded: true }))).toBe('visits.reportEmpty');
    await write(it.follower, { version: 1, texts: { ...noTexts, done: 'Đã đi hai lần' }, isHanded: true });
    expect(await readReport(it.board, { id })).toMatchObject({ state: 'handed', isLate: true, facts: [{ visits: { field: 1 } }], may: ['read'] });
    expect(await code(readReport(it.office, { id }))).toBe('platform.notFound');
    expect(await code(write(it.follower, { version: 2, texts: noTexts }))).toBe('visits.reportIsHanded');
    expect(await draftReport(it.follower, { unitId: it.province, ...third })).toMatchObject({ id, state: 'handed' });
    await act(it.follower, (ctx) => takeOwnReportBack(ctx, { id, version: 2 }));
    await write(it.follower, { version: 3, texts: { ...noTexts, done: 'Đã đi hai lần, dự một buổi' }, isHanded: true });
    await act(it.board, (ctx) => markReportRead(ctx, { id, version: 4, comment: 'Quý sau dự họp cấp ủy' }));
    expect(await readReport(it.follower, { id })).toMatchObject({ state: 'read', comment: 'Quý sau dự họp cấp ủy', readBy: null });
    expect(await code(act(it.follower, (ctx) => takeOwnReportBack(ctx, { id, version: 5 })))).toBe('visits.reportIsRead');
    expect((await reportFile(it.board, { id })).name).toBe('bao-cao-theo-doi-tran-van-bam-2026-09-30.docx');
    const period = { unit: it.province, from: day('2026-01-01'), on: day('2026-11-20') };
    expect((await computeFigure(it.board, { figure: 'visits.reportsInTime', ...period })).value).toMatchObject({ count: 0, base: 2 });
  });

  test('handed in by its day is in time', async () => {
    const then = { ...it.follower, today: day('2026-07-05'), now: new Date('2026-07-05T03:00:00Z') };
    await write(then, { from: day('2026-04-01'), to: day('2026-06-30'), texts: { ...noTexts, done: 'Nhận địa bàn' }, isHanded: true });
    expect((await computeFigure(it.board, { figure: 'visits.reportsInTime', unit: it.province, from: day('2026-01-01'), on: day('2026-11-20') })).value).toMatchObject({ count: 1, base: 2 });
  });
});

describe('an evaluation', () => {
  const whole = { from: day('2026-04-01'), to: day('2026-09-30') };

  test('lays facts beside what people write and decide; its text is sealed and its log tells nothing', async () => {
    const { id } = await act(it.board, (ctx) => openEvaluation(ctx, { unitId: it.province, personId: it.cadre, ...whole }));
    expect(await readEvaluation(it.board, { id })).toMatchObject({ facts: { places: 1, visits: 2, promisesDue: 1, promisesKept: 0, reportsDue: 2, reportsInTime: 1 }, places: [{ id: it.commune }], may: ['write'] });
    expect(await code(act(it.board, (ctx) => openEvaluation(ctx, { unitId: it.province, personId: it.cadre, ...whole })))).toBe('visits.evaluationAlready');
    const write = (version: number, change: object) => act(it.board, (ctx) => writeCadreEvaluation(ctx, reportContract.writeEvaluation.input.parse({ id, version, ...change })));
    expect(await code(write(1, { isDecided: true }))).toBe('visits.evaluationEmpty');
    expect(await code(write(1, { opinions: [{ unitId: it.other, text: 'x' }] }))).toBe('visits.notAssigned');
    await write(1, { opinions: [{ unitId: it.commune, text: 'Sâu sát, gần dân' }], words: 'Cần dự họp cấp ủy đều hơn', level: 'good', isDecided: true });
    const row = await firstRow(it.world.owner.db, sql<{ text: string }>`select encode(sealed, 'escape') as text from cadre_evaluations where id = ${id}`);
    expect(row!.text).not.toContain('cấp ủy');
    const events = await rows(it.world.owner.db, sql<{ told: string }>`select (to_jsonb(e))::text as told from events e where subject_id = ${id}`);
    expect(events.every(({ told }) => !told.includes(it.cadre) && !told.includes(it.province))).toBe(true);
    const administrator = contextFor(it.world, actorWith([{ role: 'system_administrator' }]));
    for (const ctx of [it.board, administrator]) expect((await listEvents(ctx, { limit: 500 })).items.filter(({ subjectId }) => subjectId === id)).toEqual([]);
    expect((await listOwnEvaluations(it.follower)).items).toMatchObject([{ id, level: 'good', opinions: [{ unit: { name: 'Đảng bộ xã Hạ' } }] }]);
    await resealEvaluations({ db: it.world.owner.db, keys: it.board.keys });
    await act(it.board, (ctx) => reopenCadreEvaluation(ctx, { id, version: 2 }));
    expect((await listOwnEvaluations(it.follower)).items).toEqual([]);
    expect(await readEvaluation(it.board, { id })).toMatchObject({ state: 'writing', former: [{ level: 'good' }] });
    expect(await code(act(it.board, (ctx) => dropEvaluation(ctx, { id, version: 3 })))).toBe('visits.evaluationDecided');
  });

  test('is of nobody above or below its unit, and never of oneself', async () => {
    const { items: [one] } = await listEvaluations(it.board, { limit: 10 });
    expect(await code(readEvaluation(it.office, { id: one!.id as never }))).toBe('platform.notFound');
    expect((await listEvaluations(it.office, { limit: 10 })).items).toEqual([]);
    const himself = contextFor(it.world, actorWith([{ role: 'board_officer', unitId: it.province }], it.cadre));
    expect((await listEvaluations(himself, { limit: 10 })).items).toEqual([]);
    expect(await code(act(himself, (ctx) => openEvaluation(ctx, { unitId: it.province, personId: it.cadre, from: day('2026-01-01'), to: day('2026-12-31') })))).toBe('visits.ownEvaluation');
  });
});

test('what is owed is the same in SQL as by the rule', async () => {
  const duties = { visitsPerQuarter: 2, cellMeetingsPerYear: 3, committeeMeetingsPerYear: 5, reportEveryMonths: null };
  const periods = [['2026-01-01', '2026-03-31'], ['2026-02-10', '2026-02-28'], ['2025-11-05', '2026-10-31'], ['2026-04-01', '2026-04-01']] as const;
  for (const [from, to] of periods) {
    const span = { from: sql`${from}::date`, to: sql`${to}::date` };
    const row = await firstRow(it.world.db, sql<object>`select ${owedColumns(span)} from (select daterange('2026-01-15', null) as valid) a, (select 2 as visits_per_quarter, 3 as cell_meetings_per_year, 5 as committee_meetings_per_year) d where a.valid && daterange(${from}::date, ${to}::date, '[]')`);
    const owed = owedIn(duties, { followed: { from: day('2026-01-15'), to: null }, within: { from: day(from), to: day(to) } });
    expect(row ?? null).toEqual({ owed_visits: owed.visits, owed_cell: owed.cellMeetings, owed_committee: owed.committeeMeetings });
  }
});
