/** The list of people as a provincial officer opens it: the first page, a page of one commune, a page of a past day. */
import { lastDays } from './days.ts';
import { by, measureReads, type Workload } from '../bench.ts';

export const list: Workload = {
  name: 'list',
  title: 'people list',
  run: async (bench) => {
    const { callers: { province }, places } = bench;
    const first = { workload: 'list' };
    return [
      ...(await measureReads(bench, { ...first, what: 'people of a province, first page', reads: by(province, ['/api/people?limit=50']), closed: [1, 50], paced: 50, budget: { text: 'p95 < 50 ms', under: 50 } })),
      ...(await measureReads(bench, { ...first, what: 'people of one commune, first page', reads: by(province, places.someCommunes.map((id) => `/api/people?limit=50&unitId=${id}`)), closed: [50] })),
      ...(await measureReads(bench, { ...first, what: 'people of a province on a past day', reads: by(province, lastDays(places.today, 12).map((day) => `/api/people?limit=50&asOf=${day}`)), closed: [1] })),
      ...(await measureReads(bench, { ...first, what: 'full members only, first page', reads: by(province, ['/api/people?limit=50&status=full']), closed: [1] })),
    ];
  },
};
