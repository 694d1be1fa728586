-- A meeting that is taken out (an import undone) looks for its roll by home and meeting alone, as its key says; with the day in
-- between every such look went through all that a home had recorded. Everything else asks with the day as well.
alter table attendances drop constraint attendances_pkey;
alter table attendances add constraint attendances_pkey primary key (home_id, meeting_id, held_on, person_id);
