-- Kept of a member's file: the self-reviews of the last three years (12-HD/BTCTW of 18/1/2022).
insert into rules (id, key, value, value_unit, scope_unit_id, valid, document, article, confidence) values
  ('00000000-0000-7000-8000-000000000470', 'selfReview.keepMonths', '36', 'month', null, '[2022-01-18,)', 'Hướng dẫn 12-HD/BTCTW ngày 18/01/2022', null, 'read');

insert into rule_limits (key, lowest, stricter) values ('selfReview.keepMonths', 'country', null);
