/**
 * Reads the log. An officer sees what happened at units and to people within reach. An administrator, who has no access
 * to Party data, sees what concerns the system: events without unit and person, and who was given which role.
 */
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { holdsSystemWide, reach, takeAnywhere } from '../../../access/reach.ts';
import { wherePersonWithin } from '../../../access/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { addDays, type Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { pageOf, readCursor } from '../../../platform/db/paging.ts';
import { verifyChains } from '../../../platform/events.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import type { eventContract } from '../event.contract.ts';

type ListInput = z.output<typeof eventContract.list.input>;

const key = z.tuple([z.iso.datetime(), z.int(), z.int()]);

interface EventRow {
  readonly home_id: number;
  readonly seq: number;
  readonly at: Date;
  readonly type: string;
  readonly actor_id: Id<'account'> | null;
  readonly actor_name: string | null;
  readonly unit_id: Id<'unit'> | null;
  readonly unit_name: string | null;
  readonly person_id: Id<'person'> | null;
  readonly person_name: string | null;
  readonly subject_id: Id | null;
  readonly data: Record<string, unknown>;
  readonly request_id: string | null;
}

export async function listEvents(ctx: Ctx, input: ListInput) {
  takeAnywhere(ctx, 'event.read');
  const found = await rows(ctx.db, sql<EventRow>`
    select e.home_id, e.seq, e.at, e.type, e.actor_id, c.display_name as actor_name, e.unit_id,
      (select v.name from unit_versions v where v.unit_id = any(array[e.unit_id]) order by lower(v.valid) desc limit 1) as unit_name,
      e.person_id, (select p.full_name from people p where p.home_id = e.home_id and p.id = e.person_id and ${wherePersonWithin(ctx, 'person.read', { home: 'e.home_id', id: 'e.person_id' }, { when: 'ever' })}) as person_name,
      e.subject_id, e.data, e.request_id
    from events e left join accounts c on c.id = e.actor_id
    where ${readable(ctx)} and ${sql.join(filters(input), sql` and `)}
    order by e.at desc, e.home_id desc, e.seq desc limit ${input.limit + 1}`);
  return pageOf(found, { limit: input.limit, key: (row) => [row.at.toISOString(), row.home_id, row.seq], item: toEvent });
}

export async function verifyLog(ctx: Ctx) {
  if (!holdsSystemWide(ctx, 'event.read')) throw new Problem({ code: 'platform.forbidden', kind: 'forbidden', data: { verb: 'event.read' } });
  const faults = await verifyChains(ctx.db, ctx.keys);
  const counts = await firstRow(ctx.db, sql<{ events: number; chains: number }>`select coalesce(sum(head_seq), 0)::int8 as events, count(*) as chains from event_chains`);
  const homes = await rows(ctx.db, sql<{ id: number; name: string }>`select id, name from homes where id = any(${faults.map((fault) => fault.home)}::smallint[])`);
  const names = new Map(homes.map((home) => [home.id, home.name]));
  return {
    whole: faults.length === 0,
    events: counts?.events ?? 0,
    chains: counts?.chains ?? 0,
    faults: faults.map((fault) => ({ ...fault, homeName: names.get(fault.home) ?? String(fault.home) })),
  };
}

/** Acts on what is kept sealed of a person name neither person nor place: nobody reads them here, for who did it may be the person. */
const ofSomebody = '%.ofPersonWritten';

function readable(ctx: Ctx): RawBuilder<boolean> {
  const within = reach(ctx, 'event.read');
  const ofSystem = holdsSystemWide(ctx, 'event.read') ? sql`((e.unit_id is null and e.person_id is null and e.type not like ${ofSomebody}) or e.type like 'assignment.%')` : sql`false`;
  if (within.isEmpty) return sql<boolean>`${ofSystem}`;
  const person = wherePersonWithin(ctx, 'event.read', { home: 'e.home_id', id: 'e.person_id' }, { when: 'ever' });
  return sql<boolean>`(${ofSystem} or ${within.at('e.unit_id')} or (e.unit_id is null and e.person_id is not null and ${person}))`;
}

function filters(input: ListInput): RawBuilder<unknown>[] {
  const { type, actorId, unitId, personId, from, to, cursor } = input;
  const after = readCursor(cursor, key);
  return [
    sql`true`,
    ...(type ? [type.includes('.') ? sql`e.type = ${type}` : sql`e.type like ${`${type}.%`}`] : []),
    ...(actorId ? [sql`e.actor_id = ${actorId}`] : []),
    ...(unitId ? [sql`e.unit_id = ${unitId}`] : []),
    // A person's events stand in the chain of the person's home: one chain is asked.
    ...(personId ? [sql`e.home_id = ${homeOf(personId)} and e.person_id = ${personId}`] : []),
    ...(from ? [sql`e.at >= ${midnight(from)}`] : []),
    ...(to ? [sql`e.at < ${midnight(addDays(to, 1))}`] : []),
    ...(after ? [sql`(e.at, e.home_id, e.seq) < (${after[0]}::timestamptz, ${after[1]}::int, ${after[2]}::int8)`] : []),
  ];
}

/** The first moment of the day in Vietnam, which has kept UTC+7 without summer time since 1975. */
function midnight(on: Day): string {
  return `${on}T00:00:00+07:00`;
}

function toEvent(row: EventRow) {
  return {
    home: row.home_id, seq: row.seq, at: row.at.toISOString(), type: row.type,
    actor: row.actor_id ? { id: row.actor_id, displayName: row.actor_name ?? '' } : null,
    unit: row.unit_id ? { id: row.unit_id, name: row.unit_name ?? '' } : null,
    personId: row.person_id, personName: row.person_name, subjectId: row.subject_id, data: row.data, requestId: row.request_id,
  };
}
