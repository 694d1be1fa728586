/**
 * The sheets about meetings that were held. Of attendance only the exceptions are written: whoever was expected and is not
 * named was present. Who was expected follows from the members of the day, by the rule by which a meeting is opened on screen.
 */
import { guestRoleNames, kindNames, meetingKinds, modeNames, reasonNames } from '../../meetings/meeting.kinds.ts';
import type { MeetingKind } from '../../meetings/meeting.kinds.ts';
import type { AllowedValue, ColumnSpec, SheetSpec } from './format.ts';

const kindValues: readonly (AllowedValue & { readonly code: MeetingKind })[] = meetingKinds.map((code) => ({ code, ...kindNames[code] }));

const personMeaning = { vi: 'Mã của người ở bảng Con người, hoặc `id:` và số định danh.', en: 'Ref of the person in the sheet People, or `id:` and their id.' };

export const meetingsSheet = {
  name: 'meetings',
  title: { vi: 'Buổi sinh hoạt', en: 'Meetings' },
  purpose: {
    vi: 'Mỗi dòng là một buổi sinh hoạt, cuộc họp đã tổ chức. Danh sách người phải dự do hệ thống lập theo đảng viên (hoặc người giữ chức danh cấp ủy) của đơn vị vào ngày họp, kể cả những người nhập cùng lần này, và lập lại mỗi lần nhập. Học tập nghị quyết là buổi loại “Học tập, quán triệt”, văn bản học tập ghi ở cột Chuyên đề, nội dung chính; buổi học tiếp, học bổ sung ghi mã của buổi đầu ở cột Tiếp theo buổi và chỉ có những người chưa dự buổi nào trước đó trong danh sách. Thời gian đảng viên vắng vì đi làm ăn xa ghi ở bảng Sinh hoạt đảng, nội dung “Đi làm ăn xa”. Buổi nhập từ bảng được đánh dấu là ghi sau ngày họp; có ngày thông qua biên bản thì biên bản được soạn từ những gì đã nhập.',
    en: 'One row is one meeting that was held. Who was expected is worked out from the members (or the holders of committee posts) of the unit on the day, those of the same import among them, and worked out anew with every import. Study of a resolution is a meeting of kind “Study session” with the document as its topic; a further or make-up session names the first sitting in Series, and only those who came to none before it are on its roll. Times when members work away stand in the sheet Memberships, record “Working away”. Imported meetings are marked as entered on a later day; where the minutes were adopted, they are drafted from what was imported.',
  },
  aliases: ['Các buổi sinh hoạt', 'Cuộc họp', 'Sinh hoạt chi bộ'],
  columns: [
    { name: 'ref', type: 'ref', required: true, title: { vi: 'Mã', en: 'Ref' }, example: 'cb-thuong-2026-03', meaning: { vi: 'Mã tự đặt cho buổi họp; mỗi mã một dòng. Nhập lại cùng mã là cập nhật.', en: 'A name of your own choice for the meeting; one row for each ref. Importing it again updates the meeting.' }, aliases: ['Mã buổi', 'Mã cuộc họp', 'Mã tham chiếu'] },
    { name: 'unit', type: 'sheetRef', sheet: 'units', required: true, title: { vi: 'Đơn vị', en: 'Unit' }, example: 'dong-thinh-cb-thuong', meaning: { vi: 'Mã tổ chức đảng tổ chức buổi họp, hoặc tên đầy đủ của đơn vị đã có trên hệ thống.', en: 'Ref of the Party organisation that met, or the full name of one that is in the system.' }, aliases: ['Mã đơn vị', 'Chi bộ', 'Tổ chức đảng'] },
    { name: 'kind', type: 'oneOf', required: true, values: kindValues, title: { vi: 'Loại', en: 'Kind' }, example: 'regular', meaning: { vi: 'Buổi họp là gì.', en: 'What the meeting was.' }, aliases: ['Loại sinh hoạt', 'Loại cuộc họp', 'Hình thức họp'] },
    { name: 'extended', type: 'bool', title: { vi: 'Mở rộng', en: 'Extended' }, example: 'không', meaning: { vi: 'Có nếu mời người ngoài chi bộ cùng dự; chỉ với sinh hoạt thường kỳ và chuyên đề. Để trống là không.', en: 'Yes if people from outside the cell were invited; regular and thematic meetings only. Empty means no.' }, aliases: ['Sinh hoạt mở rộng'] },
    { name: 'on', type: 'day', required: true, title: { vi: 'Ngày họp', en: 'On' }, example: '03/03/2026', meaning: { vi: 'Ngày họp, không sau hôm nay.', en: 'The day of the meeting, today at the latest.' }, aliases: ['Ngày', 'Ngày sinh hoạt'] },
    { name: 'starts', type: 'time', title: { vi: 'Giờ bắt đầu', en: 'Starts' }, example: '19:30', meaning: { vi: 'Giờ bắt đầu họp.', en: 'When it began.' }, aliases: ['Giờ họp', 'Khai mạc'] },
    { name: 'ends', type: 'time', title: { vi: 'Giờ kết thúc', en: 'Ends' }, example: '21:10', meaning: { vi: 'Giờ kết thúc họp, cùng ngày; thời gian họp tính từ hai giờ này.', en: 'When it ended, the same day; its length follows from the two.' }, aliases: ['Bế mạc'] },
    { name: 'place', type: 'text', title: { vi: 'Địa điểm', en: 'Place' }, example: 'Nhà văn hóa thôn Thượng', meaning: { vi: 'Nơi họp.', en: 'Where it was held.' }, aliases: ['Nơi họp'] },
    {
      name: 'mode', type: 'oneOf', title: { vi: 'Hình thức', en: 'Mode' }, example: 'in_person', meaning: { vi: 'Họp trực tiếp, trực tuyến hay cả hai; để trống là trực tiếp.', en: 'In person, online or both; empty means in person.' },
      values: [
        { code: 'in_person', ...modeNames.in_person },
        { code: 'online', ...modeNames.online },
        { code: 'mixed', ...modeNames.mixed, aliases: ['Kết hợp', 'Mixed'] },
      ],
    },
    { name: 'topic', type: 'text', title: { vi: 'Chuyên đề, nội dung chính', en: 'Topic' }, example: 'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh', meaning: { vi: 'Tên chuyên đề (bắt buộc với sinh hoạt chuyên đề); với buổi học tập là văn bản được học.', en: 'The topic (required for thematic meetings); of a study session the document that was studied.' }, aliases: ['Chuyên đề', 'Nội dung chính', 'Văn bản học tập'] },
    { name: 'series', type: 'sheetRef', sheet: 'meetings', title: { vi: 'Tiếp theo buổi', en: 'Series' }, example: 'cb-thuong-2026-02', meaning: { vi: 'Mã buổi đầu tiên của cùng chuyên đề hoặc văn bản, nếu đây là buổi tiếp theo hay buổi học bổ sung.', en: 'Ref of the first sitting on the same topic or document, where this is a further or a make-up sitting.' }, aliases: ['Buổi đầu', 'Thuộc đợt'] },
    { name: 'minutes_adopted_on', type: 'day', title: { vi: 'Ngày thông qua biên bản', en: 'Minutes adopted on' }, example: '03/03/2026', meaning: { vi: 'Để trống nếu biên bản chưa được thông qua.', en: 'Empty where the minutes were not adopted.' }, aliases: ['Thông qua biên bản', 'Ngày thông qua'] },
    { name: 'score', type: 'decimal', min: 0, max: 100, title: { vi: 'Điểm', en: 'Score' }, example: '92', meaning: { vi: 'Tổng điểm tự chấm của buổi sinh hoạt, từ 0 đến 100; xếp loại theo quy định áp dụng vào ngày họp.', en: 'What the meeting gave itself in all, 0 to 100; its level follows from the rule in force on the day.' }, aliases: ['Điểm chất lượng', 'Điểm tự chấm', 'Tổng điểm'] },
  ],
} as const satisfies SheetSpec;

export const attendanceSheet = {
  name: 'attendance',
  title: { vi: 'Điểm danh', en: 'Attendance' },
  purpose: {
    vi: 'Chỉ ghi trường hợp khác thường: người phải dự mà vắng hoặc dự trực tuyến, và người không thuộc diện phải dự (được miễn, đi xa, sinh hoạt nơi khác) mà có mặt. Ai phải dự mà không có tên ở đây là có mặt.',
    en: 'Exceptions only: who was expected and stayed away or took part online, and who was not expected (exempt, away, elsewhere for a time) and came. Whoever was expected and is not named was present.',
  },
  aliases: ['Vắng mặt', 'Dự họp'],
  columns: [
    ofMeeting(),
    { name: 'person', type: 'sheetRef', sheet: 'people', byName: true, required: true, title: { vi: 'Người', en: 'Person' }, example: 'Nguyễn Văn An', meaning: { vi: 'Họ và tên của người có trong danh sách buổi họp; hai người trùng tên thì ghi thêm năm sinh, ví dụ Nguyễn Văn An 1975. Cũng có thể ghi mã của người ở bảng Con người, hoặc `id:` và số định danh.', en: 'Full name of somebody on the roll of the meeting, with the year of birth where two bear it, for instance Nguyễn Văn An 1975. Also a ref of the person in the sheet People, or `id:` and their id.' }, aliases: ['Mã người', 'Đảng viên', 'Mã đảng viên'] },
    {
      name: 'mark', type: 'oneOf', required: true, title: { vi: 'Điểm danh', en: 'Mark' }, example: 'excused', meaning: { vi: 'Có mặt, dự trực tuyến, vắng có lý do hay vắng không lý do.', en: 'Present, online, absent with leave or without.' }, aliases: ['Tình trạng', 'Kết quả'],
      values: [
        { code: 'present', vi: 'Có mặt', en: 'Present', aliases: ['Dự'] },
        { code: 'online', vi: 'Dự trực tuyến', en: 'Online', aliases: ['Trực tuyến'] },
        { code: 'excused', vi: 'Vắng có lý do', en: 'Absent with leave', aliases: ['Vắng có phép', 'Có phép', 'Excused'] },
        { code: 'absent', vi: 'Vắng không lý do', en: 'Absent without leave', aliases: ['Vắng không phép', 'Không phép', 'Absent'] },
      ],
    },
    {
      name: 'reason', type: 'oneOf', title: { vi: 'Lý do', en: 'Reason' }, example: 'duty', meaning: { vi: 'Bắt buộc khi vắng có lý do. Không ghi chi tiết về sức khỏe, gia đình.', en: 'Required for absence with leave. Nothing finer about health or family.' }, aliases: ['Lý do vắng'],
      values: [
        { code: 'duty', ...reasonNames.duty, aliases: ['Duty'] },
        { code: 'study', ...reasonNames.study, aliases: ['Đi học', 'Study'] },
        { code: 'away', ...reasonNames.away, aliases: ['Đi xa', 'Đi làm xa'] },
        { code: 'personal', ...reasonNames.personal },
        { code: 'other', ...reasonNames.other, aliases: ['Khác'] },
      ],
    },
  ],
} as const satisfies SheetSpec;

export const guestsSheet = {
  name: 'guests',
  title: { vi: 'Khách mời', en: 'Guests' },
  purpose: {
    vi: 'Người được mời dự mà không thuộc danh sách: trưởng thôn, tổ trưởng chưa là đảng viên, trưởng đoàn thể, cấp ủy viên theo dõi chi bộ.',
    en: 'Who was invited and is not on the roll: heads who are no members, heads of mass organisations, the committee member assigned to the cell.',
  },
  aliases: ['Đại biểu', 'Khách'],
  columns: [
    ofMeeting(),
    { name: 'name', type: 'text', required: true, title: { vi: 'Họ và tên', en: 'Name' }, example: 'Trần Văn Bình', meaning: { vi: 'Họ và tên khách.', en: 'The guest’s name.' }, aliases: ['Họ tên', 'Tên khách'] },
    {
      name: 'role', type: 'oneOf', required: true, title: { vi: 'Với tư cách', en: 'Role' }, example: 'head', meaning: { vi: 'Khách dự với tư cách gì.', en: 'As what the guest came.' }, aliases: ['Tư cách', 'Vai trò'],
      values: [
        { code: 'head', ...guestRoleNames.head, aliases: ['Trưởng thôn', 'Tổ trưởng', 'Trưởng ấp', 'Trưởng khóm', 'Trưởng khu vực', 'Head of a village or residential group'] },
        { code: 'mass_head', ...guestRoleNames.mass_head, aliases: ['Trưởng đoàn thể', 'Đoàn thể', 'Mặt trận, đoàn thể', 'Head of a mass organisation'] },
        { code: 'assigned', ...guestRoleNames.assigned, aliases: ['Cấp ủy viên phụ trách', 'Đảng ủy viên phụ trách', 'Committee member assigned to the cell'] },
        { code: 'superior', ...guestRoleNames.superior, aliases: ['Cấp trên'] },
        { code: 'other', ...guestRoleNames.other, aliases: ['Khách khác', 'Khác', 'Other guest', 'Other'] },
      ],
    },
    { name: 'person', type: 'sheetRef', sheet: 'people', title: { vi: 'Người', en: 'Person' }, example: 'tran-van-binh-1980', meaning: { vi: `Nếu khách đã có trên hệ thống: ${personMeaning.vi.charAt(0).toLowerCase()}${personMeaning.vi.slice(1)}`, en: `Where the guest is recorded: ${personMeaning.en.charAt(0).toLowerCase()}${personMeaning.en.slice(1)}` }, aliases: ['Mã người'] },
    { name: 'present', type: 'bool', title: { vi: 'Có mặt', en: 'Present' }, example: 'có', meaning: { vi: 'Khách có đến dự không; để trống là có.', en: 'Whether the guest came; empty means yes.' }, aliases: ['Đã dự'] },
  ],
} as const satisfies SheetSpec;

export const agendaSheet = {
  name: 'agenda',
  title: { vi: 'Chương trình', en: 'Agenda' },
  purpose: {
    vi: 'Các nội dung của buổi họp theo thứ tự. Buổi không có dòng nào ở đây thì không có chương trình.',
    en: 'The points of the meeting in their order. A meeting without rows here has no agenda.',
  },
  aliases: ['Nội dung chương trình', 'Chương trình họp'],
  columns: [
    ofMeeting(),
    { name: 'position', type: 'int', min: 1, required: true, title: { vi: 'Thứ tự', en: 'Position' }, example: '1', meaning: { vi: 'Thứ tự của nội dung trong buổi họp.', en: 'Where the point stands in the meeting.' }, aliases: ['STT', 'Số thứ tự'] },
    { name: 'title', type: 'text', required: true, title: { vi: 'Nội dung', en: 'Title' }, example: 'Đánh giá kết quả tháng trước', meaning: { vi: 'Nội dung của mục.', en: 'What the point was about.' }, aliases: ['Tên nội dung'] },
    { name: 'done', type: 'bool', title: { vi: 'Đã bàn', en: 'Done' }, example: 'có', meaning: { vi: 'Mục này có được bàn không; để trống là có.', en: 'Whether the point was gone through; empty means yes.' }, aliases: ['Đã thực hiện', 'Hoàn thành'] },
  ],
} as const satisfies SheetSpec;

function ofMeeting() {
  return {
    name: 'meeting', type: 'sheetRef', sheet: 'meetings', within: 'file', required: true, title: { vi: 'Buổi họp', en: 'Meeting' }, example: 'cb-thuong-2026-03',
    meaning: { vi: 'Mã của buổi ở bảng Buổi sinh hoạt trong cùng lần nhập.', en: 'Ref of the meeting in the sheet Meetings of the same import.' }, aliases: ['Mã buổi', 'Mã cuộc họp', 'Buổi sinh hoạt'],
  } as const satisfies ColumnSpec;
}
