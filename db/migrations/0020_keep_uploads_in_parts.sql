-- An uploaded file arrives in parts and is kept as it came, each part sealed by itself: however large the file, the server
-- holds one part. What lay uploaded and was not applied yet is sent again.
delete from import_uploads;
alter table import_uploads add column files jsonb not null;

drop table import_files;
create table import_file_parts (
  upload_id uuid not null,
  name text not null,
  part integer not null,
  bytes bytea not null,
  constraint import_file_parts_pkey primary key (upload_id, name, part),
  constraint import_file_parts_upload_fkey foreign key (upload_id) references import_uploads (id) on delete cascade
);
-- Sealed bytes cannot be packed: trying costs time and gains nothing.
alter table import_file_parts alter column bytes set storage external;
grant select, insert, update, delete on import_file_parts to satcoso_app;

-- What refers to a membership is looked for when one is taken out: without this, all placements of its home are read each time.
create index placements_by_membership on placements (home_id, membership_id);

-- Members on the road from one cell to another are few among all who are placed.
create index placements_left on placements (home_id, person_id) where kind = 'official' and out_reason = 'transfer_out';
