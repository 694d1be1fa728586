/** Who receives the petitions of a place and who decides on them, by the map of competence in force. Asks no access. */
import './petition.tables.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { unitNameAt } from '../../units/server/index.ts';
import { kindName, type UnitKind } from '../../units/unit.kinds.ts';
import { bodyKinds, levels, type Level } from '../petition.kinds.ts';

const receiving = ['commune_party', 'grassroots_party', 'district_party', 'provincial_party', 'central'];

/** The nearest committee with an office: the one that receives what the place asks for. */
export async function findReceiver(ctx: Ctx, unitId: Id<'unit'>, on: Day = ctx.today): Promise<Id<'unit'> | undefined> {
  const row = await firstRow(ctx.db, sql<{ id: Id<'unit'> }>`
    select k.ancestor_id as id from unit_closure k join unit_versions v on v.unit_id = k.ancestor_id and v.valid @> ${on}::date and v.kind = any(${receiving}::text[])
    where k.hierarchy = 'reach' and k.descendant_id = ${unitId} and k.valid @> ${on}::date order by k.depth, array_position(${receiving}::text[], v.kind), k.ancestor_id limit 1`);
  return row?.id;
}

export async function isBody(ctx: Ctx, bodyId: Id<'unit'>): Promise<boolean> {
  const row = await firstRow(ctx.db, sql<{ ok: boolean }>`select exists (select from unit_versions v where v.unit_id = ${bodyId} and v.valid @> ${ctx.today}::date and v.kind = any(${[...bodyKinds]}::text[])) as ok`);
  return row?.ok ?? false;
}

export interface ProposedBody {
  readonly body: { readonly id: Id<'unit'>; readonly name: string };
  readonly outside: string | null;
  readonly level: Level;
  readonly document: string;
}

interface FoundRow {
  readonly level: Level;
  readonly committee_id: Id<'unit'>;
  readonly committee_name: string;
  readonly body_kind: UnitKind | null;
  readonly body_id: Id<'unit'> | null;
  readonly body_name: string | null;
  readonly outside: string | null;
  readonly document: string;
}

const committeeOf: Readonly<Record<Level, string>> = { commune: 'commune_party', district: 'district_party', province: 'provincial_party', central: 'central' };

/** Of each level above the place the body that decides: the topic before its group before what holds for all, the nearest scope before the others. */
export async function findCompetent(ctx: Ctx, { unitId, topic, on }: { readonly unitId: Id<'unit'>; readonly topic: string; readonly on: Day }): Promise<ProposedBody[]> {
  const day = sql`${on}::date`;
  const found = await rows(ctx.db, sql<FoundRow>`
    with asked as (select ${topic}::text as code, 0 as rank union all select t.parent, 1 from petition_topics t where t.code = ${topic} and t.valid @> ${day} and t.parent is not null union all select null, 2),
    above as (select distinct on (l.level) l.level, k.ancestor_id as committee_id from unnest(${[...levels]}::text[], ${levels.map((level) => committeeOf[level])}::text[]) l (level, kind)
      join unit_closure k on k.hierarchy = 'reach' and k.descendant_id = ${unitId} and k.valid @> ${day} join unit_versions v on v.unit_id = k.ancestor_id and v.valid @> ${day} and v.kind = l.kind order by l.level, k.depth, k.ancestor_id),
    ruled as (select distinct on (a.level) a.level, a.committee_id, c.body_kind, c.body_id, c.outside, c.document from above a join asked on true
      join petition_competences c on c.level = a.level and c.topic is not distinct from asked.code and c.valid @> ${day}
      left join unit_closure s on s.hierarchy = 'reach' and s.ancestor_id = c.scope_unit_id and s.descendant_id = ${unitId} and s.valid @> ${day}
      where c.scope_unit_id is null or s.ancestor_id is not null order by a.level, asked.rank, s.depth nulls last)
    select r.level, r.committee_id, ${unitNameAt('r.committee_id', day)} as committee_name, r.body_kind, b.id as body_id, ${unitNameAt('b.id', day)} as body_name, r.outside, r.document
    from ruled r left join lateral (
      select coalesce(r.body_id, case when v.kind = r.body_kind then r.committee_id end, (
        select beside.unit_id from unit_relations led join unit_relations beside on beside.other_id = led.other_id and beside.kind <> 'leads' and beside.valid @> ${day}
          join unit_versions w on w.unit_id = beside.unit_id and w.valid @> ${day} and w.kind = r.body_kind
        where led.unit_id = r.committee_id and led.kind = 'leads' and led.valid @> ${day} order by beside.unit_id limit 1)) as id
      from unit_versions v where v.unit_id = r.committee_id and v.valid @> ${day} limit 1) b on true`);
  return found.toSorted((one, other) => levels.indexOf(one.level) - levels.indexOf(other.level)).map(proposed);
}

/** Where the government of a place is not kept as a unit, the committee that leads it has the petition and names it. */
function proposed({ level, committee_id: committeeId, committee_name: committee, body_kind: kind, body_id: bodyId, body_name: name, outside, document }: FoundRow): ProposedBody {
  if (bodyId !== null) return { body: { id: bodyId, name: name ?? '' }, outside, level, document };
  return { body: { id: committeeId, name: committee }, outside: outside ?? (kind && kindName(kind, 'vi')), level, document };
}
