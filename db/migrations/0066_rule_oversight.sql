-- What a regulation of oversight begins with where its organisation sets nothing else. No document of the country sets such numbers.
insert into rules (id, key, value, value_unit, scope_unit_id, valid, document, article, confidence) values
  ('00000000-0000-7000-8000-000000000480', 'oversight.mostUnits', '3', 'unit', null, '[2011-01-19,)', 'Giá trị mẫu, cần thay bằng quy định đang áp dụng', null, 'unconfirmed'),
  ('00000000-0000-7000-8000-000000000481', 'oversight.visitsPerQuarter', '1', 'times', null, '[2011-01-19,)', 'Giá trị mẫu, cần thay bằng quy định đang áp dụng', null, 'unconfirmed'),
  ('00000000-0000-7000-8000-000000000482', 'oversight.cellMeetingsPerYear', '2', 'times', null, '[2011-01-19,)', 'Quy định 776-QĐ/TU ngày 16/01/2023 của Tỉnh ủy Kon Tum; cần thay bằng quy định của tỉnh', null, 'secondary'),
  ('00000000-0000-7000-8000-000000000483', 'oversight.committeeMeetingsPerYear', '2', 'times', null, '[2011-01-19,)', 'Giá trị mẫu, cần thay bằng quy định đang áp dụng', null, 'unconfirmed'),
  ('00000000-0000-7000-8000-000000000484', 'oversight.reportMonths', '3', 'month', null, '[2011-01-19,)', 'Giá trị mẫu, cần thay bằng quy định đang áp dụng', null, 'unconfirmed');

insert into rule_limits (key, lowest, stricter) values
  ('oversight.mostUnits', 'any', null),
  ('oversight.visitsPerQuarter', 'any', null),
  ('oversight.cellMeetingsPerYear', 'any', null),
  ('oversight.committeeMeetingsPerYear', 'any', null),
  ('oversight.reportMonths', 'any', null);
