-- By what organisations and people are rated: levels and gates of the country's papers, criteria and cap, which a Party organisation
-- may set for itself. Of the country's own criteria and cap `detail` tells the paper: it is not always that of the levels. One frame for each kind of subject holds in a scope on a day.
create table rating_frames (
  id uuid not null,
  subject text not null,
  scope_unit_id uuid,
  valid daterange not null,
  levels jsonb,
  gates jsonb,
  criteria jsonb not null,
  cap jsonb,
  detail jsonb,
  document text not null,
  confidence text not null,
  recorded_at timestamptz,
  recorded_by uuid,
  constraint rating_frames_pkey primary key (id),
  constraint rating_frames_scope_fkey foreign key (scope_unit_id) references units (id),
  constraint rating_frames_subject_known check (subject in ('committee', 'cell', 'leader', 'member')),
  constraint rating_frames_confidence_known check (confidence in ('read', 'replaced', 'secondary', 'unconfirmed')),
  constraint rating_frames_levels_of_country check ((scope_unit_id is null) = (levels is not null) and (levels is null) = (gates is null) and (levels is null) = (detail is null)),
  constraint rating_frames_valid_bounded check (not isempty(valid) and not lower_inf(valid)),
  constraint rating_frames_no_overlap exclude using gist (subject with =, (coalesce(scope_unit_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =, valid with &&)
);

create table rating_frame_acts (
  id uuid not null,
  subject text not null,
  scope_unit_id uuid,
  kind text not null,
  reason text,
  before jsonb not null,
  after jsonb not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  undone_at timestamptz,
  undone_by uuid,
  constraint rating_frame_acts_pkey primary key (id),
  constraint rating_frame_acts_scope_fkey foreign key (scope_unit_id) references units (id),
  constraint rating_frame_acts_kind_known check (kind in ('set', 'ended'))
);
create index rating_frame_acts_by_time on rating_frame_acts (subject, recorded_at desc, id desc);

-- A committee decides on what is below it, once a year for each kind of subject. What it is judged by is taken down with it.
create table rating_seasons (
  home_id smallint not null,
  id uuid not null,
  unit_id uuid not null,
  year smallint not null,
  about text not null,
  groups jsonb not null,
  frames jsonb not null,
  self_due_on date not null,
  appraisal_due_on date not null,
  decision_due_on date not null,
  drawn_on date not null,
  closed_on date,
  version integer not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint rating_seasons_pkey primary key (home_id, id),
  constraint rating_seasons_unit_fkey foreign key (unit_id) references units (id),
  constraint rating_seasons_about_known check (about in ('units', 'members', 'leaders')),
  constraint rating_seasons_dues_in_order check (self_due_on <= appraisal_due_on and appraisal_due_on <= decision_due_on)
);
create unique index rating_seasons_once on rating_seasons (home_id, unit_id, year, about);
create index rating_seasons_by_year on rating_seasons (year desc, id desc);
create index rating_seasons_by_unit on rating_seasons (unit_id, year desc);

-- An organisation or a person of a season; or a rating of former years, taken from a paper, without one. A person's lives in the
-- home of the person, whichever committee's season it is.
create table ratings (
  home_id smallint not null,
  id uuid not null,
  season_id uuid,
  unit_id uuid not null,
  person_id uuid,
  about text not null,
  kind text not null,
  year smallint not null,
  group_code text,
  exclusion jsonb,
  self jsonb,
  appraisal jsonb,
  decision jsonb,
  level text,
  decided_on date,
  version integer not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint ratings_pkey primary key (home_id, id),
  constraint ratings_unit_fkey foreign key (unit_id) references units (id),
  constraint ratings_about_known check (about in ('units', 'members', 'leaders')),
  constraint ratings_kind_known check (kind in ('committee', 'cell', 'leader', 'member')),
  constraint ratings_level_known check (level in ('exemplary', 'excellent', 'good', 'fulfilled', 'notFulfilled')),
  constraint ratings_person_with_about check ((about = 'units') = (person_id is null)),
  constraint ratings_decided_whole check ((decision is null) = (level is null) and (decision is null) = (decided_on is null)),
  constraint ratings_not_rated_and_decided check (exclusion is null or decision is null)
);
create unique index ratings_unit_once on ratings (home_id, unit_id, year) where person_id is null;
create unique index ratings_person_once on ratings (home_id, person_id, year, about) where person_id is not null;
create index ratings_by_season on ratings (season_id, group_code) where season_id is not null;
create index ratings_by_unit on ratings (unit_id, year desc, about);

-- What each act on a rating left: the trace of a correction.
create table rating_acts (
  home_id smallint not null,
  id uuid not null,
  rating_id uuid not null,
  kind text not null,
  before jsonb not null,
  after jsonb not null,
  reason text,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint rating_acts_pkey primary key (home_id, id),
  constraint rating_acts_rating_fkey foreign key (home_id, rating_id) references ratings (home_id, id),
  constraint rating_acts_kind_known check (kind in ('self', 'appraised', 'decided', 'corrected', 'takenBack', 'excluded', 'included', 'grouped', 'entered'))
);
create index rating_acts_by_rating on rating_acts (rating_id, recorded_at desc);

grant select, insert, update, delete on rating_frames, ratings to satcoso_app;
grant select, insert, update, delete on rating_seasons to satcoso_app;
grant select, insert, update on rating_frame_acts to satcoso_app;
grant select, insert on rating_acts to satcoso_app;

-- Four schemes, each for four kinds of subject. Where a scheme has no points, criteria are named in words only and none stand here.
with schemes (at, valid, document, confidence, levels, cap) as (values
  (1, '[2011-01-19,2018-03-08)', 'Hướng dẫn đánh giá tổ chức đảng và đảng viên trước năm 2018', 'unconfirmed', '[
    {"code": "exemplary", "least": null, "vi": "Trong sạch, vững mạnh tiêu biểu", "en": "Exemplary, clean and strong"},
    {"code": "excellent", "least": null, "vi": "Trong sạch, vững mạnh", "en": "Clean and strong"},
    {"code": "good", "least": null, "vi": "Hoàn thành tốt nhiệm vụ", "en": "Good"},
    {"code": "fulfilled", "least": null, "vi": "Hoàn thành nhiệm vụ", "en": "Fulfilled"},
    {"code": "notFulfilled", "least": null, "vi": "Yếu kém", "en": "Weak"}]'::jsonb, null::jsonb),
  (2, '[2018-03-08,2023-10-04)', 'Quy định 132-QĐ/TW ngày 08/3/2018', 'unconfirmed', null::jsonb, null::jsonb),
  (3, '[2023-10-04,2025-08-30)', 'Quy định 124-QĐ/TW ngày 04/10/2023', 'replaced', null::jsonb, '{"rate": 0.2, "base": "good", "rounding": "down"}'::jsonb),
  (4, '[2025-08-30,)', 'Quy định 366-QĐ/TW ngày 30/8/2025, Điều 11; Hướng dẫn 43-HD/BTCTW ngày 31/10/2025', 'read', '[
    {"code": "excellent", "least": 90, "vi": "Hoàn thành xuất sắc nhiệm vụ", "en": "Excellent"},
    {"code": "good", "least": 70, "vi": "Hoàn thành tốt nhiệm vụ", "en": "Good"},
    {"code": "fulfilled", "least": 50, "vi": "Hoàn thành nhiệm vụ", "en": "Fulfilled"},
    {"code": "notFulfilled", "least": 0, "vi": "Không hoàn thành nhiệm vụ", "en": "Not fulfilled"}]'::jsonb, '{"rate": 0.2, "base": "good", "rounding": "down"}'::jsonb)
), plain (levels) as (values ('[
    {"code": "excellent", "least": null, "vi": "Hoàn thành xuất sắc nhiệm vụ", "en": "Excellent"},
    {"code": "good", "least": null, "vi": "Hoàn thành tốt nhiệm vụ", "en": "Good"},
    {"code": "fulfilled", "least": null, "vi": "Hoàn thành nhiệm vụ", "en": "Fulfilled"},
    {"code": "notFulfilled", "least": null, "vi": "Không hoàn thành nhiệm vụ", "en": "Not fulfilled"}]'::jsonb)
), gates (scheme, subjects, at, gate) as (values
  (3, '{committee,cell,leader,member}'::text[], 1, '{"fact": "beyond", "levels": ["excellent"], "test": "atLeast", "bound": 0.5, "onFail": "refuse", "confidence": "replaced"}'::jsonb),
  (3, '{committee,cell,leader}', 2, '{"fact": "targetsReached", "levels": ["excellent", "good", "fulfilled"], "test": "atLeast", "bound": 0.5, "onFail": "refuse", "confidence": "replaced"}'),
  (3, '{committee}', 3, '{"fact": "unitsDisciplined", "levels": ["excellent", "good", "fulfilled"], "test": "atMost", "bound": 0.2, "onFail": "refuse", "confidence": "replaced"}'),
  (3, '{leader,member}', 4, '{"fact": "ownDiscipline", "levels": ["excellent", "good", "fulfilled"], "test": "atMost", "bound": 0, "onFail": "reason", "confidence": "replaced"}'),
  (3, '{committee,cell,leader,member}', 5, '{"fact": "disqualified", "levels": ["excellent", "good", "fulfilled"], "test": "atMost", "bound": 0, "onFail": "reason", "confidence": "replaced"}'),
  (4, '{committee,cell,leader,member}', 1, '{"fact": "tasksOnTime", "levels": ["excellent", "good"], "test": "atLeast", "bound": 1, "onFail": "refuse", "confidence": "read"}'),
  (4, '{committee,cell,leader,member}', 2, '{"fact": "beyond", "levels": ["excellent"], "test": "atLeast", "bound": 0.3, "onFail": "refuse", "confidence": "read"}'),
  (4, '{committee,cell,leader,member}', 3, '{"fact": "shortcomingsRemedied", "levels": ["excellent"], "test": "atLeast", "bound": 1, "onFail": "refuse", "confidence": "read"}'),
  (4, '{committee,cell}', 4, '{"fact": "disciplinedBelow", "levels": ["excellent"], "test": "atMost", "bound": 0, "onFail": "refuse", "confidence": "read"}'),
  (4, '{leader}', 4, '{"fact": "ownUnit", "levels": ["excellent"], "test": "atLeast", "bound": 1, "onFail": "refuse", "confidence": "read"}'),
  (4, '{leader,member}', 5, '{"fact": "ownDiscipline", "levels": ["excellent", "good"], "test": "atMost", "bound": 0, "onFail": "reason", "confidence": "unconfirmed"}'),
  (4, '{committee,cell,leader,member}', 6, '{"fact": "tasksDone", "levels": ["fulfilled"], "test": "atLeast", "bound": 1, "onFail": "refuse", "confidence": "read"}'),
  (4, '{committee,cell,leader,member}', 7, '{"fact": "tasksLate", "levels": ["fulfilled"], "test": "atMost", "bound": 0.2, "onFail": "refuse", "confidence": "read"}'),
  (4, '{committee,cell,leader,member}', 8, '{"fact": "disqualified", "levels": ["excellent", "good", "fulfilled"], "test": "atMost", "bound": 0, "onFail": "reason", "confidence": "unconfirmed"}')
), criteria (scheme, subjects, at, criterion) as (values
  (4, '{committee,cell}'::text[], 1, '{"code": "politics", "most": 15, "vi": "Công tác chính trị, tư tưởng", "en": "Political and ideological work"}'::jsonb),
  (4, '{committee,cell}', 2, '{"code": "organisation", "most": 20, "vi": "Công tác tổ chức, cán bộ, đảng viên", "en": "Organisation, cadres, members"}'),
  (4, '{committee,cell}', 3, '{"code": "inspection", "most": 10, "vi": "Công tác kiểm tra, giám sát", "en": "Inspection and supervision"}'),
  (4, '{committee,cell}', 4, '{"code": "tasks", "most": 45, "vi": "Lãnh đạo thực hiện nhiệm vụ, chỉ tiêu được giao", "en": "Leading the tasks and targets given"}'),
  (4, '{committee,cell}', 5, '{"code": "remedies", "most": 10, "vi": "Khắc phục hạn chế, khuyết điểm", "en": "Remedy of shortcomings"}'),
  (4, '{leader,member}', 1, '{"code": "conduct", "most": 20, "vi": "Phẩm chất, đạo đức, lối sống, nêu gương", "en": "Conduct and example"}'),
  (4, '{leader,member}', 2, '{"code": "discipline", "most": 15, "vi": "Ý thức tổ chức, kỷ luật, sinh hoạt đảng", "en": "Discipline, Party activity"}'),
  (4, '{leader}', 3, '{"code": "leading", "most": 20, "vi": "Năng lực lãnh đạo, quản lý", "en": "Leading and managing"}'),
  (4, '{leader}', 4, '{"code": "tasks", "most": 35, "vi": "Kết quả thực hiện nhiệm vụ được giao", "en": "Results of the tasks given"}'),
  (4, '{member}', 4, '{"code": "tasks", "most": 55, "vi": "Kết quả thực hiện nhiệm vụ được giao", "en": "Results of the tasks given"}'),
  (4, '{leader,member}', 5, '{"code": "remedies", "most": 10, "vi": "Khắc phục hạn chế, khuyết điểm", "en": "Remedy of shortcomings"}')
)
insert into rating_frames (id, subject, scope_unit_id, valid, levels, gates, criteria, cap, detail, document, confidence)
select ('00000000-0000-7000-8000-0000000004' || s.at || k.at)::uuid, k.subject, null, s.valid::daterange, coalesce(s.levels, plain.levels),
  coalesce((select jsonb_agg(g.gate order by g.at) from gates g where g.scheme = s.at and k.subject = any(g.subjects)), '[]'),
  coalesce((select jsonb_agg(c.criterion order by c.at) from criteria c where c.scheme = s.at and k.subject = any(c.subjects)), '[]'),
  s.cap, jsonb_build_object('document', case s.at when 4 then 'Khung điểm và tỷ lệ mẫu, cần thay bằng quy định của tỉnh' else s.document end, 'confidence', 'unconfirmed'), s.document, s.confidence
from schemes s cross join plain cross join (values (1, 'committee'), (2, 'cell'), (3, 'leader'), (4, 'member')) k (at, subject);

insert into rules (id, key, value, value_unit, scope_unit_id, valid, document, article, confidence) values
  ('00000000-0000-7000-8000-000000000431', 'rating.leastMonthsAdmitted', '6', 'month', null, '[2011-01-19,)', 'Hướng dẫn 25-HD/BTCTW ngày 10/11/2023', null, 'unconfirmed');
