/** Which reports and visits are owed: the same on the page of the cadre as in the figures. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { day } from '../../../../test/world/world.ts';
import { computeFigure } from '../../../figures/server/index.ts';
import { newId } from '../../../platform/ids.ts';
import { dueReports } from '../server/index.ts';
import { openVisitWorld, type VisitWorld } from './visit.world.ts';

let it: VisitWorld;
beforeAll(async () => { it = await openVisitWorld(); });
afterAll(() => it.close());

const year = { from: day('2026-01-01'), on: day('2026-11-20') };

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
