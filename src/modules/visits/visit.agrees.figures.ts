/**
 * Whether the meeting that a visit says it attended names the cadre as there: by the person, or by the name among its guests, or on
 * its roll. Two records of two hands; neither is written from the other. Pieces of SQL.
 */
import { sql } from 'kysely';
import type { Sql } from '../../figures/figure.ts';
import { meetingsOf, type VisitKind } from './visit.kinds.ts';

const attending = Object.entries(meetingsOf) as [VisitKind, readonly string[]][]; // the keys of the record itself

/** Of a row of visits: attended a meeting of a Party organisation. */
export function isMeetingVisit(visit: string): Sql {
  return sql`${sql.ref(`${visit}.kind`)} in (${sql.join(attending.map(([kind]) => sql.lit(kind)))})`;
}

/** At most one row (home_id, id, kind, held_on, state): the meeting named, else that of the place on the day. */
export function meetingOfVisit(visit: string): Sql {
  const of = (column: string) => sql.ref(`${visit}.${column}`);
  const fits = sql.join(attending.map(([kind, kinds]) => sql`(${of('kind')} = ${sql.lit(kind)} and m.kind in (${sql.join(kinds.map((one) => sql.lit(one)))}))`), sql` or `);
  return sql`(select m.home_id, m.id, m.kind, m.held_on, m.state from meetings m
    where m.home_id = ${of('home_id')} and m.unit_id = ${of('unit_id')} and m.held_on = ${of('visited_on')} and m.state <> 'cancelled' and (${fits}) and (${of('meeting_id')} is null or m.id = ${of('meeting_id')})
    order by m.state in ('closed', 'adopted') desc, m.id limit 1)`;
}

/** The record of the meeting `m` names the person: as a guest who was there, or as somebody of the roll who was. */
export function namesPerson(meeting: string, person: Sql): Sql {
  const of = (column: string) => sql.ref(`${meeting}.${column}`);
  const name = sql`(select ${words(sql`p.full_name`)} from people p where p.home_id = home_of(${person}) and p.id = ${person})`;
  return sql`(exists (select from meeting_guests g where g.home_id = ${of('home_id')} and g.meeting_id = ${of('id')} and g.is_present and (g.person_id = ${person} or (g.person_id is null and ${name} in (${nameOfGuest(sql`g.name`)}, ${unaddressed(nameOfGuest(sql`g.name`))}))))
    or exists (select from attendances a where a.home_id = ${of('home_id')} and a.held_on = ${of('held_on')} and a.meeting_id = ${of('id')} and a.person_id = ${person} and a.mark in ('present', 'online')))`;
}

/** The name, whole, without the post behind it; "Rơ-Chăm H’Yéo" is one name. "Nguyễn Văn An" is not "Nguyễn Văn An Bình". */
function nameOfGuest(text: Sql): Sql {
  return words(sql`regexp_replace(${text}, '([,;(]| [–-] ).*$', '')`);
}

/** Without the form of address before it, which may be the surname: Ông Văn Tám. */
function unaddressed(name: Sql): Sql {
  return sql`regexp_replace(${name}, '^(đ c|đc|đồng chí|ông|bà) ', '')`;
}

/** However it was typed: letters composed, small, each word between single spaces. */
function words(text: Sql): Sql {
  return sql`btrim(regexp_replace(lower(normalize(${text}, NFC)), '[^[:alnum:]]+', ' ', 'g'))`;
}

/** One of the agreements, of a row of visits. */
export function agreementOf(visit: string): Sql {
  return sql`(case when not (${isMeetingVisit(visit)}) then 'noMeeting' else coalesce((select case when m.state not in ('closed', 'adopted') then 'waiting' when ${namesPerson('m', sql.ref(`${visit}.person_id`))} then 'agrees' else 'differs' end
    from ${meetingOfVisit(visit)} m), 'noRecord') end)`;
}
