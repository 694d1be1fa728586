/** A change of rights holds from the next request on: a role is given, used, taken back, refused, again and again. */
import { ask, askFor } from '../load.ts';
import { percentiles, type Line } from '../measure.ts';
import type { Bench, Workload } from '../bench.ts';

const rounds = 30;
const workload = 'rights';

export const rights: Workload = {
  name: 'rights',
  title: 'change of rights',
  run: async (bench) => {
    const found = { grant: [] as number[], revoke: [] as number[], next: [] as number[], stale: 0 };
    for (let round = 0; round < rounds; round += 1) await giveAndTake(bench, found);
    const shared = { workload, by: '1 user, one after the other', requests: rounds };
    return [
      { ...shared, what: 'giving a role', errors: 0, ...timesOf(found.grant) },
      { ...shared, what: 'taking it back', errors: 0, ...timesOf(found.revoke) },
      {
        ...shared, what: 'the next request after either', requests: 2 * rounds, errors: found.stale, ...timesOf(found.next),
        budget: { text: 'next request', met: found.stale === 0 }, note: `${found.stale} of ${2 * rounds} answers by the rights of before`,
      },
    ];
  },
};

interface Found {
  readonly grant: number[];
  readonly revoke: number[];
  readonly next: number[];
  stale: number;
}

async function giveAndTake({ server: { origin }, callers: { province, newcomer }, places }: Bench, found: Found): Promise<void> {
  const page = `/api/units/${places.commune.id}`;
  const post = { account: newcomer.name, role: 'office_officer', unitId: places.commune.id, reach: 'subtree', from: places.today, to: null };
  const given = await askFor<{ id: string }>(origin, '/api/assignments', { caller: province, post });
  const seen = await ask(origin, page, { caller: newcomer });
  const taken = await askFor<unknown>(origin, `/api/assignments/${given.body.id}/revoke`, { caller: province, post: {} });
  const refused = await ask(origin, page, { caller: newcomer });
  found.grant.push(given.ms);
  found.revoke.push(taken.ms);
  found.next.push(seen.ms, refused.ms);
  found.stale += (seen.status === 200 ? 0 : 1) + (refused.status === 403 || refused.status === 404 ? 0 : 1);
}

function timesOf(times: readonly number[]): Pick<Line, 'ms'> {
  const ms = percentiles(times);
  return ms ? { ms } : {};
}
