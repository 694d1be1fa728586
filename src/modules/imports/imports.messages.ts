/**
 * Texts of the import. `importFindings` is the catalogue of everything that a check may say: each sentence
 * tells what is wrong and what to do. `{value}` is what stands in the cell, `{column}` the column's title.
 */
import type { Language } from '../../platform/messages.ts';
import { defineMessages, textOf } from '../../platform/messages.ts';
import { unitKinds } from '../units/unit.kinds.ts';
import { columnTitle, sheetTitle } from './format/sheets.ts';
import type { Finding } from './read/findings.ts';

const fileFindings = defineMessages({
  'file.type': { vi: 'Tệp “{file}” không phải bảng tính đọc được. Hãy dùng một tệp Excel .xlsx hoặc các tệp .csv.', en: '“{file}” is no spreadsheet that can be read. Use one Excel file (.xlsx) or CSV files.' },
  'file.legacy_xls': { vi: 'Tệp “{file}” thuộc dạng Excel cũ (.xls). Hãy mở tệp và lưu lại dạng .xlsx.', en: '“{file}” is in the old Excel format (.xls). Open it and save it as .xlsx.' },
  'file.encrypted': { vi: 'Tệp “{file}” được đặt mật khẩu. Hãy bỏ mật khẩu rồi nhập lại.', en: '“{file}” is protected by a password. Remove the password and try again.' },
  'file.macros': { vi: 'Tệp “{file}” chứa macro nên không được nhận. Hãy lưu lại dạng .xlsx (không có macro).', en: '“{file}” contains macros and is refused. Save it as .xlsx, without macros.' },
  'file.damaged': { vi: 'Tệp “{file}” bị hỏng hoặc không đúng dạng. Hãy mở bằng Excel, lưu thành tệp mới rồi thử lại.', en: '“{file}” is damaged or not what its name says. Open it in Excel, save it as a new file and try again.' },
  'file.zip_bomb': { vi: 'Tệp “{file}” giãn ra quá lớn khi mở nên không được nhận. Hãy chép phần dữ liệu sang một tệp mới.', en: '“{file}” unpacks to far too much and is refused. Copy the data into a new file.' },
  'file.too_large': { vi: 'Tệp “{file}” lớn hơn {limit} MB. Hãy chia thành nhiều tệp.', en: '“{file}” is larger than {limit} MB. Split it.' },
  'file.empty': { vi: 'Tệp “{file}” không có nội dung. Hãy chọn lại tệp.', en: '“{file}” is empty. Choose the file again.' },
  'file.several_workbooks': { vi: 'Chỉ nhập một tệp Excel mỗi lần, hoặc chỉ các tệp CSV. Hãy bỏ bớt tệp “{file}”.', en: 'One Excel file at a time, or only CSV files. Leave out “{file}”.' },
  'file.encoding_assumed': { vi: 'Tệp “{file}” không phải UTF-8; đã đọc theo bảng mã Windows-1258. Hãy kiểm tra dấu tiếng Việt.', en: '“{file}” is not UTF-8; it was read as Windows-1258. Check the Vietnamese marks.' },
  'file.quote_open': { vi: 'Tệp “{file}” có dấu ngoặc kép mở mà không đóng, từ dòng {row}. Hãy thêm dấu ngoặc kép đóng.', en: '“{file}” has a quotation mark that never closes, from row {row}. Close it.' },
  'file.unreadable': { vi: 'Không đọc được “{file}”. Hãy kiểm tra đường dẫn và quyền đọc.', en: '“{file}” can’t be read. Check the path and the permission to read it.' },
  'source.nothing': { vi: 'Không thấy bảng nào của mẫu nhập. Tải bảng mẫu ở trên rồi chép dữ liệu vào, giữ nguyên tên trang; tệp CSV phải mang một trong các tên: {sheets}.', en: 'No sheet of the import format was found. Download the template above and copy the data into it, keeping the names of its tabs; a CSV file must have one of the names: {sheets}.' },
  'sheet.unknown': { vi: 'Trang “{label}” không thuộc mẫu nhập nên được bỏ qua. Nếu cần nhập, hãy đổi tên theo mẫu.', en: 'The sheet “{label}” isn’t part of the format and was passed over. Rename it if it should be imported.' },
  'sheet.twice': { vi: 'Có hai trang cùng là “{title}”. Hãy gộp lại thành một.', en: 'Two sheets both mean “{title}”. Make them one.' },
  'sheet.empty': { vi: 'Trang “{title}” không có dòng nào.', en: 'The sheet “{title}” has no rows.' },
});

const layoutFindings = defineMessages({
  'header.missing': { vi: 'Không thấy dòng tiêu đề. Dòng đầu tiên phải ghi tên các cột, ví dụ: {columns}.', en: 'No header row. The first row must name the columns, for instance: {columns}.' },
  'header.not_first': { vi: 'Dòng tiêu đề nằm ở dòng {row}, không phải dòng đầu. Hãy xóa các dòng phía trên nó.', en: 'The header is in row {row}, not the first one. Delete the rows above it.' },
  'header.merged': { vi: 'Tiêu đề có ô gộp. Hãy bỏ gộp ô, để mỗi cột có một tên trong một dòng.', en: 'The header has merged cells. Unmerge them, so that each column has one name in one row.' },
  'column.unknown': { vi: 'Cột “{value}” không thuộc mẫu nên được bỏ qua.', en: 'The column “{value}” isn’t part of the format and was passed over.' },
  'column.unknown_near': { vi: 'Cột “{value}” không thuộc mẫu nên được bỏ qua. Có phải là “{near}”? Nếu đúng, hãy sửa tiêu đề.', en: 'The column “{value}” isn’t part of the format and was passed over. Did you mean “{near}”? Then correct the header.' },
  'column.twice': { vi: 'Cột “{value}” trùng với cột {other}. Hãy bỏ một cột.', en: 'The column “{value}” repeats column {other}. Remove one.' },
  'column.missing': { vi: 'Thiếu cột bắt buộc “{column}”. Hãy thêm cột này.', en: 'The required column “{column}” is missing. Add it.' },
  'column.nameless': { vi: 'Có dữ liệu trong cột {letters} nhưng cột không có tiêu đề nên được bỏ qua. Hãy đặt tên cột.', en: 'Column {letters} holds data but has no header and was passed over. Name it.' },
  'row.too_long': { vi: 'Dòng này có nhiều ô hơn tiêu đề, dữ liệu có thể bị lệch cột. Hãy kiểm tra dấu phân cách và dấu ngoặc kép.', en: 'The row has more cells than the header; the columns may have shifted. Check separators and quotation marks.' },
  'row.too_short': { vi: 'Dòng này có ít ô hơn tiêu đề; các ô thiếu được coi là trống.', en: 'The row has fewer cells than the header; the missing ones count as empty.' },
  'cells.merged': { vi: 'Các ô bị gộp ({range}). Hãy bỏ gộp và ghi đủ nội dung vào từng dòng.', en: 'Cells are merged ({range}). Unmerge them and fill in every row.' },
  'more_alike': { vi: 'Còn {count} chỗ tương tự ở cột này.', en: '{count} more like these in this column.' },
});

const cellFindings = defineMessages({
  'cell.required': { vi: 'Thiếu “{column}”. Hãy điền ô này.', en: '“{column}” is missing. Fill in the cell.' },
  'cell.formula': { vi: 'Ô chứa công thức; đã lấy kết quả lưu trong tệp ({value}). Nên dán thành giá trị.', en: 'The cell holds a formula; its stored result ({value}) was taken. Better paste it as a value.' },
  'cell.formula_empty': { vi: 'Ô chứa công thức nhưng tệp không lưu kết quả. Hãy mở bằng Excel rồi lưu lại, hoặc dán thành giá trị.', en: 'The cell holds a formula without a stored result. Open the file in Excel and save it, or paste the value.' },
  'cell.error': { vi: 'Ô báo lỗi {value} của bảng tính. Hãy sửa công thức hoặc ghi giá trị.', en: 'The cell shows the spreadsheet error {value}. Mend the formula or write the value.' },
  'text.too_long': { vi: '“{column}” dài {length} ký tự, quá {limit}. Hãy viết ngắn lại.', en: '“{column}” has {length} characters, more than {limit}. Shorten it.' },
  'text.old_font': { vi: 'Chữ “{value}” có vẻ gõ bằng phông cũ (TCVN3 hoặc VNI). Hãy chuyển sang Unicode rồi nhập lại.', en: '“{value}” looks like text in an old font (TCVN3 or VNI). Convert it to Unicode and import again.' },
  'text.was_date': { vi: 'Bảng tính đã đổi ô này thành ngày ({value}). Hãy định dạng ô là văn bản và ghi lại.', en: 'The spreadsheet turned this cell into a date ({value}). Format it as text and write it again.' },
  'text.leading_zeros': { vi: '“{column}” được lưu là số ({value}) nên có thể mất số 0 ở đầu. Hãy định dạng cột là văn bản và kiểm tra lại.', en: '“{column}” is stored as a number ({value}) and may have lost leading zeros. Format the column as text and check.' },
  'text.digits_lost': { vi: '“{column}” được lưu là số quá dài ({value}) nên đã mất chữ số. Hãy định dạng cột là văn bản và ghi lại.', en: '“{column}” is stored as too long a number ({value}) and has lost digits. Format the column as text and write it again.' },
  'text.phone': { vi: '“{value}” không giống số điện thoại. Hãy kiểm tra lại.', en: '“{value}” doesn’t look like a phone number. Check it.' },
  'text.email': { vi: '“{value}” không phải địa chỉ thư điện tử. Hãy ghi dạng ten@noi.vn.', en: '“{value}” is no email address. Write name@place.vn.' },
  'text.citizen_no': { vi: '“{value}” không phải số căn cước: cần 12 chữ số (hoặc 9 chữ số của CMND cũ).', en: '“{value}” is no citizen number: 12 digits are needed (or the 9 of the old card).' },
  'ref.spaces': { vi: 'Mã “{value}” có khoảng trắng. Hãy dùng chữ, số, gạch nối hoặc dấu chấm.', en: 'The ref “{value}” has spaces in it. Use letters, digits, hyphens or dots.' },
  'day.form': { vi: '“{value}” không phải ngày. Hãy ghi ngày/tháng/năm, ví dụ 09/08/2022.', en: '“{value}” is no date. Write day/month/year, for instance 09/08/2022.' },
  'day.impossible': { vi: 'Không có ngày {value}. Hãy kiểm tra ngày và tháng.', en: 'There is no {value} in the calendar. Check day and month.' },
  'day.month_first': { vi: '“{value}” ghi tháng trước ngày. Có phải {near}? Hãy ghi ngày trước, tháng sau.', en: '“{value}” puts the month first. Is it {near}? Write the day first, then the month.' },
  'day.short_year': { vi: '“{value}” chỉ ghi hai chữ số của năm. Hãy ghi đủ bốn chữ số.', en: '“{value}” gives the year in two digits. Write all four.' },
  'day.incomplete': { vi: '“{value}” chưa đủ ngày, tháng, năm. Hãy ghi đủ, ví dụ 09/08/2022.', en: '“{value}” is no complete day. Write day, month and year, for instance 09/08/2022.' },
  'day.far': { vi: 'Ngày {value} nằm ngoài khoảng 1850–2150. Hãy kiểm tra năm.', en: 'The day {value} lies outside 1850–2150. Check the year.' },
  'day.serial_text': { vi: '“{value}” là số thứ tự ngày của Excel, đã hiểu là {near}. Hãy định dạng cột là ngày.', en: '“{value}” is Excel’s number for a day, taken as {near}. Format the column as a date.' },
  'number.form': { vi: '“{value}” không phải số. Hãy chỉ ghi chữ số, ví dụ 1.250.', en: '“{value}” is no number. Write digits only, for instance 1.250.' },
  'number.whole': { vi: '“{column}” phải là số nguyên, ở đây là {value}.', en: '“{column}” must be a whole number, not {value}.' },
  'number.too_small': { vi: '“{column}” không thể nhỏ hơn {min}, ở đây là {value}.', en: '“{column}” can’t be less than {min}, here it is {value}.' },
  'number.dot_read_as_thousands': { vi: '“{value}” được hiểu là {near} theo cách viết Việt Nam (dấu chấm ngăn hàng nghìn). Nếu là số lẻ, hãy dùng dấu phẩy.', en: '“{value}” was read as {near}, the Vietnamese way (the dot sets off thousands). For a decimal use a comma.' },
  'number.too_large': { vi: '“{column}” không thể lớn hơn {max}, ở đây là {value}.', en: '“{column}” can’t be more than {max}, here it is {value}.' },
  'time.form': { vi: '“{value}” không phải giờ trong ngày. Hãy ghi giờ và phút, ví dụ 19:30.', en: '“{value}” is no time of the day. Write hours and minutes, for instance 19:30.' },
  'bool.form': { vi: '“{value}” không rõ là có hay không. Hãy ghi “có” hoặc “không”.', en: '“{value}” is neither yes nor no. Write “có” or “không”.' },
  'value.unknown': { vi: '“{value}” không thuộc các giá trị của cột “{column}”: {allowed}.', en: '“{value}” isn’t one of the values of “{column}”: {allowed}.' },
  'value.not_under': { vi: '“{value}” không dùng được với “{kind}” trong cùng dòng. Được dùng: {allowed}.', en: '“{value}” can’t go with “{kind}” in the same row. Possible: {allowed}.' },
});

const crossFindings = defineMessages({
  'ref.twice': { vi: 'Mã “{value}” đã dùng ở dòng {other}. Mỗi mã chỉ ghi một dòng; hãy đổi mã hoặc gộp hai dòng.', en: 'The ref “{value}” is already used in row {other}. One row for each ref: change it or merge the rows.' },
  'ref.unresolved': { vi: 'Không có “{value}” ở bảng “{target}”. Hãy sửa mã hoặc thêm dòng còn thiếu.', en: 'There is no “{value}” in the sheet “{target}”. Correct the ref or add the missing row.' },
  'ref.several': { vi: 'Có {count} đơn vị cùng tên “{value}”. Mở trang của đơn vị cần ghi, thẻ Thông tin, bấm Chép mã rồi dán vào đây.', en: '{count} units are called “{value}”. Open the page of the one you mean, tab Details, press Copy and paste it here.' },
  'period.reversed': { vi: 'Ngày kết thúc ({value}) trước ngày bắt đầu ({from}). Hãy kiểm tra hai ngày.', en: 'The last day ({value}) comes before the first ({from}). Check both.' },
  'unit.versions_overlap': { vi: 'Hai giai đoạn của đơn vị “{value}” chồng lên nhau (dòng {other}). Hãy ghi ngày kết thúc cho giai đoạn trước.', en: 'Two stretches of the unit “{value}” overlap (row {other}). Give the earlier one its last day.' },
  'unit.hierarchy_changes': { vi: 'Đơn vị “{value}” ở dòng {other} thuộc hệ thống khác. Đơn vị không đổi hệ thống; hãy dùng mã khác.', en: 'The unit “{value}” belongs to another hierarchy in row {other}. A unit doesn’t change hierarchy: use another ref.' },
  'unit.parent_cycle': { vi: 'Đơn vị “{value}” lại là cấp trên của chính nó: {path}. Hãy sửa cấp trên.', en: 'The unit “{value}” stands above itself: {path}. Correct the parent.' },
  'unit.parent_not_alive': { vi: 'Cấp trên “{value}” không tồn tại vào ngày {on}. Hãy sửa cấp trên hoặc các ngày.', en: 'The parent “{value}” doesn’t exist on {on}. Correct the parent or the dates.' },
  'unit.not_alive': { vi: 'Đơn vị “{value}” không tồn tại vào ngày {on}, trong thời gian của dòng này. Hãy kiểm tra các ngày.', en: 'The unit “{value}” doesn’t exist on {on}, within the time of this row. Check the dates.' },
  'unit.same': { vi: 'Hai cột cùng ghi “{value}”. Một đơn vị không có quan hệ này với chính nó.', en: 'Both columns say “{value}”. A unit has no such relation to itself.' },
  'person.citizen_no_twice': { vi: 'Số căn cước này đã có ở dòng {other}. Một người chỉ ghi một dòng.', en: 'This citizen number is already in row {other}. One person, one row.' },
  'person.alike': { vi: 'Trùng họ tên và ngày sinh với dòng {other}. Hãy kiểm tra có phải cùng một người không.', en: 'Same name and birth as row {other}. Check whether it is the same person.' },
  'membership.cell_missing': { vi: 'Chưa ghi chi bộ. Sinh hoạt và sinh hoạt tạm thời phải có chi bộ.', en: 'No cell given. Placements, temporary ones too, need a cell.' },
  'membership.not_a_cell': { vi: '“{value}” không phải chi bộ mà là {kind}. Đảng viên sinh hoạt tại chi bộ.', en: '“{value}” is no cell but: {kind}. Members are placed in cells.' },
  'membership.end_reason_missing': { vi: 'Chưa ghi lý do kết thúc sinh hoạt. Hãy điền cột “Lý do kết thúc”.', en: 'No end reason. Fill in the column “End reason”.' },
  'membership.placements_overlap': { vi: 'Người “{value}” sinh hoạt ở hai nơi cùng lúc (dòng {other}). Hãy ghi ngày kết thúc cho nơi trước.', en: '“{value}” is placed twice at the same time (row {other}). Give the earlier placement its last day.' },
  'membership.recognised_before_admitted': { vi: 'Ngày chính thức ({value}) trước ngày kết nạp ({admitted}). Hãy kiểm tra hai ngày.', en: 'Recognised ({value}) before admitted ({admitted}). Check both days.' },
  'membership.placed_before_admitted': { vi: 'Bắt đầu sinh hoạt ({value}) trước ngày kết nạp ({admitted}). Hãy kiểm tra hai ngày.', en: 'Placed ({value}) before admitted ({admitted}). Check both days.' },
  'membership.admissions_differ': { vi: 'Ngày kết nạp khác với dòng {other} của cùng người. Hãy ghi một lần, ở dòng sinh hoạt đầu tiên.', en: 'Another day of admission than in row {other} of the same person. Give it once, on the first placement.' },
  'membership.born_after_admission': { vi: 'Ngày kết nạp ({value}) trước ngày sinh ({birth}). Hãy kiểm tra hai ngày.', en: 'Admitted ({value}) before being born ({birth}). Check both days.' },
  'membership.under_18': { vi: 'Chưa đủ 18 tuổi vào ngày kết nạp ({value}, sinh {birth}). Hãy kiểm tra lại.', en: 'Not yet 18 on the day of admission ({value}, born {birth}). Check it.' },
  'tenure.outside_post': { vi: 'Thời gian giữ chức nằm ngoài thời gian của chức danh “{value}” ({from} – {to}). Hãy sửa các ngày.', en: 'The tenure lies outside the time of the post “{value}” ({from} – {to}). Correct the dates.' },
  'tenure.too_many': { vi: 'Vào ngày {on} chức danh “{value}” có {count} người giữ, chỉ bố trí {seats}. Hãy ghi ngày thôi của người trước hoặc sửa số người.', en: 'On {on} the post “{value}” has {count} holders for {seats} seats. Close the earlier tenure or correct the seats.' },
  'tenure.twice': { vi: 'Người này đã giữ chính chức danh này trong thời gian đó (dòng {other}). Hãy gộp hai dòng.', en: 'The same person already holds this post in that time (row {other}). Merge the rows.' },
});

const meetingFindings = defineMessages({
  'meeting.not_extended': { vi: 'Chỉ sinh hoạt thường kỳ và chuyên đề mới mở rộng được. Hãy bỏ dấu “Mở rộng”.', en: 'Only regular and thematic meetings are extended. Take the mark out.' },
  'meeting.topic_missing': { vi: 'Sinh hoạt chuyên đề cần có tên chuyên đề. Hãy điền cột này.', en: 'A thematic meeting needs its topic. Fill in the column.' },
  'meeting.ends_before_start': { vi: 'Giờ kết thúc ({value}) không sau giờ bắt đầu ({starts}). Hãy kiểm tra hai giờ.', en: 'It ends ({value}) no later than it starts ({starts}). Check both.' },
  'meeting.adopted_before_held': { vi: 'Biên bản được thông qua ({value}) trước ngày họp ({on}). Hãy kiểm tra hai ngày.', en: 'The minutes were adopted ({value}) before the meeting ({on}). Check both days.' },
  'meeting.in_future': { vi: 'Ngày {value} chưa đến. Bảng này chỉ ghi buổi đã họp, biên bản đã thông qua.', en: '{value} has not come yet. The sheet holds meetings that were held and minutes that were adopted.' },
  'meeting.unit_not_alive': { vi: 'Đơn vị “{value}” không hoạt động vào ngày họp {on}. Hãy kiểm tra ngày hoặc đơn vị.', en: 'The unit “{value}” does not stand on the day of the meeting, {on}. Check the day or the unit.' },
  'meeting.kind_not_here': { vi: 'Đơn vị này ({kind}) không có loại sinh hoạt đó. Hãy sửa loại hoặc đơn vị.', en: 'This unit ({kind}) holds no such meeting. Correct the kind or the unit.' },
  'meeting.series_elsewhere': { vi: 'Buổi “{value}” là của đơn vị khác. Các buổi của một đợt thuộc cùng một đơn vị.', en: 'The meeting “{value}” is of another unit. Sittings of a series belong to one unit.' },
  'meeting.series_not_first': { vi: '“{value}” không phải buổi đầu tiên. Hãy ghi mã của buổi đầu, tổ chức trước hoặc cùng ngày.', en: '“{value}” is not the first sitting. Name the first one, held no later than this.' },
  'meeting.alike': { vi: 'Giống buổi ở dòng {other}: cùng đơn vị, loại, ngày và giờ. Hãy kiểm tra có ghi hai lần không.', en: 'Like row {other}: same unit, kind, day and time. Check whether it was entered twice.' },
  'attendance.reason_missing': { vi: 'Vắng có lý do cần ghi lý do. Hãy điền cột “Lý do”.', en: 'Absence with leave needs its reason. Fill in the column “Reason”.' },
  'attendance.reason_without_leave': { vi: 'Lý do chỉ ghi khi vắng có lý do; ở dòng này lý do được bỏ qua.', en: 'A reason goes with leave alone; it was passed over in this row.' },
  'attendance.twice': { vi: 'Người “{value}” đã điểm danh cho buổi này ở dòng {other}. Hãy gộp hai dòng.', en: '“{value}” is marked for this meeting in row {other} already. Merge the rows.' },
  'rule.value_outside': { vi: 'Giá trị {value} nằm ngoài khoảng từ {least} đến {most}. Hãy sửa giá trị.', en: 'The value {value} is not between {least} and {most}. Correct it.' },
  'rule.twice': { vi: 'Quy định này đã có giá trị trong thời gian đó ở dòng {other}. Hãy sửa các ngày.', en: 'The rule has a value in that time already (row {other}). Correct the days.' },
  'rule.national_ends': { vi: 'Giá trị toàn quốc không thể bỏ trống sau ngày {value}. Hãy để trống cột “Đến hết ngày”, hoặc thêm dòng giá trị áp dụng từ ngày tiếp theo.', en: 'The country always has a value, after {value} as well. Leave the last day empty, or add the value that holds from the next day on.' },
  'shortcoming.twice': { vi: 'Mã {value} đã ghi ở dòng {other} cho cùng đơn vị. Hãy đổi mã hoặc bỏ một dòng.', en: 'The unit has {value} in row {other} already. Change the ref or leave out one row.' },
  'shortcoming.measure_missing': { vi: 'Đã báo cáo khắc phục thì phải có biện pháp. Hãy điền cột này.', en: 'What is reported remedied has a measure. Fill in the column.' },
  'shortcoming.result_missing': { vi: 'Đã báo cáo khắc phục thì phải có kết quả. Hãy điền cột này.', en: 'What is reported remedied has a result. Fill in the column.' },
  'shortcoming.report_missing': { vi: 'Đã xác nhận thì phải có ngày báo cáo khắc phục. Hãy điền cột này.', en: 'What is confirmed was reported on a day. Fill in the column.' },
  'shortcoming.unknown': { vi: 'Không có hạn chế mang mã {value} của đơn vị này trong bảng Hạn chế, khuyết điểm. Hãy kiểm tra mã và đơn vị.', en: 'No shortcoming {value} of this unit is in the sheet Shortcomings. Check ref and unit.' },
  'shortcoming.proofs_many': { vi: 'Mỗi hạn chế có nhiều nhất {most} số liệu. Hãy bớt lại.', en: 'A shortcoming has {most} figures at most. Leave some out.' },
  'shortcoming.proof_untitled': { vi: 'Hãy ghi mã số liệu của hệ thống, hoặc ghi con số này đo cái gì.', en: 'Write the id of a figure, or what the number measures.' },
  'shortcoming.proof_side': { vi: 'Một bên trước hoặc sau còn thiếu: số liệu cần đủ ngày đầu và ngày cuối; con số cần thời gian và giấy tờ.', en: 'A side is not whole: a figure needs its first and last day, a number its time and its paper.' },
  'shortcoming.may_not_record': { vi: 'Tài khoản không được ghi hạn chế của đơn vị “{value}”. Hãy bỏ các dòng nhắc đến đơn vị này.', en: 'You may not note shortcomings of the unit “{value}”. Leave out the rows that name it.' },
  'shortcoming.may_not_confirm': { vi: 'Tài khoản không được xác nhận thay nơi phát hiện. Hãy để trống ngày xác nhận.', en: 'You may not confirm for the body that raised it. Leave the day of confirmation empty.' },
  'shortcoming.in_future': { vi: 'Có ngày chưa đến. Hãy kiểm tra các ngày của dòng này.', en: 'A day has not come yet. Check the days of the row.' },
  'shortcoming.raiser_not_above': { vi: 'Nơi phát hiện phải là chính đơn vị hoặc cấp trên của đơn vị. Hãy kiểm tra lại.', en: 'It is raised by the unit itself or by one above it. Check it.' },
  'shortcoming.figure_unknown': { vi: 'Một số liệu chứng minh không có trong hệ thống, hoặc tài khoản không được xem tại đơn vị này. Hãy kiểm tra mã số liệu.', en: 'A figure of it is not in the system, or not yours to see at this unit. Check its id.' },
  'shortcoming.worked_on': { vi: 'Hạn chế này đã được xử lý tiếp trên hệ thống sau lần nhập trước. Hãy bỏ dòng này, và sửa trên màn hình.', en: 'This was worked on in the system since the last import. Leave the row out and change it on screen.' },
  'clause.twice': { vi: 'Số mục {value} của văn bản này đã ghi ở dòng {other}. Hãy sửa số mục hoặc bỏ một dòng.', en: 'The document has {value} in row {other} already. Correct the label or leave out one row.' },
  'clause.target_missing': { vi: 'Chỉ tiêu phải có số phải đạt và đơn vị tính. Hãy điền “{column}”, hoặc sửa loại nội dung.', en: 'An indicator has a target and its measure. Fill in “{column}”, or correct the kind.' },
  'clause.target_of_other': { vi: 'Chỉ chỉ tiêu mới có con số ({value}). Hãy để trống “{column}”, hoặc sửa loại nội dung thành chỉ tiêu.', en: 'Only an indicator has a number ({value}). Leave “{column}” empty, or make the clause an indicator.' },
  'answer.twice': { vi: 'Đơn vị đã trả lời mục {value} của văn bản này ở dòng {other}. Hãy bỏ một dòng.', en: 'The unit answers {value} of this document in row {other} already. Leave out one row.' },
  'answer.reason_missing': { vi: 'Không áp dụng thì phải có lý do. Hãy điền cột này.', en: 'What is not applicable has a reason. Fill in the column.' },
  'answer.reason_of_taken_up': { vi: 'Lý do chỉ ghi khi nội dung không áp dụng. Hãy để trống cột này.', en: 'A reason goes with what is not applicable alone. Leave the column empty.' },
  'answer.own_document_missing': { vi: 'Cụ thể hóa thì phải có văn bản của đơn vị. Hãy ghi số, ký hiệu văn bản ấy.', en: 'What is taken up is so by a document of the unit’s own. Write its symbol.' },
  'answer.own_documents_many': { vi: 'Một trả lời ghi tối đa {most} văn bản của đơn vị. Hãy bớt lại.', en: 'An answer names {most} documents at most. Leave some out.' },
  'answer.not_applicable_takes_nothing': { vi: 'Nội dung không áp dụng thì không ghi “{column}”. Hãy để trống ô này, hoặc sửa trả lời.', en: 'What is not applicable has no “{column}”. Leave the cell empty, or correct the answer.' },
  'answer.done_before_answered': { vi: 'Ngày hoàn thành ({value}) trước ngày trả lời ({answered}). Hãy kiểm tra hai ngày.', en: 'It was done ({value}) before it was answered ({answered}). Check both days.' },
  'document.symbol_form': { vi: '“{value}” không phải số, ký hiệu đọc được. Hãy ghi như 05-NQ/ĐU: số, loại văn bản, cơ quan ban hành.', en: '“{value}” can’t be read as a symbol. Write number, type and issuer, as in 05-NQ/ĐU.' },
  'document.term_form': { vi: '“{value}” không phải nhiệm kỳ. Hãy ghi như 2025-2030, hoặc để trống.', en: '“{value}” is no term. Write 2025-2030, or leave it empty.' },
  'document.twice': { vi: 'Văn bản này đã ghi ở dòng {other}: cùng đơn vị, số, ký hiệu và nhiệm kỳ. Hãy sửa số hoặc bỏ một dòng.', en: 'The document is in row {other} already: same unit, symbol and term. Correct the number or leave out one row.' },
  'document.received_missing': { vi: 'Văn bản đến cần có ngày đến. Hãy điền cột này.', en: 'A received document needs the day on which it came. Fill in the column.' },
  'document.received_of_issued': { vi: 'Văn bản đi không có ngày đến. Hãy để trống cột này, hoặc ghi là văn bản đến.', en: 'A document that was issued has no day of receipt. Leave the column empty, or mark it as received.' },
  'document.received_before_issued': { vi: 'Ngày đến ({value}) trước ngày ban hành ({issued}). Hãy kiểm tra hai ngày.', en: 'It was received ({value}) before it was issued ({issued}). Check both days.' },
  'document.carries_out_units': { vi: 'Có {symbols} số, ký hiệu nhưng {units} đơn vị. Hãy ghi một đơn vị chung, hoặc mỗi văn bản một đơn vị theo cùng thứ tự.', en: 'There are {symbols} symbols but {units} units. Write one unit for all, or one for each in the same order.' },
  'document.carries_out_many': { vi: 'Một văn bản chỉ ghi cụ thể hóa tối đa {most} văn bản. Hãy bớt lại.', en: 'One document can be linked with {most} others at most. Leave some out.' },
  'task.twice': { vi: 'Nhiệm vụ này đã ghi ở dòng {other}: cùng đơn vị, ngày giao và nội dung. Hãy bỏ một dòng.', en: 'The task is in row {other} already: same unit, day and words. Leave out one row.' },
  'task.settled_missing': { vi: 'Nhiệm vụ không còn làm cần có ngày kết thúc. Hãy điền cột này.', en: 'A task that is no longer open needs the day on which it was settled. Fill in the column.' },
  'task.settled_of_open': { vi: 'Nhiệm vụ đang làm không có ngày kết thúc. Hãy bỏ ngày, hoặc ghi tình trạng.', en: 'An open task has no day of settling. Leave it out, or write the state.' },
  'task.reason_missing': { vi: 'Chưa ghi lý do thôi thực hiện. Hãy điền cột này.', en: 'The reason for cancelling it is missing. Fill in the column.' },
  'agenda.position_twice': { vi: 'Thứ tự {value} của buổi này đã dùng ở dòng {other}. Hãy đánh lại số.', en: 'Position {value} of this meeting is used in row {other} already. Number them anew.' },
});

/** What only the database and the rights of whoever imports can tell. */
const databaseFindings = defineMessages({
  'unit.out_of_reach': { vi: 'Đơn vị “{value}” nằm ngoài phạm vi được phân quyền. Hãy bỏ các dòng nhắc đến đơn vị này.', en: 'The unit “{value}” is outside your reach. Leave out the rows that name it.' },
  'unit.needs_parent': { vi: 'Đơn vị mới “{value}” chưa có đơn vị cấp trên. Hãy ghi mã đơn vị cấp trên trong phạm vi của mình.', en: 'The new unit “{value}” has nothing above it. Give a parent within your reach.' },
  'unit.cycle_found': { vi: 'Đơn vị “{value}” đứng dưới chính mình qua các đơn vị cấp trên. Hãy sửa cột cấp trên.', en: 'The unit “{value}” stands under itself by way of its parents. Correct the parent.' },
  'unit.parents_overlap': { vi: 'Đơn vị “{value}” có lúc trực thuộc hai đơn vị trong cùng một hệ thống. Hãy ghi ngày kết thúc cho nơi trực thuộc trước.', en: 'The unit “{value}” stands under two units of one hierarchy at a time. Give the earlier one a last day.' },
  'unit.edge_outside_life': { vi: 'Đơn vị “{value}” trực thuộc hoặc có quan hệ với một đơn vị không hoạt động suốt thời gian đó. Hãy xem lại các ngày.', en: 'The unit “{value}” stands under, or is related to, a unit that does not stand for all of that time. Check the days.' },
  'unit.gap_in_life': { vi: 'Giữa các giai đoạn của đơn vị “{value}” có khoảng trống. Hãy nối liền các ngày.', en: 'There is a gap between the stretches of the unit “{value}”. Close it.' },
  'unit.without_parent': { vi: 'Đơn vị “{value}” có lúc không trực thuộc đơn vị nào. Hãy ghi đơn vị cấp trên.', en: 'The unit “{value}” has no parent for some of its time. Give one.' },
  'rule.may_not_set': { vi: 'Tài khoản không được đặt quy định ở phạm vi này. Hãy bỏ dòng này.', en: 'You may not set rules in this scope. Leave the row out.' },
  'rule.not_a_scope': { vi: '“{value}” không phải đảng bộ. Quy định đặt cho đảng bộ và mọi tổ chức trực thuộc.', en: '“{value}” is no Party organisation with others below it. Rules are set for those.' },
  'rule.country_only': { vi: 'Quy định này thống nhất trong cả nước, cấp dưới không đặt giá trị riêng. Hãy bỏ dòng này.', en: 'This rule is the same in the whole country; no level below sets a value of its own. Leave the row out.' },
  'rule.province_only': { vi: 'Quy định này chỉ đảng bộ tỉnh được đặt giá trị riêng. Hãy bỏ dòng này.', en: 'Only a province has a value of its own of this rule. Leave the row out.' },
  'rule.looser': { vi: 'Cấp trên quy định {above}; giá trị riêng không được nới lỏng hơn. Hãy sửa giá trị.', en: 'The level above says {above}; an own value must not be looser. Correct the value.' },
  'rule.set_already': { vi: 'Đã có giá trị đặt trên hệ thống bắt đầu từ {from}. Hãy hoàn tác giá trị đó hoặc sửa các ngày.', en: 'A value beginning on {from} was set in the system. Undo that, or correct the days.' },
  'meeting.may_not_record': { vi: 'Tài khoản không được ghi sinh hoạt của đơn vị “{value}”. Hãy bỏ các dòng nhắc đến đơn vị này.', en: 'You may not record meetings of the unit “{value}”. Leave out the rows that name it.' },
  'meeting.nobody': { vi: 'Không có ai phải dự buổi này. Hãy kiểm tra ngày họp, danh sách đảng viên hoặc người giữ chức danh của đơn vị.', en: 'Nobody is expected at this meeting. Check its day, and the members or holders of posts of the unit.' },
  'meeting.too_many_people': { vi: 'Danh sách buổi này có hơn {most} người. Hãy chia thành nhiều buổi.', en: 'More than {most} people would be on the roll of this meeting. Enter it as several sittings.' },
  'meeting.too_many': { vi: 'Buổi này có hơn {most} khách mời hoặc mục chương trình. Hãy bớt lại.', en: 'The meeting has more than {most} guests or points on its agenda. Leave some out.' },
  'meeting.no_rule': { vi: 'Hệ thống chưa có quy định áp dụng vào ngày {on} để tính người phải dự hoặc xếp loại. Hãy bỏ điểm, bỏ buổi này, hoặc nhờ quản trị đặt quy định cho thời gian đó.', en: 'No rule is kept that was in force on {on} to say who was expected, or how the score ranks. Leave out the score or the meeting, or have the rule set for that time.' },
  'meeting.all_present': { vi: '{count} người được tính có mặt vì buổi này không có dòng điểm danh nào. Nếu có người vắng, hãy ghi vào bảng Điểm danh.', en: '{count} people are taken as present, for the meeting has no row of attendance. Where somebody was absent, say so in the sheet Attendance.' },
  'meeting.there_already': { vi: 'Đơn vị đã có một buổi cùng loại ngày {on}. Hãy kiểm tra có ghi hai lần không.', en: 'The unit already has a meeting of this kind on {on}. Check whether it is entered twice.' },
  'review.twice': { vi: 'Bản kiểm điểm này đã ghi ở dòng {other}: cùng mã, hoặc cùng người, tập thể trong một đợt. Hãy sửa mã hoặc bỏ một dòng.', en: 'It is in row {other} already: the same ref, or the same person or collective in one cycle. Change the ref or leave out one row.' },
  'review.cycle_differs': { vi: '“{value}” khác với dòng {other} của cùng đợt (cùng cấp mở đợt, loại và kỳ). Hãy ghi tên đợt và hạn như nhau.', en: '“{value}” is not what row {other} of the same cycle says (same opener, kind and period). Write the same title and deadline.' },
  'review.form_mismatch': { vi: 'Mẫu và cột Cá nhân không khớp: tập thể dùng báo cáo kiểm điểm tập thể và để trống cột Cá nhân; cá nhân dùng mẫu 2A, 2B hoặc 2C.', en: 'Form and person do not agree: a collective has the report of the collective and no person, a person has form 2A, 2B or 2C.' },
  'review.unknown': { vi: 'Không có bản kiểm điểm “{value}” của đơn vị này trong bảng Kết quả kiểm điểm cùng tệp. Hãy kiểm tra mã.', en: 'There is no review “{value}” of this unit in the sheet Reviews of the same file. Check the ref.' },
  'review.suggestions_many': { vi: 'Một bản kiểm điểm có nhiều nhất {most} nội dung gợi ý. Hãy gộp bớt.', en: 'A review has {most} suggestions at most. Put some together.' },
  'review.own': { vi: 'Không ai tự ghi kết luận kiểm điểm của mình. Hãy bỏ dòng này và nhờ người khác của nơi kiểm điểm nhập.', en: 'Nobody records the conclusion of the own review. Leave the row out and have a colleague import it.' },
  'review.may_not_open': { vi: 'Tài khoản không được mở đợt kiểm điểm thay cấp này. Hãy kiểm tra cấp mở đợt, hoặc bỏ dòng này.', en: 'You may not open cycles for this body. Check the opener, or leave out the row.' },
  'review.may_not_record': { vi: 'Tài khoản không được ghi kết luận kiểm điểm tại “{value}”; của cá nhân thì chỉ người được giao tại đúng nơi kiểm điểm mới ghi được. Hãy bỏ dòng này.', en: 'You may not record reviews at “{value}”; of people only who is assigned at the very unit does. Leave out the row.' },
  'review.in_future': { vi: 'Ngày kiểm điểm chưa đến. Bảng chỉ ghi những bản đã kiểm điểm.', en: 'The day has not come yet. The sheet holds what was held.' },
  'review.no_form': { vi: 'Kỳ này trước mẫu kiểm điểm sớm nhất của hệ thống (08/3/2018). Hãy bỏ dòng này.', en: 'The period ends before the earliest forms that the system knows (8 March 2018). Leave out the row.' },
  'review.opener_not_above': { vi: 'Cấp mở đợt phải là chính đơn vị hoặc cấp trên của đơn vị vào ngày cuối kỳ. Hãy kiểm tra lại.', en: 'The opener is the unit itself or one above it on the last day of the period. Check it.' },
  'review.not_there': { vi: 'Trong kỳ, người này không sinh hoạt hay giữ chức vụ tại “{value}”. Hãy kiểm tra nơi kiểm điểm và kỳ.', en: 'The person was no member and held no post at “{value}” in the period. Check unit and period.' },
  'review.past_keeping': { vi: 'Bản kiểm điểm cá nhân của kỳ này đã hết thời hạn lưu theo quy định nên không nhập. Hãy bỏ dòng này.', en: 'Reviews of people of this period are past the time for which the rule keeps them. Leave out the row.' },
  'review.there': { vi: 'Bản kiểm điểm này đã có trên hệ thống với nội dung khác, và không bị ghi đè. Hãy sửa trên màn hình, hoặc bỏ dòng này.', en: 'It is in the system with other content, and is not written over. Change it on screen, or leave out the row.' },
  'review.cycle_there': { vi: 'Cấp này đã có đợt kiểm điểm cùng loại, cùng kỳ trên hệ thống. Hãy ghi kết luận trong đợt đó và bỏ dòng này.', en: 'The body has a cycle of this kind and period in the system. Record the conclusion there and leave out the row.' },
  'rating.decided_before_year': { vi: 'Ngày quyết định {value} trước năm {year} được xếp loại. Hãy kiểm tra năm và ngày.', en: '{value} lies before the year {year} that was rated. Check year and day.' },
  'oversight.kind_unknown': { vi: '“{value}” không nêu đúng loại đơn vị. Hãy ghi như “Đảng bộ xã; Chi bộ”.', en: '“{value}” names no kind of unit. Write “Commune Party organisation; Party cell”, for example.' },
  'oversight.tier_twice': { vi: 'Nhóm cán bộ này đã ghi ở dòng {other} cho cùng quy chế. Hãy bỏ một dòng.', en: 'The tier is in row {other} already for the same regulation. Leave out one row.' },
  'oversight.differs': { vi: 'Thời gian, diện theo dõi hoặc số đơn vị tối đa khác dòng {other} của cùng quy chế. Hãy ghi giống nhau.', en: 'Time, kinds or most units differ from row {other} of the same regulation. Write the same.' },
  'oversight.end_missing': { vi: 'Đã ghi lý do kết thúc thì phải có ngày cuối. Hãy điền cột này.', en: 'With a reason of its end there is a last day. Fill in the column.' },
  'oversight.twice': { vi: 'Cán bộ này đã được ghi theo dõi đơn vị từ cùng ngày ở dòng {other}. Hãy bỏ một dòng.', en: 'The cadre follows the unit from the same day in row {other} already. Leave out one row.' },
  'oversight.overlaps': { vi: 'Cán bộ này đang theo dõi đơn vị trong thời gian đó theo cùng quy chế. Hãy sửa các ngày.', en: 'The cadre follows the unit in that time already under the same regulation. Correct the days.' },
  'oversight.regulation_unknown': { vi: 'Nơi phân công không có quy chế “{value}”. Hãy ghi quy chế trong bảng Quy chế theo dõi cơ sở, hoặc sửa tên.', en: 'The organisation has no regulation “{value}”. Write it in the sheet Regulations of oversight, or correct its title.' },
  'oversight.not_covered': { vi: '“{value}” không thuộc diện theo dõi của quy chế vào ngày bắt đầu. Hãy kiểm tra đơn vị và ngày.', en: '“{value}” is not covered by the regulation on the first day. Check the unit and the day.' },
  'oversight.refused': { vi: 'Thời gian hoặc nhóm cán bộ không khớp với quy chế. Hãy kiểm tra các ngày và nhóm cán bộ.', en: 'Time or tier do not fit the regulation. Check the days and the tier.' },
  'visit.met_unknown': { vi: '“{value}” không nêu đúng người đã gặp. Hãy ghi theo chức danh, như “Bí thư, phó bí thư; Người dân”.', en: '“{value}” names nobody by post. Write “Secretary, deputy; Residents”, for example.' },
  'visit.heard_half': { vi: 'Điều nghe được phải có cả lĩnh vực và nội dung. Hãy điền cột này, hoặc bỏ cột kia.', en: 'What was heard needs its topic and its words. Fill in this column, or leave out the other.' },
  'visit.promise_half': { vi: 'Việc đã hứa phải có cả nội dung và thời hạn. Hãy điền cột này, hoặc bỏ cột kia.', en: 'A promise needs its words and its deadline. Fill in this column, or leave out the other.' },
  'visit.kept_before': { vi: 'Ngày làm xong phải có việc đã hứa và từ ngày đi trở đi. Hãy sửa.', en: 'A promise is kept on the day of the visit or later. Correct it.' },
  'visit.read_before': { vi: 'Ngày đọc phải từ ngày nộp trở đi. Hãy sửa.', en: 'It is read on the day on which it was handed in, or later. Correct it.' },
  'visit.twice': { vi: 'Dòng này trùng với dòng {other}. Hãy bỏ một dòng hoặc đổi mã.', en: 'The row is the same as row {other}. Leave one out, or change the ref.' },
  'visit.worked_on': { vi: 'Đã được sửa trên hệ thống sau lần nhập trước nên tệp không ghi đè. Hãy bỏ dòng này.', en: 'It was changed in the system since; a file does not write over that. Leave out the row.' },
  'visit.refused': { vi: 'Ngày hoặc nội dung không hợp lệ. Hãy kiểm tra: ngày không sau hôm nay, thời hạn không trước ngày đi, báo cáo có phần việc đã làm.', en: 'A day or the words are not right: no day after today, no deadline before the visit, a report says what was done.' },
  'visit.may_not_record': { vi: 'Tài khoản không được ghi chuyến đi, báo cáo tại “{value}”. Hãy bỏ các dòng nhắc đến đơn vị này.', en: 'You may not record visits or reports at “{value}”. Leave out the rows that name it.' },
  'oversight.may_not_assign': { vi: 'Tài khoản không được phân công cán bộ theo dõi tại “{value}”. Hãy bỏ các dòng nhắc đến đơn vị này.', en: 'You may not assign cadres at “{value}”. Leave out the rows that name it.' },
  'rating.twice': { vi: 'Kết quả xếp loại năm {value} của đơn vị hoặc người này đã ghi ở dòng {other}. Hãy bỏ một dòng.', en: 'The rating for {value} is in row {other} already. Leave out one row.' },
  'rating.there': { vi: 'Năm này “{value}” đã có kết quả xếp loại ghi trên hệ thống. Hãy bỏ dòng này, hoặc sửa trên hệ thống.', en: 'There is a rating of “{value}” for the year in the system already. Leave out the row, or correct it there.' },
  'rating.in_future': { vi: 'Ngày quyết định chưa đến. Bảng chỉ ghi kết quả đã quyết định.', en: 'The day of the decision has not come yet. The sheet holds what was decided.' },
  'rating.year_not_over': { vi: 'Năm {year} chưa hết. Kết quả năm nay do cấp trên quyết định trong đợt xếp loại trên hệ thống. Hãy bỏ dòng này.', en: 'The year {year} is not over: it is decided by the committee above, in its season. Leave out the row.' },
  'rating.season_there': { vi: 'Cấp trên của “{value}” có đợt xếp loại năm {year} trên hệ thống. Hãy ghi quyết định trong đợt đó và bỏ dòng này.', en: 'The committee above “{value}” has a season of {year} in the system. Enter the decision there and leave out the row.' },
  'rating.corrected_since': { vi: 'Kết quả năm {year} của “{value}” đã được sửa trên hệ thống sau lần nhập trước. Hãy bỏ dòng này, hoặc sửa trên hệ thống.', en: 'The rating of “{value}” for {year} was corrected in the system since it was imported. Leave out the row, or correct it there.' },
  'rating.not_rated': { vi: '“{value}” không phải đảng bộ, chi bộ được xếp loại. Hãy kiểm tra mã đơn vị.', en: '“{value}” is no organisation that is rated. Check the ref.' },
  'rating.level_unknown': { vi: 'Khung xếp loại của năm không có mức này. Hãy kiểm tra năm và mức.', en: 'The frame of the year has no such level. Check year and level.' },
  'rating.not_placed': { vi: 'Đảng viên không sinh hoạt tại “{value}” trong năm. Hãy kiểm tra chi bộ và năm.', en: 'The member was not in “{value}” in the year. Check cell and year.' },
  'rating.may_not_record': { vi: 'Tài khoản không được ghi quyết định xếp loại của “{value}”: chỉ cấp trên trực tiếp đã quyết định mới ghi được. Hãy bỏ dòng này.', en: 'You may not enter the decisions on “{value}”: only the body directly above, which decided, does. Leave out the row.' },
  'document.may_not_record': { vi: 'Tài khoản không được ghi văn bản của đơn vị “{value}”. Hãy bỏ các dòng nhắc đến đơn vị này.', en: 'You may not enter documents of the unit “{value}”. Leave out the rows that name it.' },
  'document.in_future': { vi: 'Ngày {value} chưa đến. Sổ chỉ ghi văn bản đã ban hành, đã nhận.', en: '{value} has not come yet. The register holds documents that were issued and received.' },
  'document.number_taken': { vi: 'Trong nhiệm kỳ này đơn vị đã có văn bản khác mang số {value}. Hãy kiểm tra số, hoặc bỏ dòng này nếu văn bản đã ghi trên hệ thống.', en: 'The unit has another document numbered {value} in this term. Check the number, or leave the row out if the document is in the system already.' },
  'document.there_already': { vi: 'Sổ văn bản đến của đơn vị đã có {value} cùng ngày ban hành. Hãy kiểm tra có ghi hai lần không.', en: 'The unit’s register of received documents has {value} of the same day already. Check whether it is entered twice.' },
  'document.carries_out_unknown': { vi: 'Không thấy văn bản “{value}” của đơn vị đã ghi, ban hành không sau văn bản này. Hãy kiểm tra số, ký hiệu, ngày và đơn vị.', en: 'No document “{value}” of the unit named, issued no later than this one, is there for you to read. Check symbol, day and unit.' },
  'clause.document_unknown': { vi: 'Không thấy văn bản “{value}” trong sổ của đơn vị đã ghi, mà tài khoản được xem. Hãy kiểm tra số, ký hiệu, đơn vị và ngày ban hành.', en: 'No document “{value}” is in the register of the unit named for you to read. Check symbol, unit and day of issue.' },
  'clause.document_several': { vi: 'Có {count} văn bản “{value}” trong sổ của đơn vị đã ghi. Hãy điền ngày ban hành.', en: 'There are {count} documents “{value}” in the register of the unit named. Fill in the day of issue.' },
  'clause.document_secret': { vi: 'Văn bản “{value}” có dấu mật, chỉ ghi vào sổ, không ghi nội dung. Hãy bỏ dòng này.', en: '“{value}” bears a stamp of secrecy: nothing of it is kept but the register. Leave the row out.' },
  'clause.label_taken': { vi: 'Trên hệ thống, văn bản này đã có nội dung khác mang số mục {value}. Hãy bỏ dòng này và sửa trên màn hình, hoặc sửa số mục.', en: 'The document has another clause {value} in the system. Leave the row out and change it on screen, or correct the label.' },
  'clause.asked': { vi: 'Văn bản đã giao các đơn vị triển khai. Hãy bỏ dòng này, và sửa nội dung trên màn hình kèm lý do.', en: 'Units are asked to carry this document out. Leave the row out, and change it on screen, with the reason.' },
  'clause.too_many': { vi: 'Một văn bản có nhiều nhất {most} nội dung. Hãy gộp hoặc bỏ bớt.', en: 'A document has {most} clauses at most. Join some, or leave some out.' },
  'answer.not_asked': { vi: 'Văn bản “{value}” chưa triển khai đến đơn vị này. Hãy triển khai văn bản trên màn hình trước, hoặc bỏ dòng này.', en: '“{value}” is not passed down to this unit. Pass it down on screen first, or leave the row out.' },
  'answer.clause_unknown': { vi: 'Văn bản không có nội dung mang số mục {value}. Hãy kiểm tra số mục.', en: 'The document has no clause {value}. Check the label.' },
  'answer.clause_several': { vi: 'Văn bản có nhiều nội dung cùng mang số mục {value}. Hãy sửa số mục trên màn hình trước.', en: 'Several clauses of the document are labelled {value}. Change the labels on screen first.' },
  'answer.own_document_unknown': { vi: 'Không thấy văn bản “{value}” trong sổ văn bản đi của đơn vị. Hãy kiểm tra số, ký hiệu, hoặc ghi văn bản vào sổ trước.', en: 'The unit has issued no document “{value}”. Check the symbol, or enter the document first.' },
  'answer.answered_outside': { vi: 'Ngày trả lời ({value}) phải từ ngày được giao {from} đến hôm nay {to}. Hãy sửa ngày.', en: 'The answer ({value}) is given between {from}, when the unit was asked, and today, {to}. Correct the day.' },
  'answer.done_outside': { vi: 'Ngày hoàn thành ({value}) phải từ ngày trả lời {from} đến hôm nay {to}. Hãy sửa ngày.', en: 'It is done ({value}) between {from}, when it was answered, and today, {to}. Correct the day.' },
  'answer.there_already': { vi: 'Đơn vị đã trả lời mục {value} khác thế này, trên hệ thống hoặc từ nguồn khác. Hãy bỏ dòng này, và sửa trên màn hình.', en: 'The unit has answered {value} otherwise, in the system or from another source. Leave the row out and change it on screen.' },
  'answer.links_full': { vi: 'Văn bản {value} đã liên quan với quá nhiều văn bản. Hãy ghi văn bản khác.', en: 'The document {value} is linked with too many others. Name another.' },
  'document.is_void': { vi: 'Văn bản này đã bị hủy trên hệ thống. Hãy khôi phục văn bản, hoặc bỏ dòng này.', en: 'This document was taken out of the register on screen. Put it back, or leave the row out.' },
  'document.has_files': { vi: 'Văn bản này đã có tệp đính kèm nên không ghi độ mật được. Hãy bỏ các tệp trước.', en: 'The document has files, so it can’t be marked as secret. Take the files out first.' },
  'task.may_not_record': { vi: 'Tài khoản không được giao nhiệm vụ cho đơn vị “{value}”. Hãy bỏ các dòng nhắc đến đơn vị này.', en: 'You may not give tasks to the unit “{value}”. Leave out the rows that name it.' },
  'task.given_ahead': { vi: 'Ngày giao {value} chưa đến. Hãy sửa ngày.', en: '{value} has not come yet. Correct the day.' },
  'task.settled_ahead': { vi: 'Ngày kết thúc {value} chưa đến. Hãy sửa ngày.', en: '{value} has not come yet. Correct the day.' },
  'task.document_unknown': { vi: 'Không thấy văn bản “{value}” trong sổ của đơn vị giao, ban hành không sau ngày giao. Hãy kiểm tra số, ký hiệu và đơn vị giao.', en: 'No document “{value}” issued by then is in the register of the unit that gave the task, for you to read. Check the symbol and the unit.' },
  'attendance.name_unknown': { vi: 'Không có ai tên “{value}” trong danh sách của buổi họp này. Hãy kiểm tra họ và tên, năm sinh, ngày họp và nơi sinh hoạt.', en: 'Nobody of the name “{value}” is on the roll of this meeting. Check the name, the year of birth, the day and where they are placed.' },
  'attendance.name_several': { vi: 'Có {count} người tên “{value}” trong danh sách của buổi họp này, sinh năm: {years}. Hãy ghi thêm năm sinh sau họ và tên, hoặc ghi mã người.', en: '{count} people on the roll of this meeting bear the name “{value}”, born in: {years}. Write the year of birth behind the name, or their ref.' },
  'attendance.not_on_roll': { vi: 'Người “{value}” không có trong danh sách của buổi họp này. Hãy kiểm tra mã người, ngày họp và nơi sinh hoạt.', en: '“{value}” is not on the roll of this meeting. Check the person, the day and where they are placed.' },
  'person.nowhere': { vi: '“{value}” chưa sinh hoạt ở chi bộ nào và chưa giữ chức danh nào nên sẽ không thuộc phạm vi của ai. Hãy ghi ở bảng Sinh hoạt đảng hoặc Quá trình giữ chức.', en: '“{value}” has neither a cell nor a post, so the person would lie in nobody’s reach. Add a row to Memberships or Tenures.' },
  'person.out_of_reach': { vi: 'Người có mã “{value}” nay nằm ngoài phạm vi được phân quyền nên không cập nhật được.', en: 'The person “{value}” is now outside your reach and cannot be updated.' },
  'post.out_of_reach': { vi: 'Chức danh “{value}” nằm ngoài phạm vi được phân quyền. Hãy bỏ các dòng nhắc đến chức danh này.', en: 'The post “{value}” is outside your reach. Leave out the rows that name it.' },
  'row.out_of_reach': { vi: 'Dòng này sửa hoặc bỏ một nội dung của “{value}” tại đơn vị nằm ngoài phạm vi được phân quyền.', en: 'The row changes or takes out something of “{value}” at a unit outside your reach.' },
  'row.changed_since': { vi: 'Nội dung này đã được sửa trên hệ thống sau lần nhập trước. Nhập sẽ ghi đè bằng dữ liệu trong bảng.', en: 'This was changed in the system after the last import. Importing overwrites it with the sheet.' },
  'row.removed_since': { vi: 'Bảng không còn một nội dung của “{value}” mà lần nhập trước đã ghi. Nhập sẽ bỏ nội dung đó.', en: 'The sheet no longer has something of “{value}” that the last import wrote. Importing takes it out.' },
  'unit.life_exceeded': { vi: 'Có lúc “{value}” sinh hoạt hoặc giữ chức tại một đơn vị chưa lập hoặc đã giải thể. Hãy xem lại các ngày của người và của đơn vị.', en: 'At some time “{value}” is placed or holds a post in a unit that does not stand. Check the days of both.' },
  'post.overfull': { vi: 'Chức danh này có lúc nhiều người giữ hơn số người được bố trí. Hãy xem lại ngày kết thúc của người trước.', en: 'At some time the post is held by more people than it has seats. Check when the holder before left.' },
  'person.number_taken': { vi: 'Số này đã ghi cho một người khác. Hãy kiểm tra lại số.', en: 'This number is already recorded for somebody else. Check it.' },
  'database.refused': { vi: 'Dữ liệu trong bảng mâu thuẫn với dữ liệu đã có ({problem}). Hãy xem lại các khoảng thời gian trùng nhau.', en: 'The sheets contradict what is already recorded ({problem}). Look for periods that overlap.' },
});

export const importFindings = { ...fileFindings, ...layoutFindings, ...cellFindings, ...crossFindings, ...meetingFindings, ...databaseFindings };

const besidesMessages = defineMessages({
  existingUnit: { vi: 'Nếu đơn vị đã có trên hệ thống: ghi đúng tên đầy đủ của đơn vị, hoặc mở trang đơn vị, thẻ Thông tin, bấm Chép mã rồi dán vào đây.', en: 'If the unit is already in the system, write its full name, or open its page, tab Details, press Copy and paste it here.' },
});

/** Where the finding is, as a person would say it: "Đơn vị, dòng 12, cột Từ ngày". */
export const placeMessages = defineMessages({
  row: { vi: 'dòng {row}', en: 'row {row}' },
  column: { vi: 'cột “{column}”', en: 'column “{column}”' },
});

export function findingSentence(finding: Finding, language: Language): string {
  const column = columnTitle(finding.sheet, finding.column, language);
  const data = Object.entries(finding.data ?? {}).map(([key, value]) => [key, inWords(key, value, language)] as const);
  const value = finding.value === undefined ? {} : { value: inWords('value', finding.value, language) };
  const sentence = textOf(importFindings[finding.code], language, { ...Object.fromEntries(data), ...(column !== '' && { column }), ...value });
  return finding.code === 'ref.unresolved' && finding.data?.['target'] === 'units' ? `${sentence} ${textOf(besidesMessages.existingUnit, language)}` : sentence;
}

/** Names of sheets and kinds in the reader's language, days the way they are written here. */
function inWords(key: string, value: string | number, language: Language): string | number {
  if (typeof value === 'number') return value;
  if (key === 'target' || key === 'title') return sheetTitle(value, language);
  if (key === 'kind') return unitKinds.find(({ code }) => code === value)?.[language] ?? value;
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value.split('-').reverse().join('/') : value;
}

export function findingPlace(finding: Finding, language: Language): string {
  const column = columnTitle(finding.sheet, finding.column, language);
  const parts = [
    sheetTitle(finding.sheet, language),
    finding.row === null ? '' : textOf(placeMessages.row, language, { row: finding.row }),
    column === '' ? '' : textOf(placeMessages.column, language, { column }),
  ];
  return parts.filter((part) => part !== '').join(', ');
}
