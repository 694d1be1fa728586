-- A task comes from whatever obliges somebody: no longer from meetings alone. Which things those are, the module of tasks says.
alter table tasks drop constraint tasks_origin_known;
