-- A register says for the sake of an answer alone that a document carries out another: with the last such answer that is taken back.
alter table document_links add column by_answer boolean not null default false;

-- Whoever is asked to carry a document out reads it: from some it was called back all the same.
insert into document_recipients (home_id, document_id, unit_id, sent_on) select u.home_id, u.document_id, u.unit_id, u.asked_on from cascade_units u on conflict on constraint document_recipients_pkey do nothing;

-- Whoever is asked later, or of a clause that was added later, has so many days from then on.
alter table cascade_deadlines add column days integer;
update cascade_deadlines l set days = case when l.by_rule then l.due_on - k.opened_on else (
    select (r.value #>> '{}')::integer from rules r where r.key = 'cascade.' || l.step || 'Days' and r.scope_unit_id is null and r.valid @> k.opened_on and r.replaced_by is null limit 1) end
  from cascades k where k.home_id = l.home_id and k.document_id = l.document_id;
alter table clauses add column added_on date;
update clauses c set added_on = (c.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date from cascades k where k.home_id = c.home_id and k.document_id = c.document_id and c.recorded_at > k.recorded_at;

-- On days past a unit was silent until it first answered, whatever the day of what it answers now. The radar asks out of the same index as before.
alter table answers add column first_answered_on date;
update answers set first_answered_on = answered_on;
alter table answers alter column first_answered_on set not null;
alter table answers drop constraint answers_once;
alter table answers add constraint answers_once unique (home_id, document_id, unit_id, clause_id) include (id, kind, due_on, first_answered_on, begun_on, done_on);
update import_changes set before = jsonb_set(before, '{firstAnsweredOn}', before -> 'answeredOn') where table_name = 'answers' and before is not null;

-- How many clauses a unit has answered, and on which day it first answered the last of them: figures of later days need not count answers.
alter table cascade_units add column answered integer not null default 0;
alter table cascade_units add column last_answered_on date;
update cascade_units u set answered = n.answered, last_answered_on = n.last_on
  from (select home_id, document_id, unit_id, count(*) as answered, max(first_answered_on) as last_on from answers group by 1, 2, 3) n where n.home_id = u.home_id and n.document_id = u.document_id and n.unit_id = u.unit_id;
