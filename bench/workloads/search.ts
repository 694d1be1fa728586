/** Search by name without diacritics, by somebody who has everybody in reach: names borne, names very common, names nobody bears. */
import { by, measureReads, type Reads, type Workload } from '../bench.ts';

export const search: Workload = {
  name: 'search',
  title: 'name search',
  run: async (bench) => {
    const { callers: { top, province }, places: { names } } = bench;
    const quick = (words: readonly string[]) => words.map((word) => `/api/people-search?q=${encodeURIComponent(word)}`);
    const listed = (words: readonly string[]) => words.map((word) => `/api/people?limit=50&q=${encodeURIComponent(word)}`);
    const budget = { text: 'p95 < 150 ms', under: 150 };
    const reads = (what: string, paths: readonly string[], closed: readonly number[] = [50]): Reads => ({ workload: 'search', what, reads: by(top, paths), closed, paced: 50, budget });
    return [
      ...(await measureReads(bench, reads('hit: a whole name', quick(names.borne), [1, 50]))),
      ...(await measureReads(bench, reads('hit: two very common words', quick(names.common)))),
      ...(await measureReads(bench, reads('miss', quick(names.missing)))),
      ...(await measureReads(bench, reads('list of a name, first page', listed(names.borne)))),
      ...(await measureReads(bench, { ...reads('hit: a whole name, one province in reach', []), reads: by(province, quick(names.borne)) })),
    ];
  },
};
