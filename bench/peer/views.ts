/**
 * What an office with a database and no such program would do: SQL over the tables. A view of today's members by unit
 * over the same history, and a plain count over the peer's flat table, by pgbench.
 */
import type { Installation } from '../installation.ts';
import { replay } from '../limit.ts';
import type { Line } from '../measure.ts';
import type { Places } from '../places.ts';

export interface Counting {
  readonly what: string;
  readonly url: string;
  readonly text: string;
  readonly values: readonly string[];
}

export function countings({ installation, peerUrl, places }: { installation: Installation; peerUrl: string; places: Places }): Counting[] {
  const { province, today } = places;
  return [
    {
      what: 'members by child: view over the history', url: installation.url, values: [province.id, today],
      text: `select child.descendant_id, count(*) from unit_closure child
        join unit_closure under on under.hierarchy = 'party' and under.ancestor_id = child.descendant_id and under.valid @> $2::date
        join placements l on l.cell_id = under.descendant_id and l.kind = 'official' and l.valid @> $2::date
        join memberships m on m.home_id = l.home_id and m.id = l.membership_id and m.valid @> $2::date
        where child.hierarchy = 'party' and child.ancestor_id = $1::uuid and child.depth = 1 and child.valid @> $2::date group by child.descendant_id`,
    },
    { what: 'members by child: flat table of today', url: peerUrl, values: [province.id], text: 'select commune_id, count(*) from people where province_id = $1::uuid group by commune_id' },
  ];
}

export async function measureCounting({ what, url, text, values }: Counting, { users, seconds }: { users: number; seconds: number }): Promise<Line | undefined> {
  const perSecond = await replay({ url, connectionOptions: '-c jit=off' }, [[{ text, values }]], { clients: users, seconds });
  if (perSecond === undefined) return undefined;
  const milliseconds = (1000 * users) / perSecond;
  return { workload: 'peer', what, by: `plain SQL, ${users} connection${users === 1 ? '' : 's'}`, requests: Math.round(perSecond * seconds), errors: 0, perSecond, note: `on average ${milliseconds.toFixed(1)} ms` };
}
