/** The sheets of visits and of reports through the importer: promises kept on their day, importing again, undoing, and who may. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { act, day } from '../../../../test/world/world.ts';
import { computeFigure } from '../../../figures/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { correctVisit } from '../../visits/server/visit.commands.ts';
import { listReports, readReport } from '../../visits/server/report.reads.ts';
import { listVisits, readVisit } from '../../visits/server/visit.reads.ts';
import { openVisitWorld, type VisitWorld } from '../../visits/test/visit.world.ts';
import { applyImport, checkImport, undoImport, type ImportRequest } from '../server/index.ts';

let it: VisitWorld;
let source = 0;

beforeAll(async () => { it = await openVisitWorld(); });
afterAll(() => it.close());
/** Every test is a source of its own, and begins with nothing. */
beforeEach(async () => {
  source += 1;
  for (const table of ['tasks', 'visits', 'cadre_reports']) await sql`delete from ${sql.table(table)}`.execute(it.world.owner.db);
});

const heads = {
  visits: 'unit,ref,person,on,kind,met,topic,heard,advice,promise,promise_due,promise_kept_on',
  reports: 'unit,person,from,to,handed_on,done,difficulties,read_on,comment',
};
const first = () => `Chi bộ thôn Bắc,CD-01,id:${it.cadre},14/07/2026,Dự sinh hoạt chi bộ,"Bí thư, phó bí thư; Người dân",roads,Đèn đường hỏng,Ghi kiến nghị,Hỏi điện lực,30/08/2026,20/08/2026`;
const second = () => `Đảng bộ xã Hạ,CD-02,id:${it.cadre},2026-08-03,field,,,,,,,`;
const report = () => `Đảng bộ tỉnh Thử,id:${it.cadre},2026-07-01,2026-09-30,2026-10-05,Đã đi hai lần,Đường xấu,2026-10-12,Tốt`;

function files(visits: readonly string[], reports: readonly string[] = []): ImportRequest {
  const sheets = { visits: [heads.visits, ...visits], ...(reports.length > 0 ? { reports: [heads.reports, ...reports] } : {}) };
  return { source: `nguồn ${source}`, from: { files: Object.entries(sheets).map(([name, lines]) => ({ name: `${name}.csv`, bytes: new TextEncoder().encode(`${lines.join('\n')}\n`) })) }, fileName: 'di-co-so.csv' };
}
const apply = (ctx: Ctx, ...given: Parameters<typeof files>) => act(ctx, (inside) => applyImport(inside, files(...given)));
const told = async (ctx: Ctx, ...given: Parameters<typeof files>) => (await act(ctx, (inside) => checkImport(inside, files(...given)))).findings.map(({ code, row, column }) => [code, row, column]);
const counts = ({ tables }: { tables: readonly { table: string; added: number; changed: number; same: number }[] }) => tables.filter(({ table }) => table === 'visits' || table === 'reports').map(({ table, added, changed, same }) => [table, added, changed, same]);
const found = async () => (await listVisits(it.board, { limit: 50 })).items;

test('visits come with what was heard, and promises kept on their day; reports handed in on theirs; again they are the same', async () => {
  expect(counts(await apply(it.board, [first(), second()], [report()]))).toEqual([['visits', 2, 0, 0], ['reports', 1, 0, 0]]);
  const items = await found();
  expect(items).toMatchObject([{ on: '2026-08-03', kind: 'field' }, { on: '2026-07-14', kind: 'cellMeeting', topics: ['roads'] }]);
  expect(await readVisit(it.board, { id: items[1]!.id as Id<'visit'> })).toMatchObject({ met: ['secretary', 'residents'], promised: [{ text: 'Hỏi điện lực', standing: 'confirmed' }] });
  const [handed] = (await listReports(it.board, { limit: 10 })).items;
  expect(await readReport(it.board, { id: handed!.id as Id<'cadreReport'> })).toMatchObject({ state: 'read', isLate: false, comment: 'Tốt', facts: [{ unit: 'Đảng bộ xã Hạ', visits: { cellMeeting: 1, field: 1 }, promises: { due: 1, kept: 1 } }] });
  expect((await computeFigure(it.board, { figure: 'visits.promisesKept', unit: it.province, from: day('2026-07-01'), on: day('2026-09-30') })).value).toMatchObject({ count: 1, base: 1 });
  expect(counts(await apply(it.board, [first(), second()], [report()]))).toEqual([['visits', 0, 0, 2], ['reports', 0, 0, 1]]);
  expect(counts(await apply(it.board, [first().replace('hỏng', 'tắt'), second()]))).toEqual([['visits', 0, 1, 1]]);
});

test('what is wrong is told at its row', async () => {
  expect(await told(it.board, [first().replace('; Người dân', '; Ông Năm')])).toEqual([['visit.met_unknown', 2, 'met']]);
  expect(await told(it.board, [first().replace(',roads,', ',,')])).toEqual([['visit.heard_half', 2, 'topic']]);
  expect(await told(it.board, [first().replace('30/08/2026', '')])).toEqual([['visit.promise_half', 2, 'promise_due']]);
  expect(await told(it.board, [first().replace('20/08/2026', '01/07/2026')])).toEqual([['visit.kept_before', 2, 'promise_kept_on']]);
  expect(await told(it.board, [first(), first()])).toEqual([['visit.twice', 3, 'ref']]);
  expect(await told(it.board, [second().replace('2026-08-03', '2027-08-03')])).toEqual([['visit.refused', 2, null]]);
  expect(await told(it.board, [second()], [report().replace('2026-10-12', '2026-10-01')])).toEqual([['visit.read_before', 2, 'read_on']]);
});

test('nobody brings visits of places out of reach, nor reports for a body at which he does not evaluate', async () => {
  expect((await told(it.elsewhere, [second()])).length).toBeGreaterThan(0);
  expect((await told(it.office, [second()], [report()])).map(([code]) => code)).not.toEqual([]);
  expect(await found()).toEqual([]);
});

test('one that was corrected since is not written over, and a run is undone as a whole with its promises', async () => {
  const { runId } = await apply(it.board, [first(), second()], [report()]);
  await act(it.board, (ctx) => undoImport(ctx, runId));
  expect(await found()).toEqual([]);
  expect(await rows(it.world.owner.db, sql`select from tasks union all select from cadre_reports`)).toEqual([]);
  source += 1;
  await apply(it.board, [second()]);
  const [one] = await found();
  await act(it.follower, (ctx) => correctVisit(ctx, { id: one!.id as Id<'visit'>, version: 1, on: day('2026-08-04'), kind: 'field', meetingId: null, place: '', met: [], heard: [], advice: 'x' }));
  expect(await told(it.board, [second()])).toEqual([['visit.worked_on', 2, null]]);
});
