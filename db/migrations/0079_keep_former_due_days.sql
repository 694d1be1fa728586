-- A task whose day is moved was late on the days before all the same: each former day with the last day on which it held.
alter table tasks add column former_dues jsonb not null default '[]';
