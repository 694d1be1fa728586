-- A cadre's visit to a place below: when, of which kind, whom it met, what was heard, advised and promised. It lives in the home of the
-- place. No citizen is named in it, and nothing follows where the cadre is. Whether the meeting it says it attended names the
-- cadre follows from that meeting and is never stored.
create table visits (
  home_id smallint not null,
  id uuid not null,
  unit_id uuid not null,
  person_id uuid not null,
  visited_on date not null,
  kind text not null,
  meeting_id uuid,
  content jsonb not null,
  state text not null,
  version integer not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint visits_pkey primary key (home_id, id),
  constraint visits_unit_fkey foreign key (unit_id) references units (id),
  constraint visits_kind_known check (kind in ('cellMeeting', 'committeeMeeting', 'residentsMeeting', 'field', 'household')),
  constraint visits_state_known check (state in ('kept', 'withdrawn'))
);
create index visits_by_unit on visits (unit_id, visited_on desc, id desc);
create index visits_by_person on visits (person_id, visited_on desc, id desc);
create index visits_by_day on visits (visited_on desc, id desc);

-- A picture or paper of a visit; the same bytes are kept once for it.
create table visit_files (
  home_id smallint not null,
  id uuid not null,
  visit_id uuid not null,
  hash bytea not null,
  name text not null,
  media_type text not null,
  size integer not null,
  content bytea not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint visit_files_pkey primary key (home_id, id),
  constraint visit_files_visit_fkey foreign key (home_id, visit_id) references visits (home_id, id),
  constraint visit_files_once unique (home_id, visit_id, hash)
);

grant select, insert, update, delete on visits, visit_files to satcoso_app;

insert into rules (id, key, value, value_unit, scope_unit_id, valid, document, article, confidence) values
  ('00000000-0000-7000-8000-000000000671', 'visit.remindDays', '20', 'day', null, '[2011-01-19,)', 'Giá trị mẫu, cần thay bằng quy chế phân công theo dõi của cấp ủy', null, 'unconfirmed');

insert into rule_limits (key, lowest, stricter) values ('visit.remindDays', 'any', null);
