-- Scoring frames are set by the acts of whoever sets rules, one frame on a day in each scope, and every act can be taken back.
alter table score_frames add column recorded_at timestamptz;
alter table score_frames add column recorded_by uuid;
alter table score_frames add constraint score_frames_valid_bounded check (not isempty(valid) and not lower_inf(valid));
alter table score_frames add constraint score_frames_no_overlap
  exclude using gist ((coalesce(scope_unit_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =, valid with &&);

create table score_frame_acts (
  id uuid not null,
  scope_unit_id uuid,
  kind text not null,
  reason text,
  before jsonb not null,
  after jsonb not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  undone_at timestamptz,
  undone_by uuid,
  constraint score_frame_acts_pkey primary key (id),
  constraint score_frame_acts_scope_fkey foreign key (scope_unit_id) references units (id),
  constraint score_frame_acts_kind_known check (kind in ('set', 'ended'))
);
create index score_frame_acts_by_time on score_frame_acts (recorded_at desc, id desc);

grant insert, update, delete on score_frames to satcoso_app;
grant select, insert, update on score_frame_acts to satcoso_app;

-- What a meeting resolved, as the resolution book numbers it: from 01 on in each term of the unit (36-HD/VPTW of 3/4/2018, II.1.3).
-- Its words are those of the meeting, whose conclusions stand once its minutes are adopted.
create table resolutions (
  home_id smallint not null,
  meeting_id uuid not null,
  unit_id uuid not null,
  term_from date not null,
  number smallint not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint resolutions_pkey primary key (home_id, meeting_id),
  constraint resolutions_meeting_fkey foreign key (home_id, meeting_id) references meetings (home_id, id),
  constraint resolutions_number_positive check (number > 0)
);
create unique index resolutions_number_once on resolutions (home_id, unit_id, term_from, number);

grant select, insert, delete on resolutions to satcoso_app;
