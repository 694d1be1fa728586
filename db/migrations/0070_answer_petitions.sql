-- How long a body has for its first answer (11-QĐi/TW: ten working days from receipt; for what a lower committee or a cadre passes on no
-- paper sets a time, and the same is taken), and the other clocks, which each province sets by its own paper.
insert into rules (id, key, value, value_unit, scope_unit_id, valid, document, article, confidence, replaced_by) values
  ('00000000-0000-7000-8000-000000070001', 'petition.firstAnswerWorkingDays', '10', 'workingDay', null, '[2019-02-18,)', 'Quy định 11-QĐi/TW ngày 18/02/2019', null, 'replaced', 'Kết luận 215-KL/TW ngày 23/11/2025'),
  ('00000000-0000-7000-8000-000000070002', 'petition.firstAnswerWorkingDays', '10', 'workingDay', null, '[2011-01-19,2019-02-18)', 'Giá trị mẫu, cần thay bằng quy định đang áp dụng', null, 'unconfirmed', null),
  ('00000000-0000-7000-8000-000000070003', 'petition.secondAnswerWorkingDays', '10', 'workingDay', null, '[2011-01-19,)', 'Giá trị mẫu, cần thay bằng quy định đang áp dụng', null, 'unconfirmed', null),
  ('00000000-0000-7000-8000-000000070004', 'petition.veryLateWorkingDays', '10', 'workingDay', null, '[2011-01-19,)', 'Giá trị mẫu, cần thay bằng quy định đang áp dụng', null, 'unconfirmed', null),
  ('00000000-0000-7000-8000-000000070005', 'petition.confirmWorkingDays', '20', 'workingDay', null, '[2011-01-19,)', 'Giá trị mẫu, cần thay bằng quy định đang áp dụng', null, 'unconfirmed', null),
  ('00000000-0000-7000-8000-000000070006', 'petition.keepNameMonths', '12', 'month', null, '[2011-01-19,)', 'Giá trị mẫu, cần thay bằng quy định đang áp dụng', null, 'unconfirmed', null);

insert into rule_limits (key, lowest, stricter) values
  ('petition.firstAnswerWorkingDays', 'any', 'less'),
  ('petition.secondAnswerWorkingDays', 'any', 'less'),
  ('petition.veryLateWorkingDays', 'any', null),
  ('petition.confirmWorkingDays', 'any', null),
  ('petition.keepNameMonths', 'country', null);

-- Topics as they were raised at Sóc Trăng (rulebook R10.6), and those that offices receive everywhere.
insert into petition_topics (id, code, parent, scope_unit_id, vi, en, place, valid)
select ('00000000-0000-7000-8000-0000000701' || lpad(to_hex(t.place), 2, '0'))::uuid, t.code, t.parent, null, t.vi, t.en, t.place, '[2010-01-01,)' from (values
  (1, 'infrastructure', null, 'Hạ tầng', 'Infrastructure'),
  (2, 'ruralRoads', 'infrastructure', 'Giao thông nông thôn', 'Rural roads'),
  (3, 'streetLighting', 'infrastructure', 'Điện chiếu sáng công cộng', 'Street lighting'),
  (4, 'fieldIrrigation', 'infrastructure', 'Thủy lợi nội đồng kết hợp giao thông nông thôn', 'In-field irrigation joined with rural roads'),
  (5, 'powerAndWater', 'infrastructure', 'Điện sinh hoạt, nước sạch', 'Power and clean water'),
  (6, 'publicBuildings', 'infrastructure', 'Trụ sở, nhà văn hóa, phòng học, điểm trường', 'Offices, cultural houses, classrooms and school sites'),
  (7, 'economy', null, 'Kinh tế, việc làm', 'Economy and work'),
  (8, 'vocationalTraining', 'economy', 'Đào tạo nghề, hỗ trợ sau đào tạo', 'Vocational training and support for it'),
  (9, 'ruralEnterprise', 'economy', 'Thu hút doanh nghiệp đầu tư vào nông thôn', 'Enterprises to invest in rural areas'),
  (10, 'ocop', 'economy', 'Sản phẩm OCOP', 'OCOP products'),
  (11, 'ruralRestructuring', 'economy', 'Cơ cấu lại kinh tế nông thôn', 'Restructuring of the rural economy'),
  (12, 'highTechProduction', 'economy', 'Sản xuất công nghệ cao, theo chuỗi giá trị', 'High-tech and value-chain production'),
  (13, 'culture', null, 'Văn hóa, du lịch', 'Culture and tourism'),
  (14, 'relics', 'culture', 'Bảo tồn di tích', 'Conservation of relics'),
  (15, 'culturalLife', 'culture', 'Đời sống văn hóa', 'Cultural life'),
  (16, 'communityTourism', 'culture', 'Du lịch cộng đồng', 'Community tourism'),
  (17, 'society', null, 'Xã hội', 'Society'),
  (18, 'education', 'society', 'Giáo dục', 'Education'),
  (19, 'health', 'society', 'Y tế, bảo hiểm', 'Health and insurance'),
  (20, 'welfare', 'society', 'Giảm nghèo, chính sách xã hội, người có công', 'Poverty, welfare, people with merit'),
  (21, 'landEnvironment', null, 'Đất đai, môi trường', 'Land and environment'),
  (22, 'land', 'landEnvironment', 'Đất đai, xây dựng', 'Land and building'),
  (23, 'environment', 'landEnvironment', 'Môi trường, rác thải', 'Environment and waste'),
  (24, 'order', null, 'An ninh, trật tự', 'Security and order'),
  (25, 'publicOrder', 'order', 'An ninh, trật tự ở cơ sở', 'Order at the place'),
  (26, 'trafficSafety', 'order', 'An toàn giao thông', 'Traffic safety'),
  (27, 'party', null, 'Xây dựng Đảng, hệ thống chính trị', 'The Party and the political system'),
  (28, 'partyWork', 'party', 'Công tác xây dựng Đảng', 'Party work'),
  (29, 'localCadres', 'party', 'Cán bộ, chế độ của người hoạt động ở thôn, tổ dân phố', 'Cadres, and what those of villages receive'),
  (30, 'administration', 'party', 'Thủ tục hành chính, sắp xếp đơn vị', 'Administrative procedures, reorganisation'),
  (31, 'other', null, 'Nội dung khác', 'Other')
) t (place, code, parent, vi, en);

-- In general governments decide, nearest first; on the Party's own work committees do. A province names its departments itself.
insert into petition_competences (id, topic, level, scope_unit_id, body_kind, body_id, outside, document, valid)
select ('00000000-0000-7000-8000-0000000702' || lpad(to_hex(row_number() over ()), 2, '0'))::uuid, c.topic, c.level, null, c.body_kind, null, null, 'Giá trị mẫu, cần thay bằng quy định đang áp dụng', '[2010-01-01,)' from (values
  (null, 'commune', 'peoples_committee'), (null, 'district', 'peoples_committee'), (null, 'province', 'peoples_committee'),
  ('party', 'commune', 'commune_party'), ('party', 'district', 'district_party'), ('party', 'province', 'provincial_party'), ('party', 'central', 'central')
) c (topic, level, body_kind);

insert into petition_templates (id, scope_unit_id, outcome, name, text) values
  ('00000000-0000-7000-8000-000000070301', null, 'settled', 'Đã giải quyết xong', 'Nội dung kiến nghị đã được giải quyết xong ngày …, kết quả: …. Đề nghị đơn vị kiểm tra, xác nhận.'),
  ('00000000-0000-7000-8000-000000070302', null, 'planned', 'Đưa vào kế hoạch', 'Nội dung kiến nghị đã được đưa vào kế hoạch …, thực hiện xong trước ngày …. Nguồn kinh phí: …. Đơn vị theo dõi: ….'),
  ('00000000-0000-7000-8000-000000070303', null, 'impossible', 'Chưa đủ điều kiện', 'Nội dung kiến nghị chưa giải quyết được vì …, căn cứ …. Đề nghị đơn vị thông tin lại để Nhân dân được biết.');
