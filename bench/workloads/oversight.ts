/** Coverage: which communes and cells of the country somebody follows, as a figure and on the board of a regulation. */
import { oversightFigures } from '../../src/modules/oversight/oversight.figures.ts';
import { by, measureReads, type Workload } from '../bench.ts';
import type { Subject } from '../../src/figures/figure.ts';
import { countAnew } from '../rollups.ts';
import { follow, unfollow } from './oversight.rows.ts';

export const oversight: Workload = {
  name: 'oversight',
  title: 'coverage of oversight',
  waitsForRollups: true,
  run: async (bench) => {
    const { installation, places: { top, province, today }, callers } = bench;
    const { regulationId, communes, cells } = await follow(installation.owner, { top: top.id, today });
    bench.say(`${communes} communes and ${cells} cells followed`);
    try {
      await countAnew(installation, { today, isCounted });
      const of = { workload: 'oversight', closed: [1], budget: { text: 'p95 < 100 ms', under: 100, closedUsers: 1 } };
      const figure = (unit: string) => ['oversight.covered', 'oversight.uncovered'].flatMap((id) => [`/api/figures/${id}/value?unit=${unit}&on=${today}`, `/api/figures/${id}/breakdown?unit=${unit}&on=${today}&by=child`]);
      return [
        ...(await measureReads(bench, { ...of, what: `coverage of the country, value and by child (${communes + cells} followed)`, reads: by(callers.top, figure(top.id)) })),
        ...(await measureReads(bench, { ...of, what: 'coverage of a province, value and by child', reads: by(callers.top, figure(province.id)) })),
        ...(await measureReads(bench, { ...of, what: `regulation with ${communes} communes followed`, reads: by(callers.top, [`/api/oversight/regulations/${regulationId}`]) })),
        ...(await measureReads(bench, { ...of, what: 'board of that regulation, first page and those without anybody', reads: by(callers.top, [`/api/oversight/board?regulationId=${regulationId}`, `/api/oversight/board?regulationId=${regulationId}&gap=yes`]) })),
      ];
    } finally {
      await unfollow(installation.owner);
      await countAnew(installation, { today, isCounted });
    }
  },
};

function isCounted({ id }: Pick<Subject, 'id'>): boolean {
  return oversightFigures.some(({ subject }) => subject.id === id);
}
