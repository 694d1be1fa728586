/** Which reports and visits are owed: the same on the page of the cadre as in the figures. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day } from '../../../../test/world/world.ts';
import { computeFigure } from '../../../figures/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { attentionContract } from '../../attention/attention.contract.ts';
import { listAttention } from '../../attention/server/attention.reads.ts';
import { reportContract } from '../report.contract.ts';
import { noTexts } from '../report.ts';
import { dueReports } from '../server/index.ts';
import { writeOwnReport } from '../server/report.commands.ts';
import { listOwedReports } from '../server/report.owed.reads.ts';
import { listOwnReports } from '../server/report.reads.ts';
import { openVisitWorld, type VisitWorld } from './visit.world.ts';

let it: VisitWorld;
beforeAll(async () => { it = await openVisitWorld(); });
afterAll(() => it.close());

/** A regulation under which reports are owed every three months. */
async function regulate(body: Id<'unit'>, { person, unit, from }: { readonly person: Id<'person'>; readonly unit: Id<'unit'>; readonly from: string }): Promise<void> {
  const regulation = newId<'oversightRegulation'>(0);
  await sql`insert into oversight_regulations (home_id, id, unit_id, title, kinds, valid, version, recorded_at) values (0, ${regulation}, ${body}, 'Quy chế', '{cell}', '[2021-01-01,)', 1, now())`.execute(it.world.owner.db);
  await sql`insert into oversight_duties (home_id, regulation_id, tier, report_every_months) values (0, ${regulation}, 'head', 3)`.execute(it.world.owner.db);
  await sql`insert into oversight_assignments (home_id, id, regulation_id, unit_id, person_id, tier, decision, valid, talking_points, version, recorded_at)
    values (0, ${newId(0)}, ${regulation}, ${unit}, ${person}, 'head', '02-QĐ/ĐU', daterange(${from}::date, null), '', 1, now())`.execute(it.world.owner.db);
}

const asked = (change: object = {}) => reportContract.owedReports.input.parse(change);
const handIn = (ctx: Ctx, unitId: Id<'unit'>) => act(ctx, (inside) => writeOwnReport(inside, reportContract.writeReport.input.parse({ unitId, from: '2026-07-01', to: '2026-09-30', texts: { ...noTexts, done: 'Đã đi' }, isHanded: true })));

const year = { from: day('2026-01-01'), on: day('2026-11-20') };

test('the superior sees who has not handed in, since when it is late, and who has; as many as the figure and the alert tell', async () => {
  expect(await listOwedReports(it.board, asked())).toMatchObject({
    items: [{ id: null, unit: { id: it.province }, person: { id: it.cadre }, from: '2026-07-01', lateSince: '2026-10-11', handedOn: null }, { from: '2026-04-01', lateSince: '2026-07-11' }], counts: { missing: 2, late: 2, handed: 0, handedLate: 0 },
  });
  const told = async () => (await listAttention(it.board, attentionContract.list.input.parse({}))).items.filter(({ alert }) => alert === 'visit.reportDue');
  expect(await told()).toMatchObject([{ subject: { id: it.cadre }, dueOn: '2026-10-10' }]);
  const { id } = await handIn(it.follower, it.province);
  expect(await told()).toEqual([]);
  const { items, counts } = await listOwedReports(it.board, asked({ unitId: it.province }));
  expect(items).toMatchObject([{ id: null, from: '2026-04-01' }, { id, handedOn: '2026-11-20', isLate: true }]);
  expect((await listOwedReports(it.board, asked({ show: 'missing' }))).items).toHaveLength(1);
  expect((await listOwedReports(it.board, asked({ show: 'handed' }))).items).toHaveLength(1);
  expect((await computeFigure(it.board, { figure: 'visits.reportsInTime', unit: it.province, ...year })).value).toMatchObject({ count: counts!.handed - counts!.handedLate, base: counts!.late + counts!.handed });
  expect((await listOwedReports(it.elsewhere, asked())).items).toEqual([]);
  const page = await listOwedReports(it.board, asked({ limit: 1 }));
  expect(await listOwedReports(it.board, asked({ limit: 1, cursor: page.next! }))).toMatchObject({ items: [{ id }], next: null, counts: null });
});

test('reports are owed to each organisation, and of no period in which nothing was followed', async () => {
  const person = await buildIn(it.world).person({ name: 'Lê Thị Hai Nơi' });
  await it.assign({ person, unit: it.other, from: '2026-01-01', to: '2026-01-31' });
  await it.assign({ person, unit: it.other, from: '2026-08-01', to: '2026-08-31' });
  const regulation = newId<'oversightRegulation'>(0);
  await sql`insert into oversight_regulations (home_id, id, unit_id, title, kinds, valid, version, recorded_at) values (0, ${regulation}, ${it.other}, 'Quy chế xã', '{cell}', '[2021-01-01,)', 1, now())`.execute(it.world.owner.db);
  await sql`insert into oversight_duties (home_id, regulation_id, tier, report_every_months) values (0, ${regulation}, 'head', 3), (0, ${regulation}, 'deputy', 6)`.execute(it.world.owner.db);
  for (const tier of ['head', 'deputy']) {
    await sql`insert into oversight_assignments (home_id, id, regulation_id, unit_id, person_id, tier, decision, valid, talking_points, version, recorded_at)
      values (0, ${newId(0)}, ${regulation}, ${tier === 'head' ? it.cell : it.other}, ${person}, ${tier}, '02-QĐ/ĐU', '[2026-08-01,2026-09-01)', '', 1, now())`.execute(it.world.owner.db);
  }
  const due = await dueReports(it.board, [person]);
  expect(due.map(({ unitId, from, to }) => [unitId, from, to])).toEqual(expect.arrayContaining([[it.province, '2026-01-01', '2026-03-31'], [it.province, '2026-07-01', '2026-09-30'], [it.other, '2026-07-01', '2026-09-30']]));
  expect(due).toHaveLength(3);
  const figure = () => computeFigure(it.board, { figure: 'visits.reportsInTime', unit: it.province, ...year });
  // With the two of the cadre who follows the commune since April.
  expect((await figure()).value).toMatchObject({ count: 0, base: 5 });
  await buildIn(it.world).rule({ key: 'cadreReport.handInDays', value: 80, unit: 'day', scope: it.other });
  expect((await figure()).value).toMatchObject({ count: 0, base: 4 });
});

test('where nothing is owed nothing was met', async () => {
  const person = await buildIn(it.world).person({ name: 'Vũ Văn Một Ngày' });
  await it.assign({ person, unit: it.cell, from: '2026-03-01', to: '2026-03-01' });
  const { value } = await computeFigure(it.board, { figure: 'visits.obligationsMet', unit: it.cell, from: day('2026-03-01'), on: day('2026-03-05') });
  expect(value).toMatchObject({ count: 0, base: 0 });
});

test('what was owed to an organisation that is gone is owed to whoever took it over whole, and to nobody where nobody did', async () => {
  const build = buildIn(it.world);
  const person = await build.person({ name: 'Đỗ Thị Sắp Xếp' });
  const [gone, merged] = [await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Thôi', parent: it.province }), await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Nhập', parent: it.province })];
  for (const body of [gone, merged]) await regulate(body, { person, unit: it.cell, from: '2026-07-01' });
  const own = contextFor(it.world, actorWith([{ role: 'assigned_cadre', unitId: it.cell }], person));
  expect((await listOwnReports(own)).items.map(({ unit }) => unit.name).toSorted()).toEqual(['Đảng bộ xã Nhập', 'Đảng bộ xã Thôi']);
  const heir = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Nhận', parent: it.province, from: '2026-11-01' });
  await build.lineage(merged, heir, '2026-11-01');
  for (const body of [gone, merged]) await sql`update unit_versions set valid = daterange(lower(valid), '2026-11-01') where unit_id = ${body}`.execute(it.world.owner.db);
  await build.derive();
  expect((await listOwnReports(own)).items).toMatchObject([{ unit: { name: 'Đảng bộ xã Nhận' }, from: '2026-07-01', isLate: true }]);
  const taker = contextFor(it.world, actorWith([{ role: 'board_officer', unitId: heir }]));
  expect((await listOwedReports(taker, asked())).items).toMatchObject([{ unit: { name: 'Đảng bộ xã Nhận' }, person: { id: person } }]);
  const { id } = await handIn(own, merged);
  expect((await listOwedReports(taker, asked())).items).toMatchObject([{ id, handedOn: '2026-11-20' }]);
});
