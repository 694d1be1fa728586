/** A resolution that 3,321 units answer clause by clause: its radar over all of them and opened at one place, one unit's answers; and every figure of what is passed down, of tasks and of documents. */
import { sql } from 'kysely';
import { figures } from '../../src/figures/declared.ts';
import type { Subject } from '../../src/figures/figure.ts';
import { rows } from '../../src/platform/db/database.ts';
import { by, measureReads, type Bench, type Workload } from '../bench.ts';
import type { Line } from '../measure.ts';
import { spread } from '../places.ts';
import { countAnew } from '../rollups.ts';
import { passDown, takeBack, type PassedDown } from './cascade.rows.ts';

export const cascade: Workload = {
  name: 'cascade',
  title: 'resolutions: radar and figures',
  waitsForRollups: true,
  run: async (bench) => {
    const { installation, places: { top, today }, callers } = bench;
    const { owner } = installation;
    const passed = await passDown(owner, { top: top.id, today });
    bench.say(`${passed.asked} units asked, ${passed.answers} answers, ${passed.tasks} tasks`);
    try {
      await countAnew(installation, { today, isCounted });
      const radar = `/api/cascades/${passed.id}/radar`;
      const { inner, units } = await placesOf(bench, passed);
      const of = { workload: 'cascade', closed: [1] };
      return [
        ...(await measureReads(bench, { ...of, what: `radar over ${passed.asked} units, ${passed.answers} answers`, reads: by(callers.top, [radar]), budget: { text: 'p95 < 300 ms', under: 300, closedUsers: 1 } })),
        ...(await measureReads(bench, { ...of, what: 'radar opened at one place', reads: by(callers.top, inner.map((id) => `${radar}?unitId=${id}`)), budget: { text: 'p95 < 100 ms', under: 100, closedUsers: 1 } })),
        ...(await measureReads(bench, { ...of, what: 'answers of one unit', reads: by(callers.top, units.map((id) => `/api/cascades/${passed.id}/units/${id}`)) })),
        ...(await measureFigures(bench)),
      ];
    } finally {
      await takeBack(owner, passed);
      await countAnew(installation, { today, isCounted });
    }
  },
};

const kinds: readonly (string | undefined)[] = ['tasks', 'documents', 'regulations', 'cascades'];

function isCounted({ looksAt }: Pick<Subject, 'looksAt'>): boolean {
  return kinds.includes(looksAt?.what);
}

/** Each over the whole country, flows over two years: its value, and divided by child. */
async function measureFigures(bench: Bench): Promise<Line[]> {
  const { places: { top, today }, callers } = bench;
  const lines: Line[] = [];
  for (const { id, kind } of figures.filter(({ subject }) => isCounted(subject))) {
    const asked = `unit=${top.id}&on=${today}${kind === 'flow' ? `&from=${Number(today.slice(0, 4)) - 1}-01-01` : ''}`;
    const reads = by(callers.top, [`/api/figures/${id}/value?${asked}`, `/api/figures/${id}/breakdown?${asked}&by=child`]);
    lines.push(...(await measureReads(bench, { workload: 'cascade', closed: [1], what: `${id}, value and by child`, reads, budget: { text: 'p95 < 100 ms', under: 100, closedUsers: 1 } })));
  }
  return lines;
}

/** Units directly below the top with the most units asked under them, and some of those asked. */
async function placesOf({ installation: { owner }, places: { top, today } }: Bench, { id }: PassedDown): Promise<{ inner: string[]; units: string[] }> {
  const inner = await rows(owner, sql<{ id: string }>`select k.ancestor_id as id from cascade_units u join unit_closure k on k.hierarchy = 'party' and k.descendant_id = u.unit_id and k.valid @> ${today}::date
    join unit_closure t on t.hierarchy = 'party' and t.ancestor_id = ${top.id} and t.descendant_id = k.ancestor_id and t.depth = 1 and t.valid @> ${today}::date where u.document_id = ${id} group by 1 order by count(*) desc, 1 limit 10`);
  const units = await rows(owner, sql<{ id: string }>`select unit_id as id from cascade_units where document_id = ${id} order by unit_id`);
  return { inner: inner.map((one) => one.id), units: spread(units.map((one) => one.id), 40) };
}
