-- How long after an assignment has ended what belongs to it is still written down. No document of the country sets such numbers.
insert into rules (id, key, value, value_unit, scope_unit_id, valid, document, article, confidence) values
  ('00000000-0000-7000-8000-000000000760', 'visit.afterEndDays', '30', 'day', null, '[2011-01-19,)', 'Giá trị mẫu, cần thay bằng quy chế phân công theo dõi của cấp ủy', null, 'unconfirmed'),
  ('00000000-0000-7000-8000-000000000761', 'oversight.handOverDays', '30', 'day', null, '[2011-01-19,)', 'Giá trị mẫu, cần thay bằng quy chế phân công theo dõi của cấp ủy', null, 'unconfirmed');

insert into rule_limits (key, lowest, stricter) values ('visit.afterEndDays', 'any', null), ('oversight.handOverDays', 'any', null);
