-- What came of each command that a phone sent: sent again, it is answered the same and not done again, however late.
create table commands (
  account_id uuid not null,
  id uuid not null,
  procedure text not null,
  digest bytea not null,
  answer jsonb,
  refusal jsonb,
  at timestamptz not null,
  constraint commands_pkey primary key (account_id, id),
  constraint commands_account_fkey foreign key (account_id) references accounts (id),
  constraint commands_one_outcome check (answer is null or refusal is null)
);
grant select, insert, update on commands to satcoso_app;
