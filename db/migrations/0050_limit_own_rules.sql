-- A value that was read in a document since replaced names the one in force, with which it is still to be compared.
alter table rules add column replaced_by text;
update rules set replaced_by = 'Quy định 294-QĐ/TW ngày 26/5/2025' where confidence = 'replaced' and scope_unit_id is null;

-- Who may set a value of their own: nobody below the country, provinces, or any Party organisation with others below it. Where a
-- value may only be stricter than that of the level above, in which direction that is.
create table rule_limits (
  key text not null,
  lowest text not null,
  stricter text,
  constraint rule_limits_pkey primary key (key),
  constraint rule_limits_lowest_known check (lowest in ('country', 'province', 'any')),
  constraint rule_limits_stricter_known check (stricter in ('more', 'less'))
);
grant select on rule_limits to satcoso_app;

insert into rule_limits (key, lowest, stricter) values
  ('cell.minFullMembers', 'country', null),
  ('grassrootsBody.minMembers', 'country', null),
  ('cellCommittee.minFullMembers', 'country', null),
  ('cellCommittee.maxSize', 'country', null),
  ('cell.termMonths', 'country', null),
  ('cell.congressShiftMonths', 'country', null),
  ('residentialGroup.minHouseholds', 'province', 'more'),
  ('residentialGroup.maxHouseholds', 'province', null),
  ('meeting.regular.perMonth', 'any', 'more'),
  ('meeting.regular.dueDay', 'any', null),
  ('meeting.thematic.perQuarter', 'any', 'more'),
  ('meeting.minMinutes', 'any', 'more'),
  ('meeting.minMinutesWithTheme', 'any', 'more'),
  ('meeting.papersLeadDays', 'any', 'more'),
  ('meeting.attendanceShare', 'any', 'more'),
  ('meeting.quorumShare', 'country', null),
  ('meeting.expectsAway', 'any', null),
  ('meeting.minutesDays', 'any', null),
  ('meeting.score.good', 'any', null),
  ('meeting.score.fair', 'any', null),
  ('meeting.score.average', 'any', null),
  ('removal.monthsAbsentOrUnpaid', 'country', null),
  ('admission.leastAge', 'country', null),
  ('probation.months', 'country', null),
  ('admission.decisionWorkingDays', 'province', 'less'),
  ('recognition.decisionWorkingDays', 'province', 'less'),
  ('recognition.considerWorkingDays', 'province', 'less'),
  ('ceremony.workingDays', 'province', 'less'),
  ('transfer.decisionWorkingDays', 'province', 'less'),
  ('transfer.presentWorkingDays', 'country', null),
  ('temporaryTransfer.minMonths', 'country', null),
  ('temporaryTransfer.maxMonths', 'country', null),
  ('task.acceptWorkingDays', 'any', null),
  ('task.dueSoonWorkingDays', 'any', null),
  ('task.veryLateWorkingDays', 'any', null),
  ('task.confirmWorkingDays', 'any', null);
