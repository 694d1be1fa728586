-- Rules that came with documents passed down and with ratings: any Party organisation sets its own days; who is rated a province says.
insert into rule_limits (key, lowest, stricter) values
  ('cascade.receivedDays', 'any', null),
  ('cascade.studiedDays', 'any', null),
  ('cascade.answeredDays', 'any', null),
  ('cascade.programmeDays', 'any', null),
  ('cascade.planDays', 'any', null),
  ('rating.leastMonthsAdmitted', 'province', null);
