-- What a document asks for, piece by piece. Of one that was changed after somebody had answered it the former wordings are kept.
create table clauses (
  home_id smallint not null,
  id uuid not null,
  document_id uuid not null,
  unit_id uuid not null,
  place integer not null,
  label text not null,
  kind text not null,
  wording text not null,
  target numeric,
  measure text,
  toward text,
  due_on date,
  for_whom text,
  revision integer not null,
  revised_on date,
  version integer not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint clauses_pkey primary key (home_id, id),
  constraint clauses_document_fkey foreign key (home_id, document_id) references documents (home_id, id),
  constraint clauses_unit_fkey foreign key (unit_id) references units (id),
  constraint clauses_kind_known check (kind in ('objective', 'indicator', 'task')),
  constraint clauses_toward_known check (toward in ('atLeast', 'atMost')),
  constraint clauses_target_of_indicator check ((kind = 'indicator') = (target is not null) and (target is null) = (measure is null) and (target is null) = (toward is null))
);
create index clauses_by_document on clauses (home_id, document_id, place);

create table clause_revisions (
  home_id smallint not null,
  id uuid not null,
  clause_id uuid not null,
  revision integer not null,
  wording jsonb not null,
  held_to date not null,
  reason text not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint clause_revisions_pkey primary key (home_id, id),
  constraint clause_revisions_once unique (home_id, clause_id, revision),
  constraint clause_revisions_clause_fkey foreign key (home_id, clause_id) references clauses (home_id, id)
);

-- A document that is passed down, the units that are asked, and by when each step of its life is due. All of it lives in the home of the document.
create table cascades (
  home_id smallint not null,
  document_id uuid not null,
  unit_id uuid not null,
  opened_on date not null,
  version integer not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint cascades_pkey primary key (home_id, document_id),
  constraint cascades_document_fkey foreign key (home_id, document_id) references documents (home_id, id),
  constraint cascades_unit_fkey foreign key (unit_id) references units (id)
);
create index cascades_by_day on cascades (opened_on desc, document_id desc);

create table cascade_deadlines (
  home_id smallint not null,
  document_id uuid not null,
  step text not null,
  due_on date not null,
  by_rule boolean not null,
  constraint cascade_deadlines_pkey primary key (home_id, document_id, step),
  constraint cascade_deadlines_cascade_fkey foreign key (home_id, document_id) references cascades (home_id, document_id),
  constraint cascade_deadlines_step_known check (step in ('received', 'studied', 'answered', 'programme', 'plan', 'carriedOut', 'interim', 'final'))
);

create table cascade_units (
  home_id smallint not null,
  document_id uuid not null,
  unit_id uuid not null,
  asked_on date not null,
  constraint cascade_units_pkey primary key (home_id, document_id, unit_id),
  constraint cascade_units_cascade_fkey foreign key (home_id, document_id) references cascades (home_id, document_id),
  constraint cascade_units_unit_fkey foreign key (unit_id) references units (id)
);
create index cascade_units_by_unit on cascade_units (unit_id, document_id);

-- On which day a unit came to a step, by which document of its own or at which meeting.
create table cascade_steps (
  home_id smallint not null,
  document_id uuid not null,
  unit_id uuid not null,
  step text not null,
  done_on date not null,
  by_document_id uuid,
  meeting_id uuid,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint cascade_steps_pkey primary key (home_id, document_id, unit_id, step),
  constraint cascade_steps_asked_fkey foreign key (home_id, document_id, unit_id) references cascade_units (home_id, document_id, unit_id),
  constraint cascade_steps_step_known check (step in ('received', 'studied', 'programme', 'plan', 'carriedOut', 'interim', 'final'))
);

-- The radar asks all of a cascade at once, out of the index that knows each once. `begun_on`: the first day of which a value is known, or on which a task was given.
create table answers (
  home_id smallint not null,
  id uuid not null,
  document_id uuid not null,
  clause_id uuid not null,
  unit_id uuid not null,
  kind text not null,
  reason text,
  target numeric,
  due_on date,
  answered_on date not null,
  begun_on date,
  done_on date,
  revision integer not null,
  version integer not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint answers_pkey primary key (home_id, id),
  constraint answers_once unique (home_id, document_id, unit_id, clause_id) include (id, kind, due_on, answered_on, begun_on, done_on),
  constraint answers_clause_fkey foreign key (home_id, clause_id) references clauses (home_id, id),
  constraint answers_asked_fkey foreign key (home_id, document_id, unit_id) references cascade_units (home_id, document_id, unit_id),
  constraint answers_kind_known check (kind in ('takenUp', 'notApplicable')),
  constraint answers_reason_of_refusal check ((kind = 'notApplicable') = (reason is not null)),
  constraint answers_done_if_taken_up check (done_on is null or kind = 'takenUp')
);
create index answers_by_clause on answers (home_id, clause_id);

-- Whether something that was given to do for an answer is late is asked for many answers at once.
create index tasks_of_clauses on tasks (origin_id) include (due_on, settled_on) where origin_kind = 'clause';

-- Documents of the unit's own by which it takes a clause up, and clauses of theirs. Both live in the home of that unit.
create table answer_links (
  home_id smallint not null,
  answer_id uuid not null,
  kind text not null,
  other_id uuid not null,
  constraint answer_links_pkey primary key (home_id, answer_id, kind, other_id),
  constraint answer_links_answer_fkey foreign key (home_id, answer_id) references answers (home_id, id),
  constraint answer_links_kind_known check (kind in ('document', 'clause'))
);
create index answer_links_by_other on answer_links (other_id);

-- What a unit has come to with an indicator, day by day.
create table clause_values (
  home_id smallint not null,
  answer_id uuid not null,
  measured_on date not null,
  value numeric not null,
  source text,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint clause_values_pkey primary key (home_id, answer_id, measured_on),
  constraint clause_values_answer_fkey foreign key (home_id, answer_id) references answers (home_id, id)
);

grant select, insert, update, delete on clauses, clause_revisions, cascades, cascade_deadlines, cascade_units, cascade_steps, answers, answer_links, clause_values to satcoso_app;

insert into rules (id, key, value, value_unit, scope_unit_id, valid, document, article, confidence) values
  ('00000000-0000-7000-8000-000000044001', 'cascade.receivedDays', '7', 'day', null, '[2011-01-19,)', 'Giá trị mẫu, cần thay bằng quy định đang áp dụng', null, 'unconfirmed'),
  ('00000000-0000-7000-8000-000000044002', 'cascade.studiedDays', '60', 'day', null, '[2011-01-19,)', 'Giá trị mẫu, cần thay bằng quy định đang áp dụng', null, 'unconfirmed'),
  ('00000000-0000-7000-8000-000000044003', 'cascade.answeredDays', '60', 'day', null, '[2011-01-19,)', 'Giá trị mẫu, cần thay bằng quy định đang áp dụng', null, 'unconfirmed'),
  ('00000000-0000-7000-8000-000000044004', 'cascade.programmeDays', '60', 'day', null, '[2011-01-19,)', 'Giá trị mẫu, cần thay bằng quy định đang áp dụng', null, 'unconfirmed'),
  ('00000000-0000-7000-8000-000000044005', 'cascade.planDays', '90', 'day', null, '[2011-01-19,)', 'Giá trị mẫu, cần thay bằng quy định đang áp dụng', null, 'unconfirmed');
