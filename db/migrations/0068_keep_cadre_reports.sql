-- What a cadre who follows places tells the superior of a period, handed in by a day; and how the superior evaluates the cadre. Both
-- live in the home of that superior's unit. An evaluation is of a person: what it says is sealed, and never searched, counted or
-- told in the log.
create table cadre_reports (
  home_id smallint not null,
  id uuid not null,
  unit_id uuid not null,
  person_id uuid not null,
  from_day date not null,
  to_day date not null,
  due_on date not null,
  content jsonb not null,
  state text not null,
  handed_on date,
  read_on date,
  version integer not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint cadre_reports_pkey primary key (home_id, id),
  constraint cadre_reports_once unique (home_id, unit_id, person_id, from_day),
  constraint cadre_reports_unit_fkey foreign key (unit_id) references units (id),
  constraint cadre_reports_state_known check (state in ('writing', 'handed', 'read')),
  constraint cadre_reports_period check (to_day >= from_day),
  constraint cadre_reports_handed_on_a_day check ((state = 'writing') = (handed_on is null)),
  constraint cadre_reports_read_on_a_day check ((state = 'read') = (read_on is not null))
);
create index cadre_reports_by_unit on cadre_reports (unit_id, to_day desc, id desc);
create index cadre_reports_by_person on cadre_reports (person_id, to_day desc, id desc);

create table cadre_evaluations (
  home_id smallint not null,
  id uuid not null,
  unit_id uuid not null,
  person_id uuid not null,
  from_day date not null,
  to_day date not null,
  sealed bytea not null,
  state text not null,
  decided_on date,
  version integer not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint cadre_evaluations_pkey primary key (home_id, id),
  constraint cadre_evaluations_once unique (home_id, unit_id, person_id, from_day, to_day),
  constraint cadre_evaluations_unit_fkey foreign key (unit_id) references units (id),
  constraint cadre_evaluations_state_known check (state in ('writing', 'decided')),
  constraint cadre_evaluations_period check (to_day >= from_day),
  constraint cadre_evaluations_decided_on_a_day check ((state = 'decided') = (decided_on is not null))
);
create index cadre_evaluations_by_unit on cadre_evaluations (unit_id, to_day desc, id desc);
create index cadre_evaluations_by_person on cadre_evaluations (person_id, to_day desc, id desc);

grant select, insert, update, delete on cadre_reports, cadre_evaluations to satcoso_app;

insert into rules (id, key, value, value_unit, scope_unit_id, valid, document, article, confidence) values
  ('00000000-0000-7000-8000-000000000681', 'cadreReport.handInDays', '10', 'day', null, '[2011-01-19,)', 'Giá trị mẫu, cần thay bằng quy chế phân công theo dõi của cấp ủy', null, 'unconfirmed');

insert into rule_limits (key, lowest, stricter) values ('cadreReport.handInDays', 'any', null);
