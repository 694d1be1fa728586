-- How each clause of a document stands in a unit that is asked, a digit a clause: the radar asks it of thousands of units with dozens of
-- clauses each. It holds on the days from marked_from until marked_to, of the clauses as they then were (marked_clauses).
alter table cascade_units add column marks text;
alter table cascade_units add column marked_clauses text;
alter table cascade_units add column marked_from date;
alter table cascade_units add column marked_to date;
alter table cascade_units add constraint cascade_units_marked_whole check ((marks is null) = (marked_clauses is null) and (marks is null) = (marked_from is null));
