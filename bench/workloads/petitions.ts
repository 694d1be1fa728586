/** Half a million petitions: the inbox of the bodies with the most, the list of places, statistics by topic, and medians. */
import type { Subject } from '../../src/figures/figure.ts';
import { by, measureReads, type Workload } from '../bench.ts';
import { countAnew } from '../rollups.ts';
import { raiseMany, takeBack } from './petitions.rows.ts';

export const petitions: Workload = {
  name: 'petitions',
  title: 'petitions: inbox, places, statistics',
  waitsForRollups: true,
  run: async (bench) => {
    const { installation, places: { top, today }, callers } = bench;
    const { owner } = installation;
    const raised = await raiseMany(owner, { top: top.id, today });
    bench.say(`${raised.petitions} petitions, ${raised.waiting} waiting`);
    try {
      await countAnew(installation, { today, isCounted });
      const of = { workload: 'petitions', closed: [1] };
      const year = `from=${Number(today.slice(0, 4)) - 1}-01-01&on=${today}`;
      const figure = (id: string, how: string) => `/api/figures/${id}/${how}?unit=${top.id}&${/open|late|atBody/.test(id) ? `on=${today}` : year}`;
      return [
        ...(await measureReads(bench, { ...of, what: 'inbox, first page', reads: by(callers.top, raised.bodies.map((id) => `/api/petitions?bodyId=${id}&inbox=open`)), budget: { text: 'p95 < 50 ms', under: 50, closedUsers: 1 } })),
        ...(await measureReads(bench, { ...of, what: 'inbox, counts', reads: by(callers.top, raised.bodies.map((id) => `/api/petitions/inbox?bodyId=${id}`)), budget: { text: 'p95 < 50 ms', under: 50, closedUsers: 1 } })),
        ...(await measureReads(bench, { ...of, what: 'all of places, first page', reads: by(callers.top, ['/api/petitions']), budget: { text: 'p95 < 50 ms', under: 50, closedUsers: 1 } })),
        ...(await measureReads(bench, { ...of, what: 'raised by topic, over all', reads: by(callers.top, [`${figure('petitions.raised', 'breakdown')}&by=topic`]), budget: { text: 'p95 < 200 ms', under: 200, closedUsers: 1 } })),
        ...(await measureReads(bench, { ...of, what: 'settled, value over all', reads: by(callers.top, [figure('petitions.settled', 'value')]), budget: { text: 'p95 < 200 ms', under: 200, closedUsers: 1 } })),
        ...(await measureReads(bench, { ...of, what: 'waiting by body, by child', reads: by(callers.top, [`${figure('petitions.atBody', 'breakdown')}&by=child`]), budget: { text: 'p95 < 200 ms', under: 200, closedUsers: 1 } })),
        ...(await measureReads(bench, { ...of, what: 'open and late, value over all', reads: by(callers.top, ['petitions.open', 'petitions.late'].map((id) => figure(id, 'value'))), budget: { text: 'p95 < 200 ms', under: 200, closedUsers: 1 } })),
        ...(await measureReads(bench, { ...of, what: 'answered by body, by child', reads: by(callers.top, [`${figure('petitions.answered', 'breakdown')}&by=child`]), budget: { text: 'p95 < 200 ms', under: 200, closedUsers: 1 } })),
        ...(await measureReads(bench, { ...of, what: 'medians over all', reads: by(callers.top, [`/api/petitions/times?unitId=${top.id}`]), budget: { text: 'p95 < 200 ms', under: 200, closedUsers: 1 } })),
      ];
    } finally {
      await takeBack(owner);
      await countAnew(installation, { today, isCounted });
    }
  },
};

function isCounted({ looksAt }: Pick<Subject, 'looksAt'>): boolean {
  return looksAt?.what === 'petitions';
}
