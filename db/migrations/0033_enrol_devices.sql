-- Phones that work without signal, of one account each. The secrets are sealed with the keys of the installation: one seals the
-- file of what waits on the phone, the other opens the phone again for an owner who forgot the PIN. Both go when the phone is to be emptied.
create table devices (
  id uuid not null,
  account_id uuid not null,
  name text not null,
  file_secret_sealed bytea,
  recovery_sealed bytea,
  enrolled_at timestamptz not null,
  seen_at timestamptz not null,
  wipe_asked_at timestamptz,
  wiped_at timestamptz,
  constraint devices_pkey primary key (id),
  constraint devices_account_fkey foreign key (account_id) references accounts (id) on delete cascade,
  constraint devices_secrets_while_active check (num_nulls(file_secret_sealed, recovery_sealed) = case when wipe_asked_at is null and wiped_at is null then 0 else 2 end)
);
create index devices_by_account on devices (account_id);
grant select, insert, update on devices to satcoso_app;
