/** The page of a unit, of every kind and on several days, and the tree as it is opened level by level. */
import { lastDays } from './days.ts';
import { by, measureReads, type Workload } from '../bench.ts';
import { spread } from '../places.ts';

export const unitPage: Workload = {
  name: 'unit',
  title: 'unit page',
  run: async (bench) => {
    const { callers: { province }, places } = bench;
    const days = lastDays(places.today, 6);
    const pages = places.someUnits.map((id) => `/api/units/${id}`);
    const past = places.someUnits.map((id, at) => `/api/units/${id}?asOf=${days[at % days.length]}`);
    const trees = spread([places.province.id, ...places.someCommunes], 20).map((id) => `/api/unit-tree?id=${id}&hierarchy=party`);
    const reads = { workload: 'unit' };
    return [
      ...(await measureReads(bench, { ...reads, what: 'unit page, today', reads: by(province, pages), closed: [1, 50], paced: 50 })),
      ...(await measureReads(bench, { ...reads, what: 'unit page, month ends', reads: by(province, past), closed: [1] })),
      ...(await measureReads(bench, { ...reads, what: 'units directly under one', reads: by(province, trees), closed: [1] })),
    ];
  },
};
