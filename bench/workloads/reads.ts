/**
 * The mix of a working day through the API — lists, searches, unit pages, posts, figures, the first page — by people
 * of every level, at 1, 10 and 50 users, beside the same SQL by pgbench. Pages of single persons are not in it: each
 * opening is recorded, so their SQL cannot be sent again and again.
 */
import { by, measureReads, type Bench, type Workload } from '../bench.ts';
import type { Read } from '../load.ts';
import { shuffled } from '../measure.ts';
import { spread } from '../places.ts';

export const reads: Workload = {
  name: 'reads',
  title: 'mixed API reads',
  run: (bench) => measureReads(bench, {
    workload: 'reads', what: 'mixed authorised reads', reads: shuffled(mixOf(bench), 1), closed: [1, 10, 50], paced: 50,
    ratio: { text: '≥ 50 % of the same SQL', least: 0.5, users: 50 },
  }),
};

/** Half of it from offices of communes, the rest from the province and from secretaries of cells. */
export function mixOf({ callers, places }: Pick<Bench, 'callers' | 'places'>): Read[] {
  const { names, someUnits, someCommunes, province, commune, cell, today } = places;
  const search = (word: string) => `/api/people-search?q=${encodeURIComponent(word)}`;
  const office = [
    '/api/people?limit=50', '/api/people?limit=50&status=full', '/api/home/lately', `/api/units/${commune.id}`, `/api/unit-tree?id=${commune.id}&hierarchy=party`,
    '/api/posts?limit=50', '/api/session', `/api/figures/members/value?unit=${commune.id}`, `/api/figures/members/breakdown?unit=${commune.id}&by=child`,
    `/api/figures/members/breakdown?unit=${commune.id}&by=sex`, ...spread(names.borne, 6).map(search),
  ];
  const secretary = ['/api/people?limit=50', `/api/units/${cell.id}`, '/api/session', `/api/figures/members/value?unit=${cell.id}&on=${today}`, '/api/home/lately'];
  const board = [
    '/api/people?limit=50', ...spread(someCommunes, 3).map((id) => `/api/people?limit=50&unitId=${id}`), ...spread(someUnits, 4).map((id) => `/api/units/${id}`),
    ...spread(names.borne.slice(6), 3).map(search), `/api/figures/members/breakdown?unit=${province.id}&by=child`,
  ];
  return [...by(callers.commune, office), ...by(callers.cell, secretary), ...by(callers.province, board)];
}
