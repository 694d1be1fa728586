// What is heard, advised and promised on the visits of the sample: over the topics that case D names. No names, no places that are real.

/** So many days after its deadline a promise is kept at the latest, where it is kept late. */
export const keptLate = 25;

export const heardOf: readonly (readonly [topic: string, heard: string])[] = [
  ['roads', 'Đường liên ấp xuống cấp, mùa mưa học sinh đi lại khó'], ['roads', 'Nhiều đoạn đường nông thôn chưa có đèn chiếu sáng'], ['water', 'Kênh nội đồng bồi lắng, cuối vụ thiếu nước'], ['water', 'Cần làm thủy lợi nội đồng kết hợp đường giao thông'],
  ['training', 'Lao động trẻ muốn học nghề gần nhà'], ['training', 'Học nghề xong chưa có vốn để làm'], ['livelihood', 'Cần doanh nghiệp về đầu tư, bao tiêu nông sản'], ['livelihood', 'Sản phẩm OCOP của xã khó tìm nơi tiêu thụ'],
  ['livelihood', 'Muốn chuyển sang sản xuất theo chuỗi, ứng dụng công nghệ cao'], ['culture', 'Nhà văn hóa ấp chật, thiếu bàn ghế'], ['culture', 'Điểm trường lẻ xuống cấp, mong có quỹ đất xây phòng học'], ['culture', 'Di tích của xã cần trùng tu, gắn với du lịch cộng đồng'],
  ['policy', 'Cán bộ ấp mong được hướng dẫn kỹ hơn khi triển khai nghị quyết'], ['party', 'Chi bộ ấp khó tạo nguồn phát triển đảng viên'], ['party', 'Sinh hoạt chuyên đề còn lúng túng về nội dung'], ['environment', 'Rác thải dọc tuyến kênh chưa được thu gom thường xuyên'],
  ['order', 'Thanh thiếu niên tụ tập ban đêm, nhắc nhở nhiều lần'], ['services', 'Thủ tục hỗ trợ vay vốn còn phải đi lại nhiều'],
];

export const advices: readonly string[] = [
  'Chọn một chuyên đề sát việc của ấp, phân công đảng viên chuẩn bị trước', 'Rà soát, lập danh sách tuyến đường cần sửa theo thứ tự ưu tiên', 'Phân công đảng viên phụ trách nhóm hộ', 'Đưa kiến nghị của dân vào nghị quyết tháng, có người chịu trách nhiệm', 'Giới thiệu quần chúng ưu tú từ đoàn thể để bồi dưỡng kết nạp',
];

export const promises: readonly string[] = [
  'Làm việc với ngành điện về đèn đường', 'Hỏi kế hoạch vốn sửa đường liên ấp', 'Mời cán bộ khuyến nông về tập huấn', 'Đề nghị trường nghề mở lớp tại xã', 'Gửi tài liệu mẫu sinh hoạt chuyên đề cho chi bộ', 'Báo cáo cấp ủy về trụ sở ấp',
];

export const spots: readonly string[] = ['Nhà văn hóa ấp', 'Hội trường xã', 'Tuyến kênh chính', 'Tổ hợp tác', 'Điểm trường lẻ', 'Hộ làm kinh tế giỏi'];
