-- A cycle keeps whom it was opened for, so that who is missing can be added later. Of those that stand it is told by their reviews.
alter table review_cycles add column collectives boolean not null default true;
alter table review_cycles add column people text not null default 'none';
alter table review_cycles add column below boolean not null default true;
update review_cycles c set
  collectives = exists (select from reviews r where r.cycle_id = c.id and r.person_id is null),
  people = case when exists (select from reviews r where r.cycle_id = c.id and r.form in ('2A', '2C')) then 'all' when exists (select from reviews r where r.cycle_id = c.id and r.person_id is not null) then 'leaders' else 'none' end;
alter table review_cycles alter column collectives drop default;
alter table review_cycles alter column people drop default;
alter table review_cycles alter column below drop default;
alter table review_cycles add constraint review_cycles_people_known check (people in ('all', 'leaders', 'none'));
