-- What places ask for, until it is settled. A petition lives in the home of the unit where it was raised, whoever handles it.
-- Who asked is sealed apart from what was asked, and is never searched, counted, carried or told in the log.
create table petitions (
  home_id smallint not null,
  id uuid not null,
  unit_id uuid not null,
  body_id uuid not null,
  outside text,
  sent_by_id uuid,
  source text not null,
  source_id uuid,
  channel text,
  topic text not null,
  raised_on date not null,
  people_behind integer,
  state text not null,
  since_on date not null,
  due_on date not null,
  outcome text,
  planned_on date,
  answered_on date,
  final_on date,
  first_days smallint,
  final_days smallint,
  closed_on date,
  moves smallint not null,
  reopenings smallint not null,
  lead_id uuid,
  earlier_id uuid,
  content jsonb not null,
  words tsvector not null,
  sealed bytea,
  tracking bytea,
  version integer not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint petitions_pkey primary key (home_id, id),
  constraint petitions_unit_fkey foreign key (unit_id) references units (id),
  constraint petitions_body_fkey foreign key (body_id) references units (id),
  constraint petitions_source_known check (source in ('unit', 'meeting', 'visit', 'resident')),
  constraint petitions_channel_known check (channel in ('person', 'paper', 'phone')),
  constraint petitions_state_known check (state in ('received', 'routed', 'accepted', 'answered', 'reopened', 'confirmed', 'withdrawn')),
  constraint petitions_outcome_known check (outcome in ('settled', 'planned', 'impossible')),
  constraint petitions_closed_with_day check ((state in ('confirmed', 'withdrawn')) = (closed_on is not null)),
  constraint petitions_names_of_residents check (sealed is null or source = 'resident'),
  constraint petitions_not_lead_itself check (lead_id <> id),
  constraint petitions_not_earlier_itself check (earlier_id <> id)
);
create index petitions_by_unit on petitions (unit_id, raised_on desc, id desc);
-- The inbox of a body: what is due first.
create index petitions_inbox on petitions (body_id, due_on, id) where state in ('received', 'routed', 'accepted', 'reopened');
create index petitions_by_body on petitions (body_id, raised_on desc, id desc);
create index petitions_by_sender on petitions (sent_by_id) where sent_by_id is not null;
create index petitions_by_day on petitions (raised_on desc, id desc);
create index petitions_to_confirm on petitions (unit_id) where state = 'answered';
create index petitions_by_topic on petitions (unit_id, topic, raised_on);
create index petitions_by_lead on petitions (lead_id) where lead_id is not null;
create index petitions_by_source on petitions (source_id) where source_id is not null;
create index petitions_by_recorder on petitions (recorded_by) where recorded_by is not null;
create index petitions_by_words on petitions using gin (words);
create index petitions_by_tracking on petitions (tracking) where tracking is not null;
create index petitions_with_names on petitions (closed_on) where sealed is not null;

create table petition_files (
  home_id smallint not null,
  id uuid not null,
  petition_id uuid not null,
  name text not null,
  media_type text not null,
  size integer not null,
  content bytea not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint petition_files_pkey primary key (home_id, id),
  constraint petition_files_petition_fkey foreign key (home_id, petition_id) references petitions (home_id, id) on delete cascade
);
create index petition_files_by_petition on petition_files (home_id, petition_id);

-- What petitions are about: a tree of two levels, each word dated. Without a scope they are of the country.
create table petition_topics (
  id uuid not null,
  code text not null,
  parent text,
  scope_unit_id uuid,
  vi text not null,
  en text not null,
  place integer not null,
  valid daterange not null,
  recorded_at timestamptz,
  recorded_by uuid,
  constraint petition_topics_pkey primary key (id),
  constraint petition_topics_scope_fkey foreign key (scope_unit_id) references units (id),
  constraint petition_topics_once exclude using gist (code with =, valid with &&)
);

-- Which body decides on what at which level: a kind of unit above the place, one unit by itself, or somebody in words beside either.
create table petition_competences (
  id uuid not null,
  topic text,
  level text not null,
  scope_unit_id uuid,
  body_kind text,
  body_id uuid,
  outside text,
  document text not null,
  valid daterange not null,
  recorded_at timestamptz,
  recorded_by uuid,
  constraint petition_competences_pkey primary key (id),
  constraint petition_competences_scope_fkey foreign key (scope_unit_id) references units (id),
  constraint petition_competences_body_fkey foreign key (body_id) references units (id),
  constraint petition_competences_level_known check (level in ('commune', 'district', 'province', 'central')),
  constraint petition_competences_one_body check ((body_kind is null) <> (body_id is null)),
  constraint petition_competences_once exclude using gist ((coalesce(topic, '')) with =, level with =, (coalesce(scope_unit_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =, valid with &&)
);

-- Wordings that an office answers with often; its own, or the system's where no unit stands.
create table petition_templates (
  id uuid not null,
  scope_unit_id uuid,
  outcome text not null,
  name text not null,
  text text not null,
  recorded_at timestamptz,
  recorded_by uuid,
  constraint petition_templates_pkey primary key (id),
  constraint petition_templates_scope_fkey foreign key (scope_unit_id) references units (id),
  constraint petition_templates_outcome_known check (outcome in ('settled', 'planned', 'impossible'))
);

grant select, insert, update, delete on petitions, petition_files, petition_topics, petition_competences, petition_templates to satcoso_app;
