-- Accounts of people, their sessions, and the roles given to them for units and periods.
create table accounts (
  id uuid not null,
  name text not null,
  display_name text not null,
  person_id uuid,
  password_hash text,
  totp_sealed bytea,
  totp_last_step bigint,
  must_change_password boolean not null,
  disabled_at timestamptz,
  sample boolean not null,
  created_at timestamptz not null,
  version integer not null,
  constraint accounts_pkey primary key (id),
  constraint accounts_name_folded check (name = lower(name)),
  constraint accounts_name_once unique (name)
);
create unique index accounts_person_once on accounts (person_id) where person_id is not null;

create table sessions (
  id uuid not null,
  token_hash bytea not null,
  account_id uuid not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  device text,
  constraint sessions_pkey primary key (id),
  constraint sessions_token_once unique (token_hash),
  constraint sessions_account_fkey foreign key (account_id) references accounts (id) on delete cascade
);
create index sessions_by_account on sessions (account_id);

-- Failed sign-ins by account name and by address, as keyed hashes; rows older than the window are deleted.
create table sign_in_failures (
  key bytea not null,
  at timestamptz not null
);
create index sign_in_failures_by_key on sign_in_failures (key, at);

create table assignments (
  id uuid not null,
  account_id uuid not null,
  role text not null,
  unit_id uuid,
  reach text not null,
  valid daterange not null,
  granted_by uuid,
  on_behalf_of uuid,
  granted_at timestamptz not null,
  revoked_at timestamptz,
  constraint assignments_pkey primary key (id),
  constraint assignments_account_fkey foreign key (account_id) references accounts (id) on delete cascade,
  constraint assignments_unit_fkey foreign key (unit_id) references units (id),
  constraint assignments_behalf_fkey foreign key (on_behalf_of) references assignments (id) on delete cascade,
  constraint assignments_reach_known check (reach in ('none', 'unit', 'children', 'subtree')),
  constraint assignments_unit_with_reach check ((unit_id is null) = (reach = 'none')),
  constraint assignments_valid_bounded check (not isempty(valid) and not lower_inf(valid))
);
create index assignments_by_account on assignments (account_id);
create index assignments_by_unit on assignments (unit_id);

grant select, insert, update, delete on accounts, sessions, sign_in_failures, assignments to satcoso_app;
