-- Days by which documents passed down are carried out: any Party organisation may set its own.
insert into rule_limits (key, lowest, stricter) values
  ('cascade.receivedDays', 'any', null),
  ('cascade.studiedDays', 'any', null),
  ('cascade.answeredDays', 'any', null),
  ('cascade.programmeDays', 'any', null),
  ('cascade.planDays', 'any', null);
