/**
 * Everything under a unit as of any day, for the unit whose subtree comes nearest to 10,000: the ids by the closure
 * itself, as every figure and list uses it, and the first page of them through the API.
 */
import { sql } from 'kysely';
import { lastDays } from './days.ts';
import { by, measureReads, type Workload } from '../bench.ts';
import { rows } from '../../src/platform/db/database.ts';
import { percentiles, within, type Line } from '../measure.ts';

export const subtree: Workload = {
  name: 'subtree',
  title: 'subtree as of a day',
  run: async (bench) => {
    const { callers: { top }, places } = bench;
    const days = [places.today, ...lastDays(places.today, 11)];
    const paths = days.map((day) => `/api/units?under=${places.tenThousand.id}&asOf=${day}&limit=50`);
    return [
      await closureItself(bench, days),
      ...(await measureReads(bench, { workload: 'subtree', what: `units under ${places.tenThousand.name}, first page`, reads: by(top, paths), closed: [1], budget: { text: 'p95 < 50 ms', under: 50, closedUsers: 1 } })),
    ];
  },
};

const rounds = 5;

async function closureItself({ installation, places: { tenThousand } }: Parameters<Workload['run']>[0], days: readonly string[]): Promise<Line> {
  const times: number[] = [];
  let found = 0;
  for (let round = 0; round <= rounds; round += 1) {
    for (const day of days) {
      const started = performance.now();
      found = (await rows(installation.owner, sql<{ id: string }>`
        select descendant_id as id from unit_closure where hierarchy = 'reach' and ancestor_id = ${tenThousand.id} and valid @> ${day}::date`)).length;
      if (round > 0) times.push(performance.now() - started); // the first round warms up
    }
  }
  const ms = percentiles(times);
  return {
    workload: 'subtree', what: `all ids under ${tenThousand.name}, by the closure`, by: '1 connection', requests: times.length, errors: 0, rows: found,
    ...(ms ? { ms, perSecond: 1000 / ms.p50 } : {}), budget: within(50, 'p95 < 50 ms', { ms, errors: 0 }),
  };
}
