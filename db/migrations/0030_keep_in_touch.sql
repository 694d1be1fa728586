-- Members working away are kept in touch with: when they were last spoken to, when they are to be called next, what they do for
-- the cell from there. A temporary place is confirmed by the cell that receives the member.
alter table away_spells add column contacted_on date;
alter table away_spells add column contact_due_on date;
alter table away_spells add column assigned_work text;
alter table placements add column confirmed_on date;
alter table placements add constraint placements_confirmed_if_temporary check (confirmed_on is null or kind = 'temporary');
