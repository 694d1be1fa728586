/** Reads of what lies around a meeting. Nothing here writes. */
import { sql } from 'kysely';
import type { z } from 'zod';
import { reach } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { bind } from '../../../platform/http/routes.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { residentHeadKinds, type PostKind } from '../../posts/post.kinds.ts';
import { unitNameAt } from '../../units/server/index.ts';
import { meetingAroundContract } from '../meeting.around.contract.ts';
import type { GuestRole } from '../meeting.kinds.ts';
import { itemColumns, itemOf, readableMeeting, type ItemRow } from './meeting.reads.ts';

type Input<K extends keyof typeof meetingAroundContract> = z.output<(typeof meetingAroundContract)[K]['input']>;
type Answer<K extends keyof typeof meetingAroundContract> = z.input<(typeof meetingAroundContract)[K]['output']>;

/** A topic is studied in few sittings. */
const mostSittings = 60;
const mostHeads = 60;
const massKinds: readonly PostKind[] = ['front_board_head', 'youth_secretary', 'women_chair', 'veterans_chair', 'farmers_chair'];

/** By day; those that were called off are none. All are of the unit of the meeting. */
export async function listSittings(ctx: Ctx, { id }: Input<'sittings'>): Promise<Answer<'sittings'>> {
  const { unitId, seriesId } = await readableMeeting(ctx, id);
  const first = seriesId ?? id;
  const found = await rows(ctx.db, sql<ItemRow>`select ${itemColumns} from meetings m where m.home_id = ${homeOf(unitId)} and m.unit_id = ${unitId} and (m.id = ${first} or m.series_id = ${first})
    and m.id <> ${id} and m.state <> 'cancelled' order by m.held_on, m.id limit ${mostSittings}`);
  return { items: found.map(itemOf) };
}

interface HeadRow {
  readonly person_id: Id<'person'>;
  readonly full_name: string;
  readonly kind: PostKind;
  readonly place_id: Id<'unit'>;
  readonly place_name: string;
  readonly is_member: boolean;
}

/** Of the day of the meeting; whoever is placed in the cell is on its roll, and no guest. Only posts that the reader may read. */
export async function listHeads(ctx: Ctx, { id }: Input<'heads'>): Promise<Answer<'heads'>> {
  const { unitId, on } = await readableMeeting(ctx, id);
  const found = await rows(ctx.db, sql<HeadRow>`
    with villages as (select r.other_id as id from unit_relations r where r.unit_id = ${unitId} and r.kind = 'leads' and r.valid @> ${on}::date),
    seats as (select v.id as place_id, v.id as unit_id from villages v
      union select v.id, r.unit_id from villages v join unit_relations r on r.other_id = v.id and r.kind = 'belongs_to' and r.valid @> ${on}::date)
    select distinct on (p.sort_key collate vietnamese, p.id) t.person_id, p.full_name, po.kind, s.place_id, coalesce(${unitNameAt('s.place_id', sql`${on}::date`)}, '') as place_name,
      exists (select from memberships ms where ms.home_id = t.home_id and ms.person_id = t.person_id and ms.valid @> ${on}::date) as is_member
    from seats s join posts po on po.unit_id = s.unit_id and po.kind = any(${[...residentHeadKinds, ...massKinds]}::text[]) and po.valid @> ${on}::date
      join tenures t on t.post_id = any(array[po.id]) and t.valid @> ${on}::date join people p on p.home_id = t.home_id and p.id = t.person_id
    where ${reach(ctx, 'post.read').at('po.unit_id')}
      and not exists (select from placements pl where pl.home_id = t.home_id and pl.person_id = t.person_id and pl.cell_id = ${unitId} and pl.valid @> ${on}::date)
    order by p.sort_key collate vietnamese, p.id, po.kind <> all(${[...residentHeadKinds]}::text[]), po.kind limit ${mostHeads}`);
  return { items: found.map((row) => ({ personId: row.person_id, fullName: row.full_name, post: row.kind, place: { id: row.place_id, name: row.place_name }, role: roleOf(row) })) };
}

/** Counted apart are the heads who are no members (case E): one who is a member of another cell is not one of them. */
function roleOf({ kind, is_member: isMember }: HeadRow): GuestRole {
  if (!residentHeadKinds.includes(kind)) return 'mass_head';
  return isMember ? 'other' : 'head';
}

export const meetingAroundRoutes = [
  bind(meetingAroundContract.sittings, listSittings),
  bind(meetingAroundContract.heads, listHeads),
];
