-- A source belongs to the account that imports under its name: nobody else's files speak for its rows.
alter table import_sources add column owner_id uuid;
alter table import_sources drop constraint import_sources_name_once;
alter table import_sources add constraint import_sources_name_once unique nulls not distinct (owner_id, name);
