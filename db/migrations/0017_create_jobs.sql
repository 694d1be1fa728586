-- What is done at times of its own: when it is due, who has it in hand, how it went last. Written every second, worth nothing
-- after a crash, and therefore not logged: then everything is due at once, which does no harm.
create unlogged table jobs (
  name text not null,
  due_at timestamptz not null,
  held_by uuid,
  held_until timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  succeeded_at timestamptz,
  seconds double precision,
  failures integer not null,
  fault text,
  constraint jobs_pkey primary key (name)
) with (fillfactor = 50, autovacuum_vacuum_threshold = 200, autovacuum_vacuum_scale_factor = 0);
grant select, insert, update, delete on jobs to satcoso_app;
