/** Words of the page of the five cases: what each is about, in our own sentences. */
import { defineMessages } from '../../platform/messages.ts';
import { casesTitles } from './cases.titles.messages.ts';

export const casesWeb = defineMessages({
  ...casesTitles,
  what: {
    vi: 'Năm nơi có thật, năm cách làm ở cơ sở, theo báo chí từ 2014 đến 2023. Số đã công bố đặt cạnh số tính từ dữ liệu; bấm vào một dòng để mở số liệu tại đúng đơn vị, ngày và bộ lọc ấy.',
    en: 'Five real places and ways of working at the base, from press reports of 2014 to 2023. What was printed stands beside what the records give; press a row to open the figure at that very unit, day and filter.',
  },
  people: { vi: 'Nơi chốn, đơn vị và số liệu là thật; người trong dữ liệu mẫu là người được tạo ra, văn bản cũng vậy.', en: 'Places, units and figures are real; the people in the sample are made up, and so are the documents.' },
  allAgree: { vi: '{count}/{count} số liệu tính được đều khớp.', en: '{count} of {count} computed figures agree.' },
  allAgreeBut: { vi: '{count}/{count} số liệu tính được đều khớp; {without} chưa có số liệu tính được.', en: '{count} of {count} computed figures agree; none can be computed yet for {without}.' },
  'without.1': { vi: 'trường hợp {letters}', en: 'case {letters}' },
  'without.2': { vi: 'hai trường hợp {letters}', en: 'the two cases {letters}' },
  'without.3': { vi: 'ba trường hợp {letters}', en: 'the three cases {letters}' },
  'without.4': { vi: 'bốn trường hợp {letters}', en: 'the four cases {letters}' },
  someDiffer: { vi: '{differing} trong {count} số liệu bị lệch.', en: '{differing} of {count} figures differ.' },
  someMissing: { vi: '{missing} số liệu chưa tính được; lý do ghi ở từng dòng.', en: '{missing} could not be computed; each row says why.' },
  tableOf: { vi: 'Bảng đối chiếu trường hợp {letter}', en: 'Figures of case {letter}' },
  figure: { vi: 'Số liệu', en: 'Figure' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  day: { vi: 'Ngày', en: 'Day' },
  printed: { vi: 'Số đã công bố', en: 'Printed' },
  computed: { vi: 'Tính từ dữ liệu', en: 'Computed' },
  result: { vi: 'Đối chiếu', en: 'Result' },
  agrees: { vi: 'Khớp', en: 'Agrees' },
  differs: { vi: 'Lệch', en: 'Differs' },
  notComputed: { vi: 'Chưa tính được', en: 'Not computed' },
  source: { vi: 'Nguồn', en: 'Source' },
  ratio: { vi: '{count} trong {base}', en: '{count} of {base}' },
  notYet: { vi: 'Số liệu của trường hợp này chưa tính được: phần ghi việc tương ứng chưa có trong hệ thống.', en: 'The figures of this case can’t be computed yet: that part of the work is not recorded in the system so far.' },
  emptyTitle: { vi: 'Số đã công bố của các trường hợp sẽ đứng cạnh số tính từ dữ liệu', en: 'The printed figures of the cases will stand beside the computed ones' },
  emptyWhy: {
    vi: 'Chưa có vì dữ liệu mẫu chưa được nạp, hoặc các nơi này không thuộc phạm vi của đồng chí. Với đơn vị của mình, ghi số đã công bố ngay trên trang của từng số liệu.',
    en: 'None yet: the sample is not loaded, or these places are outside your reach. For your own unit, record printed values on the page of each figure.',
  },
  toFigures: { vi: 'Mở danh mục số liệu', en: 'Open the list of figures' },
  'A.title': { vi: 'A · Thị trấn Sịa, Thừa Thiên Huế, 2023', en: 'A · Sịa township, Thừa Thiên Huế, 2023' },
  'A.about': {
    vi: 'Tỉnh về làm việc với thị trấn về việc thực hiện các nghị quyết chuyên đề. Câu hỏi đặt ra: đảng bộ có bao nhiêu đảng viên, chi bộ nào ở tổ dân phố, chi bộ nào ở trường học; quy mô tổ dân phố và đội ngũ bí thư, tổ trưởng ra sao; ai ghi chép khi văn phòng chỉ có người không chuyên trách.',
    en: 'The province sits down with a township over its thematic resolutions. How many members are there, which cells stand in residential groups and which in schools, how large are the groups and who leads them, and who does the paperwork where the office has only part-time staff?',
  },
  'B.title': { vi: 'B · Phường Thới Long, Cần Thơ, 2014', en: 'B · Thới Long ward, Cần Thơ, 2014' },
  'B.about': {
    vi: 'Sau tự phê bình và phê bình, phường khắc phục từng hạn chế, có việc làm và kết quả đi kèm: học nghị quyết đầy đủ hơn, quy hoạch và luân chuyển cán bộ, quản lý xây dựng, giảm nghèo.',
    en: 'After self-criticism a ward puts its shortcomings right one by one, each with its remedy and its effect: study of resolutions, planning and rotation of cadres, building order, poverty.',
  },
  'C.title': { vi: 'C · Huyện Tân Hồng, Đồng Tháp, 2019', en: 'C · Tân Hồng district, Đồng Tháp, 2019' },
  'C.about': {
    vi: 'Hơn hai năm nâng cao chất lượng đảng bộ xã và chi bộ ấp: chi bộ có nơi làm việc riêng, bí thư đồng thời là trưởng ấp, phó bí thư đồng thời là trưởng ban công tác Mặt trận, và nơi đầu tiên bí thư xã đồng thời là chủ tịch.',
    en: 'Two years of raising the quality of commune committees and hamlet cells: an office for every cell, one person as secretary and hamlet head, one as deputy and head of the Front’s board, and the first commune whose secretary is also its chair.',
  },
  'D.title': { vi: 'D · Tỉnh Sóc Trăng, 2022–2023', en: 'D · Sóc Trăng province, 2022–2023' },
  'D.about': {
    vi: 'Cán bộ của tỉnh được phân công theo dõi đảng bộ xã, phường, thị trấn: nơi nào đã có người, ai về cơ sở, ai dự sinh hoạt chi bộ, kiến nghị nào đã được giải quyết.',
    en: 'Provincial cadres are each assigned commune committees to follow: which places have somebody, who goes there, who sits in on cell meetings, which petitions were settled.',
  },
  'E.title': { vi: 'E · Huyện Sông Lô, Vĩnh Phúc, 2022', en: 'E · Sông Lô district, Vĩnh Phúc, 2022' },
  'E.about': {
    vi: 'Huyện muốn mọi trưởng thôn, tổ trưởng tổ dân phố đều là đảng viên để nghị quyết của chi bộ đến dân sớm và đúng. Cần biết rõ ai chưa vào Đảng, ở xã nào, và nơi nào bí thư chi bộ đồng thời là trưởng thôn.',
    en: 'The district wants every village head to be a Party member, so that what a cell resolves reaches the residents soon and first-hand. Who is not yet, in which commune, and where is the cell secretary also village head?',
  },
});
