-- Files being checked before an import, sealed, with the cells fixed on screen. Deleted once applied; those left lying go
-- with the first upload after two days.
create table import_uploads (
  id uuid not null,
  account_id uuid not null,
  source text not null,
  fixes jsonb not null,
  progress jsonb not null,
  created_at timestamptz not null,
  constraint import_uploads_pkey primary key (id),
  constraint import_uploads_account_fkey foreign key (account_id) references accounts (id) on delete cascade
);

create table import_files (
  upload_id uuid not null,
  name text not null,
  bytes bytea not null,
  constraint import_files_pkey primary key (upload_id, name),
  constraint import_files_upload_fkey foreign key (upload_id) references import_uploads (id) on delete cascade
);

grant select, insert, update, delete on import_uploads, import_files to satcoso_app;
