/** Lists as a provincial officer opens them: people (first page, one commune, a past day, a filter), posts of a kind, the records behind a figure. */
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
      ...(await measureReads(bench, { ...first, what: 'posts of a kind in a province, first page', reads: by(province, ['/api/posts?limit=50&kind=secretary']), closed: [1] })),
      ...(await measureReads(bench, { ...first, what: 'records behind a figure of a commune', reads: by(province, places.someCommunes.map((id) => `/api/figures/members/records?limit=50&unit=${id}`)), closed: [1] })),
    ];
  },
};
