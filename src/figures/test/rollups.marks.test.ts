/** Which days of which groups are believed no more: marks gathered by group say the same as one by one. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../test/world/build.ts';
import { day, openWorld, type World } from '../../../test/world/world.ts';
import { addDays, type Day } from '../../platform/day.ts';
import { rows } from '../../platform/db/database.ts';
import type { Id } from '../../platform/ids.ts';
import { figures } from '../declared.ts';
import type { Figure } from '../figure.ts';
import { systemsOf } from '../server/rollups/anchors.ts';
import { firstDayOfMonth, lastDayOfMonth } from '../server/rollups/months.ts';
import { refreshRollups } from '../server/rollups/refresh.ts';
import { markedGroups, toldBy } from '../server/rollups/rolled.marks.ts';

let world: World;
const units: Id<'unit'>[] = [];

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  const province = await build.unit({ kind: 'provincial_party' });
  for (const name of ['Một', 'Hai']) {
    const commune = await build.unit({ kind: 'commune_party', name: `Đảng bộ xã ${name}`, parent: province });
    units.push(commune, await build.unit({ kind: 'cell', name: `Chi bộ ${name}`, parent: commune }));
  }
  await build.derive();
  await refreshRollups(world.db, { today: day('2026-11-20'), months: 2 });
});
afterAll(() => world.close());

interface Mark {
  readonly unit: Id<'unit'>;
  readonly from: Day | null;
  readonly about: string | null;
}

/** The days that one mark takes from a group, both included; null: from the first, or to the last. */
function takenBy({ from, about }: Mark, { subject: { keptBy, looksAt } }: Figure): readonly [Day | null, Day | null] {
  if (from === null) return [null, null];
  if (looksAt && about !== null) return [firstDayOfMonth(from), addDays(lastDayOfMonth(from), looksAt.daysBack)];
  return [keptBy === 'month' ? firstDayOfMonth(from) : from, null];
}

const kinds = [...Map.groupBy(figures.filter((figure) => systemsOf(figure).length > 0), ({ subject: { keptBy, looksAt } }) => `${keptBy ?? 'day'} ${looksAt?.what ?? 'people'} ${looksAt?.daysBack ?? ''}`).values()].map(([first]) => first!);

test.for(kinds)('marks of $id, gathered, take the same days from each group as one by one', async (figure) => {
  const told = figure.subject.looksAt ? toldBy[figure.subject.looksAt.what] : ['people'];
  const days = ['2024-02-29', '2026-09-01', '2026-09-30', '2026-11-05', '2026-11-20'].map(day);
  const marks: Mark[] = [
    { unit: units[1]!, from: days[1]!, about: null }, { unit: units[1]!, from: days[3]!, about: null }, { unit: units[3]!, from: null, about: null }, { unit: units[3]!, from: days[4]!, about: null },
    ...told.flatMap((about) => [...days.map((from) => ({ unit: units[0]!, from, about })), { unit: units[1]!, from: days[0]!, about }, { unit: units[2]!, from: null, about }]),
    { unit: units[2]!, from: days[2]!, about: told[0] === 'people' ? 'meetings' : 'people' },
  ];
  const { db } = world.owner;
  await db.transaction().execute(async (tx) => {
    await sql`delete from figure_marks`.execute(tx);
    await sql`insert into figure_marks (unit_id, from_day, about, moved) select u, d, a, false from unnest(${marks.map(({ unit }) => unit)}::uuid[], ${marks.map(({ from }) => from)}::date[], ${marks.map(({ about }) => about)}::text[]) m (u, d, a)`.execute(tx);
  });
  const concerning = marks.filter(({ about }) => about === null || told.includes(about));
  for (const system of systemsOf(figure)) {
    const groups = await rows(db, sql<{ unit: Id<'unit'>; group: string }>`select unit_id as unit, group_id as "group" from figure_places where system = ${system} and unit_id = any(${units}::uuid[])`);
    const asked = ['2020-01-01', '2024-01-31', '2024-02-01', '2024-03-15', '2026-08-31', '2026-09-01', '2026-10-01', '2026-10-31', '2026-11-04', '2026-11-30', '2027-06-30'].map(day);
    const found = await rows(db, sql<{ group: string; day: Day }>`select distinct m.group_id as "group", d.day from (${markedGroups(figure, system)}) m join unnest(${asked}::date[]) d (day) on m.days @> d.day`);
    const wanted = groups.flatMap(({ unit, group }) => asked.filter((on) => concerning.some((mark) => {
      const [first, last] = takenBy(mark, figure);
      return mark.unit === unit && (first === null || first <= on) && (last === null || on <= last);
    })).map((on) => `${group} ${on}`));
    expect([...new Set(found.map((row) => `${row.group} ${row.day}`))].toSorted(), system).toEqual([...new Set(wanted)].toSorted());
  }
});
