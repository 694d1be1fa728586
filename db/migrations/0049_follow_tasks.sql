-- A task is followed from being given to being confirmed: who gave it, which post answers for it, how far it has come, and every
-- step of that with its evidence. Late and very late follow from the days and are never stored.
alter table tasks add column asked_by uuid;
alter table tasks add column owner_post_id uuid;
alter table tasks add column detail text;
alter table tasks add column stage text not null default 'assigned';
alter table tasks add column stage_on date;
alter table tasks add column progress smallint not null default 0;
alter table tasks add column weight smallint not null default 1;
alter table tasks add column steps jsonb not null default '[]';
alter table tasks add column partners uuid[] not null default '{}';
alter table tasks add column recurs text;
alter table tasks add column recurs_until date;
alter table tasks add column figure jsonb;
alter table tasks add constraint tasks_asked_by_fkey foreign key (asked_by) references units (id);
alter table tasks add constraint tasks_owner_post_fkey foreign key (owner_post_id) references posts (id);
alter table tasks add constraint tasks_stage_known check (stage in ('assigned', 'accepted', 'inWork', 'reported', 'returned'));
alter table tasks add constraint tasks_progress_share check (progress between 0 and 100);
alter table tasks add constraint tasks_weight_counts check (weight between 1 and 100);
alter table tasks add constraint tasks_recurs_known check (recurs in ('monthly', 'quarterly'));
-- Given by the unit itself unless somebody else did.
update tasks set asked_by = unit_id, stage_on = given_on;
alter table tasks alter column asked_by set not null;
alter table tasks alter column stage_on set not null;
create index tasks_by_asker on tasks (asked_by, state, due_on, id);
create index tasks_by_owner_post on tasks (owner_post_id, state) where owner_post_id is not null;
create index tasks_by_partner on tasks using gin (partners);
create index tasks_recurring on tasks (due_on) where recurs is not null;

-- What was done about a task, act by act; what was reported of it, with its evidence.
create table task_entries (
  home_id smallint not null,
  id uuid not null,
  task_id uuid not null,
  act text not null,
  done_on date not null,
  progress smallint,
  note text,
  figure jsonb,
  by_name text,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint task_entries_pkey primary key (home_id, id),
  constraint task_entries_task_fkey foreign key (home_id, task_id) references tasks (home_id, id)
);
create index task_entries_by_task on task_entries (task_id, recorded_at, id);

-- A file is evidence of one entry; the same bytes are kept once for a task.
create table task_files (
  home_id smallint not null,
  id uuid not null,
  task_id uuid not null,
  entry_id uuid not null,
  hash bytea not null,
  name text not null,
  media_type text not null,
  size integer not null,
  content bytea not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  constraint task_files_pkey primary key (home_id, id),
  constraint task_files_entry_fkey foreign key (home_id, entry_id) references task_entries (home_id, id),
  constraint task_files_once unique (home_id, task_id, hash)
);

grant select, insert, update, delete on task_entries, task_files to satcoso_app;

insert into rules (id, key, value, value_unit, scope_unit_id, valid, document, article, confidence) values
  ('00000000-0000-7000-8000-000000000241', 'task.acceptWorkingDays', '3', 'workingDay', null, '[2011-01-19,)', 'Giá trị mẫu, cần thay bằng quy chế làm việc của cơ quan', null, 'unconfirmed'),
  ('00000000-0000-7000-8000-000000000242', 'task.dueSoonWorkingDays', '3', 'workingDay', null, '[2011-01-19,)', 'Giá trị mẫu, cần thay bằng quy chế làm việc của cơ quan', null, 'unconfirmed'),
  ('00000000-0000-7000-8000-000000000243', 'task.veryLateWorkingDays', '10', 'workingDay', null, '[2011-01-19,)', 'Giá trị mẫu, cần thay bằng quy chế làm việc của cơ quan', null, 'unconfirmed'),
  ('00000000-0000-7000-8000-000000000244', 'task.confirmWorkingDays', '3', 'workingDay', null, '[2011-01-19,)', 'Giá trị mẫu, cần thay bằng quy chế làm việc của cơ quan', null, 'unconfirmed');
