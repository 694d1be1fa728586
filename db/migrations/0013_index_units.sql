-- Units at national size: a text column inside a GiST key makes writing it twice as dear and is not needed where the
-- constraint is one of each hierarchy or kind; and what stands above a unit is found by a plain index.
alter table unit_parents drop constraint unit_parents_no_overlap;
alter table unit_parents add constraint unit_parents_no_overlap_party exclude using gist (unit_id with =, valid with &&) where (hierarchy = 'party');
alter table unit_parents add constraint unit_parents_no_overlap_territory exclude using gist (unit_id with =, valid with &&) where (hierarchy = 'territory');
alter table unit_parents add constraint unit_parents_no_overlap_government exclude using gist (unit_id with =, valid with &&) where (hierarchy = 'government');
alter table unit_parents add constraint unit_parents_no_overlap_front exclude using gist (unit_id with =, valid with &&) where (hierarchy = 'front');
create index unit_parents_by_unit on unit_parents (unit_id);

alter table unit_relations drop constraint unit_relations_no_overlap;
alter table unit_relations add constraint unit_relations_no_overlap_leads exclude using gist (unit_id with =, other_id with =, valid with &&) where (kind = 'leads');
alter table unit_relations add constraint unit_relations_no_overlap_belongs_to exclude using gist (unit_id with =, other_id with =, valid with &&) where (kind = 'belongs_to');
alter table unit_relations add constraint unit_relations_no_overlap_governs exclude using gist (unit_id with =, other_id with =, valid with &&) where (kind = 'governs');
create index unit_relations_by_unit on unit_relations (unit_id);

alter table placements drop constraint placements_no_overlap;
alter table placements add constraint placements_no_overlap_official exclude using gist (home_id with =, person_id with =, valid with &&) where (kind = 'official');
alter table placements add constraint placements_no_overlap_temporary exclude using gist (home_id with =, person_id with =, valid with &&) where (kind = 'temporary');
