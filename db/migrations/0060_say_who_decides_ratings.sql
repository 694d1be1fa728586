-- Who decides on a rating: the committee of its season, or, of one taken from a paper, the body directly above at the end of its year.
-- Asked when it is corrected, and, of a person, who may read it.
alter table ratings add column decided_by_id uuid;
update ratings r set decided_by_id = coalesce(
  (select s.unit_id from rating_seasons s where s.id = r.season_id),
  (select p.parent_id from unit_parents p where p.unit_id = r.unit_id and p.hierarchy = 'party'
    order by p.valid @> make_date(r.year, 12, 31) desc, abs(lower(p.valid) - make_date(r.year, 12, 31)) limit 1),
  r.unit_id);
alter table ratings alter column decided_by_id set not null;
alter table ratings add constraint ratings_decider_fkey foreign key (decided_by_id) references units (id);

-- An import that is undone takes the trace of what it added along.
grant delete on rating_acts to satcoso_app;

-- What is written of a person is sealed as a whole; open stays what is counted: levels, why not rated, day and paper of the decision.
alter table ratings add column sealed bytea;
alter table ratings add constraint ratings_sealed_of_person check (sealed is null or person_id is not null);
alter table rating_acts add column sealed bytea;
grant update (sealed) on rating_acts to satcoso_app;

-- A person who has moved is taken into the season of where he is now.
alter table rating_acts drop constraint rating_acts_kind_known;
alter table rating_acts add constraint rating_acts_kind_known check (kind in ('self', 'appraised', 'decided', 'corrected', 'takenBack', 'excluded', 'included', 'grouped', 'entered', 'moved'));
