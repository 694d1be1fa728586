-- Nobody is admitted below the age of the Charter. Acts on posts are shown with the unit and with the person whom they concern.
insert into rules (id, key, value, value_unit, scope_unit_id, valid, document, confidence) values
  ('00000000-0000-7000-8000-000000000102', 'admission.leastAge', '18', 'year', null, '[2011-01-19,)', 'Điều lệ Đảng, Điều 1', 'secondary');

create index post_acts_by_unit on post_acts (unit_id, recorded_at desc);
create index post_acts_by_person on post_acts (person_id, recorded_at desc) where person_id is not null;
