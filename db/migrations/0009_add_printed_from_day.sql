-- The first day of a printed value of a flow stands in a column of its own: it is no filter.
alter table printed_values add column from_day date;
update printed_values set from_day = (filters -> 'from' ->> 0)::date, filters = filters - 'from' where filters ? 'from';
-- Where it was not said, a flow is answered from the first day of the year. These two figures are flows so far.
update printed_values set from_day = date_trunc('year', as_of)::date where from_day is null and figure in ('members.admissions', 'members.ends');
alter table printed_values add constraint printed_values_forwards check (from_day <= as_of);

-- Whether the structure is of its version is asked by the role that serves requests.
grant select on schema_migrations to satcoso_app;
