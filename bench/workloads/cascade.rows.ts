/**
 * A resolution with 60 clauses passed down to 3,321 units, some 200,000 answers: to all communes below, and where there are fewer,
 * to cells as well until there are as many. Most clauses are answered, some by documents of their own with values and tasks.
 */
import { sql } from 'kysely';
import { markUnits } from '../../src/modules/cascades/server/unit.marks.ts';
import type { Day } from '../../src/platform/day.ts';
import { firstRow, rows, type Db } from '../../src/platform/db/database.ts';
import { homeOf, newId, type Id } from '../../src/platform/ids.ts';

export const clauses = 60;
/** Communes of the country since July 2025. */
export const unitsAsked = 3321;

export interface PassedDown {
  readonly id: Id<'document'>;
  readonly asked: number;
  readonly answers: number;
  readonly tasks: number;
}

export async function passDown(db: Db, { top, today }: { readonly top: string; readonly today: Day }): Promise<PassedDown> {
  const home = homeOf(top as Id);
  const id = newId<'document'>(home);
  await sql`insert into documents (home_id, id, unit_id, direction, type, number, issuer_code, issuer, term, summary, issued_on, valid_from, words, version, recorded_at)
    values (${home}, ${id}, ${top}, 'issued', 'NQ', 99999, 'TW', 'bench', '2025-2030', 'bench', ${today}::date - 200, ${today}::date - 200, '', 1, now())`.execute(db);
  await sql`insert into clauses (home_id, id, document_id, unit_id, place, label, kind, wording, target, measure, toward, due_on, revision, version, recorded_at)
    select ${home}, gen_random_uuid(), ${id}::uuid, ${top}::uuid, n, n, case when n % 3 = 0 then 'indicator' else 'task' end, 'Nội dung ' || n, case when n % 3 = 0 then 97 end, case when n % 3 = 0 then '%' end, case when n % 3 = 0 then 'atLeast' end,
      ${today}::date - 30 + n, 1, 1, now() from generate_series(1, ${clauses}::int) n`.execute(db);
  await sql`insert into cascades (home_id, document_id, unit_id, opened_on, version, recorded_at) values (${home}, ${id}, ${top}, ${today}::date - 190, 1, now())`.execute(db);
  await sql`insert into cascade_deadlines (home_id, document_id, step, due_on, by_rule) values (${home}, ${id}, 'answered', ${today}::date - 60, false)`.execute(db);
  await sql`insert into cascade_units (home_id, document_id, unit_id, asked_on) select ${home}, ${id}::uuid, u.unit_id, ${today}::date - 190 from (
    select v.unit_id from unit_closure k join unit_versions v on v.unit_id = k.descendant_id and v.valid @> ${today}::date and v.kind in ('commune_party', 'cell')
    where k.hierarchy = 'party' and k.ancestor_id = ${top} and k.valid @> ${today}::date order by v.kind <> 'commune_party', v.unit_id limit ${unitsAsked}) u`.execute(db);
  await sql`insert into answers (home_id, id, document_id, clause_id, unit_id, kind, reason, answered_on, first_answered_on, done_on, revision, version, recorded_at)
    select a.home_id, gen_random_uuid(), a.document_id, a.clause_id, a.unit_id, case when a.draw < 5 then 'notApplicable' else 'takenUp' end, case when a.draw < 5 then 'Không có' end, ${today}::date - 150, ${today}::date - 150, case when a.draw between 5 and 30 then ${today}::date - 20 end, 1, 1, now()
    from (select u.home_id, u.document_id, c.id as clause_id, u.unit_id, abs(hashtext(u.unit_id::text || c.place)) % 100 as draw from cascade_units u join clauses c on c.home_id = u.home_id and c.document_id = u.document_id where u.home_id = ${home} and u.document_id = ${id} order by u.unit_id, c.place) a
    where a.draw < 93`.execute(db);
  // Else what follows is planned as if there were none: minutes.
  await sql`analyze clauses, answers`.execute(db);
  await sql`insert into clause_values (home_id, answer_id, measured_on, value, recorded_at) select a.home_id, a.id, ${today}::date - 40, 90 + abs(hashtext(a.id::text)) % 20, now() from answers a join clauses c on c.home_id = a.home_id and c.id = a.clause_id and c.kind = 'indicator'
    where a.home_id = ${home} and a.document_id = ${id} and a.kind = 'takenUp'`.execute(db);
  await sql`insert into tasks (home_id, id, unit_id, asked_by, title, due_on, state, stage_on, origin_kind, origin_id, given_on, version, recorded_at)
    select home_of(a.unit_id), gen_random_uuid(), a.unit_id, a.unit_id, 'bench', ${today}::date - 10 + abs(hashtext(a.id::text)) % 60, 'open', ${today}::date - 100, 'clause', a.id, ${today}::date - 100, 1, now() from answers a
    where a.home_id = ${home} and a.document_id = ${id} and a.kind = 'takenUp' and a.done_on is null and abs(hashtext(a.id::text)) % 4 = 0`.execute(db);
  await sql`update answers a set begun_on = least((select min(v.measured_on) from clause_values v where v.home_id = a.home_id and v.answer_id = a.id), (select min(t.given_on) from tasks t where t.origin_kind = 'clause' and t.origin_id = a.id)) where a.home_id = ${home} and a.document_id = ${id}`.execute(db);
  const units = await rows(db, sql<{ id: Id<'unit'> }>`select unit_id as id from cascade_units where home_id = ${home} and document_id = ${id}`);
  await markUnits(db, today, units.map((unit) => ({ documentId: id, unitId: unit.id })));
  await sql`analyze clauses, cascade_units, answers, clause_values, tasks`.execute(db);
  const counted = await firstRow(db, sql<Omit<PassedDown, 'id'>>`select (select count(*)::int from cascade_units where document_id = ${id}) as asked, (select count(*)::int from answers where document_id = ${id}) as answers, (select count(*)::int from tasks where title = 'bench') as tasks`);
  return { id, ...counted! };
}

export async function takeBack(db: Db, { id }: Pick<PassedDown, 'id'>): Promise<void> {
  const home = homeOf(id);
  await sql`delete from tasks t where t.origin_kind = 'clause' and t.origin_id in (select id from answers where home_id = ${home} and document_id = ${id})`.execute(db);
  await sql`delete from clause_values v where v.home_id = ${home} and v.answer_id in (select id from answers where home_id = ${home} and document_id = ${id})`.execute(db);
  for (const table of ['answers', 'cascade_units', 'cascade_deadlines', 'cascades', 'clauses']) await sql`delete from ${sql.table(table)} where home_id = ${home} and document_id = ${id}`.execute(db);
  await sql`delete from documents where home_id = ${home} and id = ${id}`.execute(db);
}
