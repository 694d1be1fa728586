-- Part of a task that was shared out is no origin: each part says of which whole it is, and keeps what the whole comes from. Who
-- gave the whole alone makes parts of it; what only named the whole as its origin was given by its own unit.
alter table tasks add column whole_id uuid;
update tasks p set whole_id = w.id, origin_kind = w.origin_kind, origin_id = w.origin_id
  from tasks w where p.origin_kind = 'task' and w.home_id = home_of(p.origin_id) and w.id = p.origin_id and w.asked_by = p.asked_by and w.unit_id = w.asked_by;
update tasks set origin_kind = 'unit', origin_id = asked_by where origin_kind = 'task';
create index tasks_by_whole on tasks (whole_id, state) where whole_id is not null;

-- The same picture proves two reports: it is kept once for each.
alter table task_files drop constraint task_files_once;
alter table task_files add constraint task_files_once unique (home_id, entry_id, hash);

-- When an act was said on a phone without signal: in that order acts count, whenever they arrive.
alter table task_entries add column said_at timestamptz;
update task_entries set said_at = recorded_at, act = case act when 'start' then 'progress' else act end;
alter table task_entries alter column said_at set not null;
