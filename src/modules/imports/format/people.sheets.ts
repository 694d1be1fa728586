/** The sheets about people: each person once, and every spell of their membership. */
import { decisionColumn, fromColumn, toColumn } from './period.columns.ts';
import type { SheetSpec } from './format.ts';

export const peopleSheet = {
  name: 'people',
  title: { vi: 'Con người', en: 'People' },
  purpose: {
    vi: 'Mỗi người một dòng, dù giữ nhiều chức danh. Chỉ ghi những gì công việc cần; không ghi tôn giáo.',
    en: 'Each person once, whatever roles they hold. Only what the work needs; nobody’s religion.',
  },
  aliases: ['Người', 'Đảng viên', 'Danh sách đảng viên', 'Cán bộ'],
  columns: [
    { name: 'ref', type: 'ref', required: true, title: { vi: 'Mã', en: 'Ref' }, example: 'nguyen-van-an-1975', meaning: { vi: 'Mã do người lập bảng tự đặt cho người này; mỗi mã một dòng.', en: 'A name of your own choice for the person; one row for each ref.' }, aliases: ['Mã người', 'Mã đảng viên', 'Mã tham chiếu'] },
    { name: 'full_name', type: 'text', required: true, title: { vi: 'Họ và tên', en: 'Full name' }, example: 'Nguyễn Văn An', meaning: { vi: 'Họ, chữ đệm và tên theo đúng thứ tự của người Việt.', en: 'Family name, middle names, given name, in the Vietnamese order.' }, aliases: ['Họ tên', 'Họ, chữ đệm và tên', 'Họ tên khai sinh'] },
    {
      name: 'sex', type: 'oneOf', title: { vi: 'Giới tính', en: 'Sex' }, example: 'nam', meaning: { vi: 'Nam hoặc nữ.', en: 'Male or female.' }, aliases: ['Nam/nữ', 'Phái'],
      values: [
        { code: 'male', vi: 'Nam', en: 'Male', aliases: ['M'] },
        { code: 'female', vi: 'Nữ', en: 'Female', aliases: ['F'] },
      ],
    },
    { name: 'birth', type: 'partialDay', title: { vi: 'Ngày sinh', en: 'Birth' }, example: '09/03/1975', meaning: { vi: 'Ngày sinh; nếu chỉ biết tháng hoặc năm thì ghi 03/1975 hoặc 1975.', en: 'Day of birth; if only the month or the year is known, 03/1975 or 1975.' }, aliases: ['Năm sinh', 'Sinh ngày', 'Ngày tháng năm sinh', 'Ngày, tháng, năm sinh'] },
    { name: 'phone', type: 'text', form: 'phone', leadingZeros: true, title: { vi: 'Điện thoại', en: 'Phone' }, example: '0912 345 678', meaning: { vi: 'Số liên lạc; lưu mã hóa.', en: 'Contact number; kept encrypted.' }, aliases: ['Số điện thoại', 'SĐT', 'Di động', 'ĐT'] },
    { name: 'email', type: 'text', form: 'email', title: { vi: 'Thư điện tử', en: 'Email' }, example: 'an@example.vn', meaning: { vi: 'Địa chỉ thư điện tử; lưu mã hóa.', en: 'Email address; kept encrypted.' }, aliases: ['E-mail', 'Địa chỉ email'] },
    { name: 'citizen_no', type: 'text', form: 'citizenNo', leadingZeros: true, title: { vi: 'Số căn cước', en: 'Citizen number' }, example: '026075001234', meaning: { vi: 'Số định danh cá nhân 12 chữ số (hoặc số CMND 9 chữ số); lưu mã hóa. Định dạng ô là văn bản.', en: 'The 12-digit personal number (or the old 9-digit one); kept encrypted. Format the cell as text.' }, aliases: ['CCCD', 'Số CCCD', 'Căn cước công dân', 'Số định danh cá nhân', 'CMND', 'Số căn cước công dân'] },
    { name: 'membership_no', type: 'text', leadingZeros: true, title: { vi: 'Số thẻ đảng viên', en: 'Membership number' }, example: '26.012345', meaning: { vi: 'Số thẻ đảng viên; lưu mã hóa.', en: 'Number of the Party card; kept encrypted.' }, aliases: ['Số thẻ đảng', 'Thẻ đảng', 'Số TĐV'] },
    {
      name: 'education', type: 'oneOf', title: { vi: 'Học vấn phổ thông', en: 'General education' }, example: 'upper_secondary', meaning: { vi: 'Cấp học phổ thông cao nhất đã qua.', en: 'The highest level of general schooling.' }, aliases: ['Giáo dục phổ thông', 'Trình độ văn hóa', 'Văn hóa', 'Học vấn'],
      values: [
        { code: 'primary', vi: 'Tiểu học', en: 'Primary', aliases: ['Cấp 1', 'Cấp I'] },
        { code: 'lower_secondary', vi: 'Trung học cơ sở', en: 'Lower secondary', aliases: ['THCS', 'Cấp 2', 'Cấp II'] },
        { code: 'upper_secondary', vi: 'Trung học phổ thông', en: 'Upper secondary', aliases: ['THPT', 'Cấp 3', 'Cấp III', '12/12'] },
      ],
    },
    {
      name: 'qualification', type: 'oneOf', title: { vi: 'Trình độ chuyên môn', en: 'Qualification' }, example: 'bachelor', meaning: { vi: 'Bằng cấp chuyên môn cao nhất.', en: 'The highest professional degree.' }, aliases: ['Chuyên môn', 'Trình độ'],
      values: [
        { code: 'none', vi: 'Chưa qua đào tạo', en: 'None', aliases: ['Không'] },
        { code: 'vocational', vi: 'Sơ cấp, trung cấp', en: 'Vocational', aliases: ['Sơ cấp', 'Trung cấp'] },
        { code: 'college', vi: 'Cao đẳng', en: 'College' },
        { code: 'bachelor', vi: 'Đại học', en: 'Bachelor', aliases: ['Cử nhân', 'Kỹ sư'] },
        { code: 'master', vi: 'Thạc sĩ', en: 'Master', aliases: ['Thạc sỹ'] },
        { code: 'doctor', vi: 'Tiến sĩ', en: 'Doctor', aliases: ['Tiến sỹ'] },
      ],
    },
    {
      name: 'political_theory', type: 'oneOf', title: { vi: 'Lý luận chính trị', en: 'Political theory' }, example: 'intermediate', meaning: { vi: 'Trình độ lý luận chính trị.', en: 'Level of political theory.' }, aliases: ['Trình độ lý luận chính trị', 'LLCT'],
      values: [
        { code: 'none', vi: 'Chưa qua đào tạo', en: 'None', aliases: ['Chưa qua', 'Không', 'Chưa'] },
        { code: 'elementary', vi: 'Sơ cấp', en: 'Elementary' },
        { code: 'intermediate', vi: 'Trung cấp', en: 'Intermediate' },
        { code: 'advanced', vi: 'Cao cấp', en: 'Advanced', aliases: ['Cử nhân'] },
      ],
    },
    { name: 'generated', type: 'bool', title: { vi: 'Dữ liệu mẫu', en: 'Generated' }, example: 'không', meaning: { vi: 'Có nếu tên và chi tiết do máy tạo để dùng thử, không phải người thật.', en: 'Yes if name and details were made up for trying the product out: not a real person.' }, aliases: ['Người mẫu', 'Tự tạo'] },
  ],
} as const satisfies SheetSpec;

export const membershipsSheet = {
  name: 'memberships',
  title: { vi: 'Sinh hoạt đảng', en: 'Memberships' },
  purpose: {
    vi: 'Mỗi dòng là một giai đoạn trong quá trình đảng viên: sinh hoạt tại chi bộ, sinh hoạt tạm thời, được miễn sinh hoạt, đi làm ăn xa, hoặc việc kết thúc sinh hoạt.',
    en: 'One row is one spell of a membership: placement in a cell, temporary placement, exemption, working away, or the end.',
  },
  aliases: ['Quá trình sinh hoạt', 'Sinh hoạt'],
  columns: [
    { name: 'person', type: 'sheetRef', sheet: 'people', required: true, title: { vi: 'Người', en: 'Person' }, example: 'nguyen-van-an-1975', meaning: { vi: 'Mã của người ở bảng Con người.', en: 'Ref of the person in the sheet People.' }, aliases: ['Mã người', 'Đảng viên', 'Mã đảng viên'] },
    {
      name: 'record', type: 'oneOf', required: true, title: { vi: 'Nội dung', en: 'Record' }, example: 'placement', meaning: { vi: 'Giai đoạn này là gì. Với “kết thúc sinh hoạt”, cột Từ ngày là ngày đầu tiên không còn là đảng viên.', en: 'What the spell is. For an end, From is the first day on which the person is no longer a member.' }, aliases: ['Loại', 'Loại sinh hoạt'],
      values: [
        { code: 'placement', vi: 'Sinh hoạt', en: 'Placement', aliases: ['Sinh hoạt chính thức', 'Sinh hoạt đảng'] },
        { code: 'temporary', vi: 'Sinh hoạt tạm thời', en: 'Temporary placement', aliases: ['Tạm thời'] },
        { code: 'exemption', vi: 'Miễn sinh hoạt', en: 'Exemption', aliases: ['Miễn'] },
        { code: 'away', vi: 'Đi làm ăn xa', en: 'Working away', aliases: ['Làm ăn xa', 'Đi xa'] },
        { code: 'end', vi: 'Kết thúc sinh hoạt', en: 'End', aliases: ['Kết thúc', 'Chấm dứt', 'Thôi', 'Ra khỏi Đảng'] },
      ],
    },
    { name: 'cell', type: 'sheetRef', sheet: 'units', title: { vi: 'Chi bộ', en: 'Cell' }, example: 'dong-thinh-cb-thuong', meaning: { vi: 'Mã chi bộ, hoặc tên đầy đủ của chi bộ đã có trên hệ thống; bắt buộc khi sinh hoạt và sinh hoạt tạm thời.', en: 'Ref of the cell, or the full name of one that is in the system; required for placements, temporary ones too.' }, aliases: ['Mã chi bộ', 'Chi bộ sinh hoạt'] },
    fromColumn,
    toColumn,
    { name: 'admitted_on', type: 'day', title: { vi: 'Ngày kết nạp', en: 'Admitted on' }, example: '03/02/2005', meaning: { vi: 'Ngày kết nạp; ghi ở dòng sinh hoạt đầu tiên của người đó.', en: 'Day of admission; on the person’s first placement row.' }, aliases: ['Ngày vào Đảng', 'Vào Đảng', 'Kết nạp'] },
    { name: 'recognised_on', type: 'day', title: { vi: 'Ngày chính thức', en: 'Recognised on' }, example: '03/02/2006', meaning: { vi: 'Ngày được công nhận đảng viên chính thức; để trống nếu còn dự bị.', en: 'Day of recognition as a full member; empty while on probation.' }, aliases: ['Ngày công nhận chính thức', 'Chính thức', 'Ngày vào Đảng chính thức'] },
    {
      name: 'in_reason', type: 'oneOf', title: { vi: 'Lý do đến', en: 'Reason in' }, example: 'admission', meaning: { vi: 'Vì sao bắt đầu sinh hoạt tại chi bộ này.', en: 'How the person came to this cell.' },
      values: [
        { code: 'admission', vi: 'Kết nạp', en: 'Admission', aliases: ['Mới kết nạp'] },
        { code: 'transfer_in', vi: 'Chuyển đến', en: 'Transfer in' },
        { code: 'internal', vi: 'Chuyển nội bộ', en: 'Internal move', aliases: ['Nội bộ'] },
        { code: 'initial', vi: 'Số dư ban đầu', en: 'Initial entry', aliases: ['Ban đầu', 'Có sẵn'] },
      ],
      aliases: ['Lý do chuyển đến'],
    },
    {
      name: 'out_reason', type: 'oneOf', title: { vi: 'Lý do đi', en: 'Reason out' }, example: 'transfer_out', meaning: { vi: 'Vì sao thôi sinh hoạt tại chi bộ này.', en: 'Why the placement ended.' },
      values: [
        { code: 'transfer_out', vi: 'Chuyển đi', en: 'Transfer out' },
        { code: 'internal', vi: 'Chuyển nội bộ', en: 'Internal move', aliases: ['Nội bộ'] },
        { code: 'end', vi: 'Kết thúc sinh hoạt', en: 'End', aliases: ['Kết thúc', 'Chấm dứt'] },
      ],
      aliases: ['Lý do chuyển đi'],
    },
    {
      name: 'end_reason', type: 'oneOf', title: { vi: 'Lý do kết thúc', en: 'End reason' }, example: 'died', meaning: { vi: 'Bắt buộc khi nội dung là kết thúc sinh hoạt.', en: 'Required for an end.' }, aliases: ['Lý do chấm dứt'],
      values: [
        { code: 'transferred_out', vi: 'Chuyển ra ngoài hệ thống', en: 'Transferred outside', aliases: ['Chuyển đi nơi khác', 'Chuyển đi', 'Transferred out'] },
        { code: 'removed', vi: 'Xóa tên', en: 'Removed from the list' },
        { code: 'let_go', vi: 'Cho ra khỏi Đảng', en: 'Let go', aliases: ['Xin ra khỏi Đảng'] },
        { code: 'expelled', vi: 'Khai trừ', en: 'Expelled' },
        { code: 'died', vi: 'Từ trần', en: 'Died', aliases: ['Chết', 'Qua đời', 'Mất'] },
      ],
    },
    { name: 'place', type: 'text', title: { vi: 'Nơi ở, nơi đến', en: 'Place' }, example: 'Bình Dương', meaning: { vi: 'Nơi đi làm ăn xa, nơi sinh hoạt tạm thời hoặc nơi chuyển đến.', en: 'Where the person works away, is placed for a time, or went.' }, aliases: ['Nơi đến', 'Địa điểm', 'Nơi làm việc'] },
    { name: 'with_leave', type: 'bool', title: { vi: 'Có báo cáo chi bộ', en: 'With leave' }, example: 'có', meaning: { vi: 'Đi làm ăn xa có được chi bộ đồng ý không.', en: 'Whether the cell agreed to the absence.' }, aliases: ['Có phép', 'Được phép'] },
    { name: 'contact', type: 'text', title: { vi: 'Liên hệ', en: 'Contact' }, example: '0912 345 678', meaning: { vi: 'Cách liên hệ khi đi xa; lưu mã hóa.', en: 'How to reach the person while away; kept encrypted.' }, leadingZeros: true, aliases: ['Cách liên hệ'] },
    { name: 'contacted_on', type: 'day', title: { vi: 'Liên hệ gần nhất', en: 'Last contact' }, example: '05/02/2026', meaning: { vi: 'Ngày chi bộ liên hệ gần nhất với người đi xa.', en: 'When the cell last spoke to the member who is away.' }, aliases: ['Ngày liên hệ'] },
    { name: 'contact_due_on', type: 'day', title: { vi: 'Hẹn liên hệ', en: 'Next contact' }, example: '05/05/2026', meaning: { vi: 'Ngày hẹn liên hệ lần tới với người đi xa.', en: 'When the member who is away is to be called next.' }, aliases: ['Ngày hẹn liên hệ', 'Liên hệ lần tới'] },
    { name: 'assigned_work', type: 'text', title: { vi: 'Việc được giao khi đi xa', en: 'Work while away' }, example: 'Viết bài cho trang thông tin của xã', meaning: { vi: 'Việc chi bộ giao cho người đi xa.', en: 'What the cell gave the member to do from there.' }, aliases: ['Việc được giao', 'Nhiệm vụ khi đi xa'] },
    decisionColumn,
  ],
} as const satisfies SheetSpec;
