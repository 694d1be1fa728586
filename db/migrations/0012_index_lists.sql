-- Lists are read from the home in the order of names until a page is full; what lies beside the homes within reach is
-- found through the few rows that stand at a unit of another home. The home of a unit or post is in its id.
create function home_of(id uuid) returns smallint language sql immutable strict parallel safe
  return (('x' || substr(id::text, 16, 3))::bit(12)::integer)::smallint;
grant execute on function home_of(uuid) to satcoso_app;

create index unit_closure_by_home on unit_closure (ancestor_id, home_of(descendant_id)) where hierarchy = 'reach';

create index people_by_home_and_name on people (home_id, (split_part(sort_key, ' ', 1)) collate "vi-x-icu", sort_key collate "vi-x-icu", id);
-- With a space on either side, a whole word and the beginning of one are parts of the text like any other.
create index people_by_word on people using gin ((' ' || name_key || ' ') gin_trgm_ops);
drop index people_by_name_part;
drop index people_by_name;

create index placements_elsewhere on placements (home_of(cell_id)) include (cell_id, home_id, person_id) where home_id <> home_of(cell_id);
create index tenures_elsewhere on tenures (home_of(post_id)) include (post_id, home_id, person_id) where home_id <> home_of(post_id);

-- What a row of a list says about a person, or the name of a unit, is read from the index alone. Without these the planner
-- takes the exclusion indexes, which hold the same columns and need many times the pages.
drop index memberships_by_person;
create index memberships_by_person on memberships (person_id) include (home_id, valid, recognised_on);
drop index placements_by_person;
create index placements_by_person on placements (person_id) include (home_id, cell_id, kind, valid, out_reason);
drop index exemptions_by_person;
create index exemptions_by_person on exemptions (person_id) include (home_id, valid);
drop index away_spells_by_person;
create index away_spells_by_person on away_spells (person_id) include (home_id, valid);
drop index tenures_by_person;
create index tenures_by_person on tenures (person_id) include (home_id, id, post_id, valid);
drop index unit_versions_by_unit;
create index unit_versions_by_unit on unit_versions (unit_id) include (valid, name);

-- Lists of units, and of posts by unit, are walked by name.
create index unit_versions_in_order on unit_versions (name collate vietnamese, unit_id);

-- What happened lately is read from the last day back.
create index placements_by_first_day on placements (lower(valid));
create index placements_by_last_day on placements ((upper(valid) - 1)) where not upper_inf(valid);
create index tenures_by_first_day on tenures (lower(valid));
create index tenures_by_last_day on tenures ((upper(valid) - 1)) where not upper_inf(valid);
create index unit_versions_by_first_day on unit_versions (lower(valid));
create index unit_versions_by_last_day on unit_versions ((upper(valid) - 1)) where not upper_inf(valid);
create index unit_parents_by_first_day on unit_parents (lower(valid));
