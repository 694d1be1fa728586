-- Meetings of cells and committees, and the tasks that come of them. What is counted or looked up by itself has rows; what is
-- only ever read with its meeting stands in `meeting_books` (docs/decisions/0017). A meeting lives in the home of its unit.
create table meetings (
  home_id smallint not null,
  id uuid not null,
  unit_id uuid not null,
  kind text not null,
  is_extended boolean not null,
  state text not null,
  held_on date not null,
  starts time,
  ends time,
  place text,
  mode text not null,
  topic text,
  series_id uuid,
  postponed_from date,
  reason text,
  invited_on date,
  adopted_on date,
  opened_on date,
  is_late boolean not null,
  minutes smallint,
  expected integer not null,
  present integer not null,
  online integer not null,
  excused integer not null,
  absent integer not null,
  full_expected integer not null,
  full_present integer not null,
  guests integer not null,
  heads integer not null,
  score numeric(5, 2),
  score_level text,
  version integer not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint meetings_pkey primary key (home_id, id),
  constraint meetings_unit_fkey foreign key (unit_id) references units (id),
  constraint meetings_kind_known check (kind in ('regular', 'thematic', 'committee', 'briefing', 'conference', 'study', 'working_session')),
  constraint meetings_state_known check (state in ('planned', 'invited', 'open', 'closed', 'adopted', 'cancelled')),
  constraint meetings_mode_known check (mode in ('in_person', 'online', 'mixed')),
  constraint meetings_level_known check (score_level in ('good', 'fair', 'average', 'weak')),
  constraint meetings_cancelled_with_reason check (state <> 'cancelled' or reason is not null),
  constraint meetings_adopted_on_a_day check ((state = 'adopted') = (adopted_on is not null))
);
create index meetings_by_unit on meetings (unit_id, held_on desc, id desc);
create index meetings_by_day on meetings (held_on desc, id desc);

create table meeting_books (
  home_id smallint not null,
  meeting_id uuid not null,
  content jsonb not null,
  constraint meeting_books_pkey primary key (home_id, meeting_id),
  constraint meeting_books_meeting_fkey foreign key (home_id, meeting_id) references meetings (home_id, id)
);

-- A row for each person on the roll. The person may be of another home than the meeting, so no key leads to `people`.
create table attendances (
  home_id smallint not null,
  held_on date not null,
  meeting_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  basis text not null,
  standing text,
  mark text,
  reason text,
  constraint attendances_pkey primary key (home_id, held_on, meeting_id, person_id),
  constraint attendances_meeting_fkey foreign key (home_id, meeting_id) references meetings (home_id, id),
  constraint attendances_basis_known check (basis in ('expected', 'exempt', 'away', 'elsewhere')),
  constraint attendances_standing_known check (standing in ('full', 'probationary')),
  constraint attendances_mark_known check (mark in ('present', 'online', 'excused', 'absent')),
  constraint attendances_reason_known check (reason in ('duty', 'study', 'away', 'personal', 'other'))
) partition by range (held_on);
create index attendances_by_person on attendances (person_id, held_on desc);
create table attendances_rest partition of attendances default;

create table meeting_guests (
  home_id smallint not null,
  id uuid not null,
  meeting_id uuid not null,
  name text not null,
  role text not null,
  person_id uuid,
  is_present boolean not null,
  constraint meeting_guests_pkey primary key (home_id, id),
  constraint meeting_guests_meeting_fkey foreign key (home_id, meeting_id) references meetings (home_id, id),
  constraint meeting_guests_role_known check (role in ('head', 'mass_head', 'assigned', 'superior', 'other'))
);
create index meeting_guests_by_meeting on meeting_guests (meeting_id);

create table meeting_answers (
  home_id smallint not null,
  meeting_id uuid not null,
  person_id uuid not null,
  answer text not null,
  reason text,
  decision text,
  answered_at timestamptz not null,
  constraint meeting_answers_pkey primary key (home_id, meeting_id, person_id),
  constraint meeting_answers_meeting_fkey foreign key (home_id, meeting_id) references meetings (home_id, id),
  constraint meeting_answers_answer_known check (answer in ('coming', 'leave')),
  constraint meeting_answers_reason_known check (reason in ('duty', 'study', 'away', 'personal', 'other')),
  constraint meeting_answers_decision_known check (decision in ('granted', 'refused'))
);

create table meeting_files (
  home_id smallint not null,
  id uuid not null,
  meeting_id uuid not null,
  kind text not null,
  name text not null,
  media_type text not null,
  size integer not null,
  content bytea not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint meeting_files_pkey primary key (home_id, id),
  constraint meeting_files_meeting_fkey foreign key (home_id, meeting_id) references meetings (home_id, id),
  constraint meeting_files_kind_known check (kind in ('paper', 'sign_in_sheet'))
);
create index meeting_files_by_meeting on meeting_files (meeting_id);

create table tasks (
  home_id smallint not null,
  id uuid not null,
  unit_id uuid not null,
  title text not null,
  owner_id uuid,
  due_on date,
  state text not null,
  settled_on date,
  note text,
  origin_kind text not null,
  origin_id uuid not null,
  given_on date not null,
  version integer not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint tasks_pkey primary key (home_id, id),
  constraint tasks_unit_fkey foreign key (unit_id) references units (id),
  constraint tasks_state_known check (state in ('open', 'done', 'dropped')),
  constraint tasks_origin_known check (origin_kind in ('meeting')),
  constraint tasks_settled_on_a_day check ((state = 'open') = (settled_on is null))
);
create index tasks_by_unit on tasks (unit_id, state, due_on, id);
create index tasks_by_due on tasks (home_id, state, due_on, id);
create index tasks_by_owner on tasks (owner_id, state, due_on);
create index tasks_by_origin on tasks (origin_id);

-- Scoring frames of meetings are set by provinces; the points of the criteria add up to 100.
create table score_frames (
  id uuid not null,
  scope_unit_id uuid,
  valid daterange not null,
  criteria jsonb not null,
  document text not null,
  confidence text not null,
  constraint score_frames_pkey primary key (id),
  constraint score_frames_scope_fkey foreign key (scope_unit_id) references units (id),
  constraint score_frames_confidence_known check (confidence in ('read', 'replaced', 'secondary', 'unconfirmed'))
);

grant select, insert, update, delete on meetings, meeting_books, attendances, meeting_guests, meeting_answers, meeting_files, tasks to satcoso_app;
grant select on score_frames to satcoso_app;

insert into score_frames (id, scope_unit_id, valid, criteria, document, confidence) values
  ('00000000-0000-7000-8000-000000000301', null, '[2018-07-06,)', '[
    {"code": "preparation", "most": 20, "vi": "Chuẩn bị nội dung, gửi tài liệu trước", "en": "Prepared, papers sent ahead"},
    {"code": "attendance", "most": 20, "vi": "Tỷ lệ đảng viên dự họp", "en": "Share of members attending"},
    {"code": "duration", "most": 10, "vi": "Thời gian sinh hoạt", "en": "Length"},
    {"code": "speaking", "most": 20, "vi": "Số đảng viên phát biểu", "en": "Members who spoke"},
    {"code": "conclusions", "most": 20, "vi": "Kết luận, phân công có thời hạn", "en": "Conclusions and tasks with a deadline"},
    {"code": "minutes", "most": 10, "vi": "Biên bản đầy đủ", "en": "Minutes complete"}]', 'Khung điểm mẫu, cần thay bằng khung của tỉnh', 'unconfirmed');

insert into rules (id, key, value, value_unit, scope_unit_id, valid, document, article, confidence) values
  ('00000000-0000-7000-8000-00000000021d', 'meeting.quorumShare', '0.5', 'share', null, '[2011-01-19,)', 'Điều lệ Đảng', null, 'unconfirmed'),
  ('00000000-0000-7000-8000-00000000021e', 'meeting.expectsAway', '0', 'flag', null, '[2011-01-19,)', 'Giá trị mẫu, cần thay bằng quy định đang áp dụng', null, 'unconfirmed');

select create_partitions('2026-01-01');
