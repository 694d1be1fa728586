/** What is said in the meetings of the sample's last months. Made up, as the people are; the documents named are real. */

export const studied = 'Nghị quyết 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị';

export const themes = [
  'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh về nêu gương',
  'Phát triển đảng viên trong thanh niên ở thôn, tổ dân phố',
  'Quản lý, giúp đỡ đảng viên đi làm ăn xa',
  'Chi bộ lãnh đạo xây dựng đời sống văn hóa ở khu dân cư',
] as const;

/** By month: what was said, and what was concluded. */
export const months = [
  { opinion: 'Đường trục thôn xuống cấp, cần sửa trước mùa mưa.', conclusion: 'Vận động các hộ dọc trục đường góp ngày công sửa đường thôn' },
  { opinion: 'Một số hộ chưa phân loại rác tại nhà.', conclusion: 'Phối hợp Hội Phụ nữ hướng dẫn phân loại rác tại nhà' },
  { opinion: 'Đề nghị gặp gia đình các cháu học xong trung học phổ thông để tìm nguồn kết nạp.', conclusion: 'Gặp gỡ, giới thiệu một đoàn viên học lớp cảm tình Đảng' },
  { opinion: 'Đề nghị công khai thu chi quỹ của thôn vào cuối quý.', conclusion: 'Công khai thu chi quỹ của thôn tại nhà văn hóa' },
  { opinion: 'Có hộ mới thoát nghèo cần vay vốn chăn nuôi.', conclusion: 'Rà soát hộ cận nghèo có nhu cầu vay vốn, báo cáo Đảng ủy' },
  { opinion: 'Cần nhắc các hộ kinh doanh không lấn chiếm vỉa hè.', conclusion: 'Tuyên truyền, nhắc nhở các hộ kinh doanh không lấn chiếm lòng đường, vỉa hè' },
] as const;

/** Given besides in the last meeting, to the member who can sign in. */
export const lastTask = 'Liên hệ với đảng viên đi làm ăn xa, báo cáo chi bộ trong buổi tới';
/** Given by the commune's committee to its cells. */
export const givenTasks = [
  'Lập danh sách quần chúng ưu tú để bồi dưỡng, tạo nguồn kết nạp',
  'Rà soát đảng viên đi làm ăn xa, xác nhận cách giữ liên hệ',
  'Kiểm tra việc công khai thu, chi quỹ của thôn',
  'Góp ý dự thảo quy chế làm việc của Ban Chấp hành',
  'Nắm tình hình dư luận về tuyến đường đang mở rộng, báo cáo Thường trực',
] as const;
export const sharedTask = 'Đăng ký việc làm theo gương Bác của chi bộ năm tới';
export const toldProgress = 'Chi bộ đã phân công và đang thực hiện';

export const voted = 'Thông qua nghị quyết của chi bộ tháng này';

export const committeeConclusion = 'Các chi bộ sinh hoạt chuyên đề xong trước ngày 25 tháng cuối quý';
export const villageHall = 'Nhà văn hóa thôn';
export const committeeHall = 'Hội trường Đảng ủy xã';
export const awayPlace = 'Tỉnh Bắc Ninh';
export const awayWork = 'Góp ý bằng văn bản vào dự thảo nghị quyết của chi bộ';
export const paperName = 'Biên bản kỳ trước';
