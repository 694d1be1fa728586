-- From which share on an interim review tells that something goes well. No document sets it: each province sets its own.
insert into rules (id, key, value, value_unit, scope_unit_id, valid, document, article, confidence) values
  ('00000000-0000-7000-8000-000000000720', 'interimReview.dutiesShare', '0.8', 'share', null, '[2011-01-19,)', 'Giá trị mẫu, cần thay bằng quy định của cấp ủy', null, 'unconfirmed'),
  ('00000000-0000-7000-8000-000000000721', 'interimReview.reportsShare', '0.9', 'share', null, '[2011-01-19,)', 'Giá trị mẫu, cần thay bằng quy định của cấp ủy', null, 'unconfirmed'),
  ('00000000-0000-7000-8000-000000000722', 'interimReview.promisesShare', '0.8', 'share', null, '[2011-01-19,)', 'Giá trị mẫu, cần thay bằng quy định của cấp ủy', null, 'unconfirmed'),
  ('00000000-0000-7000-8000-000000000723', 'interimReview.petitionsShare', '0.5', 'share', null, '[2011-01-19,)', 'Giá trị mẫu, cần thay bằng quy định của cấp ủy', null, 'unconfirmed');

insert into rule_limits (key, lowest, stricter) values
  ('interimReview.dutiesShare', 'any', null),
  ('interimReview.reportsShare', 'any', null),
  ('interimReview.promisesShare', 'any', null),
  ('interimReview.petitionsShare', 'any', null);
