/** What a row of a list says about a person on a day, as columns beside `f`, which holds home_id and id. */
import { sql, type RawBuilder } from 'kysely';
import { reach } from '../../../access/reach.ts';
import { wherePersonWithin } from '../../../access/server/index.ts';
import { heldOn } from '../../../figures/held.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { unitNameAt } from '../../units/server/index.ts';
import type { memberMarks, memberStatuses } from '../person.contract.ts';
import { ofPerson } from './person.present.ts';
import { sealedColumns } from './person.seal.ts';

export type MemberMark = (typeof memberMarks)[number];
export type MemberStatus = (typeof memberStatuses)[number];

/** What `status` and `marks` are made of, joined to `f`: each table is looked into once for both. */
export function heldBy(on: Day): RawBuilder<unknown> {
  return sql`left join lateral (select case when m.recognised_on <= ${on}::date then 'full' else 'probationary' end as status from memberships m where ${today('m', on)} limit 1) ms on true
    left join lateral (select bool_or(hp.kind = 'temporary') as is_guest, bool_or(hp.kind = 'official') as is_placed from placements hp where ${today('hp', on)}) ps on true`;
}

export const status = sql`coalesce(ms.status, 'none')`;

export function marksOf(on: Day): RawBuilder<unknown> {
  return sql`array_remove(array[
    case when exists (select from exemptions e where ${today('e', on)}) then 'exempt' end,
    case when exists (select from away_spells a where ${today('a', on)}) then 'away' end,
    case when ps.is_guest then 'temporary' end,
    case when ms.status is not null and ps.is_placed is not true then 'notArrived' end], null)`;
}

export function cellOf(ctx: Ctx, on: Day): RawBuilder<unknown> {
  return sql`(select jsonb_build_object('id', pl.cell_id, 'name', coalesce(${unitNameAt('pl.cell_id', sql`${on}::date`)}, '')) from placements pl
    where ${today('pl', on)} and pl.kind = 'official' and ${reach(ctx, 'person.read').at('pl.cell_id')} limit 1)`;
}

export function postsOf(ctx: Ctx, on: Day): RawBuilder<unknown> {
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('kind', po.kind, 'title', po.title, 'unit', jsonb_build_object('id', po.unit_id, 'name', coalesce(${unitNameAt('po.unit_id', sql`${on}::date`)}, ''))) order by lower(t.valid), t.id), '[]')
    from tenures t join posts po on po.id = t.post_id where ${today('t', on)} and ${reach(ctx, 'person.read').at('po.unit_id')})`;
}

/** Sealed columns leave the table only for those whose contacts the caller may see. */
export function sealedOf(ctx: Ctx, { contacts }: { contacts: boolean }): RawBuilder<unknown> {
  const columns = Object.values(sealedColumns);
  if (!contacts) return sql`false as open, ${sql.join(columns.map((name) => sql`null as ${sql.ref(name)}`))}`;
  const open = wherePersonWithin(ctx, 'person.contact', { home: 'f.home_id', id: 'f.id' }, { when: 'today' });
  const column = (name: string) => sql`(select ${sql.ref(`c.${name}`)} from people c where c.home_id = f.home_id and c.id = f.id and ${open}) as ${sql.ref(name)}`;
  return sql`${open} as open, ${sql.join(columns.map(column))}`;
}

function today(alias: string, on: Day): RawBuilder<unknown> {
  return sql`${ofPerson(alias, 'f')} and ${heldOn(`${alias}.valid`, sql`${on}::date`)}`;
}
