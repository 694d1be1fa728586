-- What is due or late by rule is worked out whenever somebody looks. Kept is only what was put off: until which day, and why.
create table alert_snoozes (
  home_id smallint not null,
  id uuid not null,
  alert text not null,
  unit_id uuid not null,
  subject_id uuid not null,
  -- The alert as it stood: what begins later is another matter.
  since date not null,
  until date not null,
  reason text not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint alert_snoozes_pkey primary key (home_id, id),
  constraint alert_snoozes_unit_fkey foreign key (unit_id) references units (id)
);
create unique index alert_snoozes_once on alert_snoozes (home_id, unit_id, alert, subject_id);
grant select, insert, update, delete on alert_snoozes to satcoso_app;

-- Meetings that wait for an act: left open, or closed and without adopted minutes.
create index meetings_unsettled on meetings (unit_id, held_on) where state in ('open', 'closed');
