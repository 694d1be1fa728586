/**
 * People whom few are like: guests of another cell for a time, and members who are placed nowhere. A list that is walked
 * in the order of names would pass by a whole home to find a page of them; they are looked up from the rows that tell it.
 */
import { sql, type RawBuilder } from 'kysely';
import { heldOn } from '../../../figures/held.ts';
import type { Day } from '../../../platform/day.ts';
import type { Home } from '../../../platform/ids.ts';
import type { MemberMark } from './person.rows.ts';

const rare: readonly MemberMark[] = ['temporary', 'notArrived'];

/** All the marks asked are rare: whoever bears one of them is among `rarelyMarked`. */
export function isRare(marks: readonly MemberMark[]): boolean {
  return marks.length > 0 && marks.every((mark) => rare.includes(mark));
}

/**
 * A sub-select (home_id, person_id) of everybody in the homes who may bear one of the marks on the day; whether he does,
 * and is present, is still to be asked. A member who is placed nowhere is on the list only because he is on the road, a
 * guest, or in post.
 */
export function rarelyMarked(marks: readonly MemberMark[], { on, homes }: { on: Day; homes: readonly Home[] | undefined }): RawBuilder<unknown> {
  const inHomes = (column: string) => (homes ? sql`${sql.ref(column)} = any(${homes}::smallint[])` : sql`true`);
  const day = sql`${on}::date`;
  // An array of one keeps the planner from the exclusion indexes, as in `ofPerson`.
  const own = (alias: string, of: string) => sql`${sql.ref(`${alias}.home_id`)} = ${sql.ref(`${of}.home_id`)} and ${sql.ref(`${alias}.person_id`)} = any(array[${sql.ref(`${of}.person_id`)}])`;
  const unplaced = (alias: string) => sql`exists (select from memberships m where ${own('m', alias)} and ${heldOn('m.valid', day)})
    and not exists (select from placements o where ${own('o', alias)} and o.kind = 'official' and ${heldOn('o.valid', day)})`;
  const guests = sql`select g.home_id, g.person_id from placements g where g.kind = 'temporary' and ${inHomes('g.home_id')} and ${heldOn('g.valid', day)}`;
  const onTheRoad = sql`select r.home_id, r.person_id from placements r where r.kind = 'official' and r.out_reason = 'transfer_out' and ${inHomes('r.home_id')}
    and upper(r.valid) <= ${day} and ${unplaced('r')}`;
  const inPost = sql`select t.home_id, t.person_id from tenures t where ${inHomes('t.home_id')} and ${heldOn('t.valid', day)} and ${unplaced('t')}`;
  return sql`(${sql.join(marks.includes('notArrived') ? [guests, onTheRoad, inPost] : [guests], sql` union `)})`;
}
