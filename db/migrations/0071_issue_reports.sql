-- Reports of a Party organisation about itself and all below it, over a time. What a report tells of cadres is of people: it is sealed
-- as a whole. From the day of issue on nothing of it changes; a mistake is put right by a new one that names it.
create table reports (
  home_id smallint not null,
  id uuid not null,
  unit_id uuid not null,
  kind text not null,
  title text not null,
  from_day date not null,
  to_day date not null,
  state text not null,
  sealed bytea not null,
  -- Of what was issued, its words and findings: sha-256 over its canonical JSON.
  hash bytea,
  issued_on date,
  replaces_id uuid,
  version integer not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint reports_pkey primary key (home_id, id),
  constraint reports_unit_fkey foreign key (unit_id) references units (id),
  constraint reports_replaces_fkey foreign key (home_id, replaces_id) references reports (home_id, id),
  constraint reports_kind_known check (kind in ('interim')),
  constraint reports_state_known check (state in ('draft', 'issued')),
  constraint reports_period check (to_day >= from_day),
  constraint reports_issued_whole check ((state = 'issued') = (issued_on is not null and hash is not null))
);
create index reports_by_unit on reports (unit_id, to_day desc, id desc);
create index reports_by_day on reports (to_day desc, id desc);
-- One report is replaced by one.
create unique index reports_once_replaced on reports (home_id, replaces_id) where replaces_id is not null;

-- The files as they were issued: printed again they are the same, byte by byte.
create table report_papers (
  home_id smallint not null,
  id uuid not null,
  report_id uuid not null,
  format text not null,
  hash bytea not null,
  sealed bytea not null,
  recorded_at timestamptz not null,
  constraint report_papers_pkey primary key (home_id, id),
  constraint report_papers_once unique (home_id, report_id, format),
  constraint report_papers_report_fkey foreign key (home_id, report_id) references reports (home_id, id),
  constraint report_papers_format_known check (format in ('docx', 'xlsx'))
);

grant select, insert, update, delete on reports to satcoso_app;
grant select, insert on report_papers to satcoso_app;
-- Sealed again when a new key comes.
grant update (sealed) on report_papers to satcoso_app;
