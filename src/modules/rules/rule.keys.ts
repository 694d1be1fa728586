/**
 * The rules that the system applies: what each means and how its value is written. Values, documents and dates are data
 * (`rules`), never here.
 */
import type { Text } from '../../platform/contract.ts';

/** What a value counts; a share is written from 0 to 1. */
export const ruleUnits = {
  times: { vi: 'lần', en: 'times' },
  minute: { vi: 'phút', en: 'minutes' },
  day: { vi: 'ngày', en: 'days' },
  dayOfMonth: { vi: 'hằng tháng', en: 'of the month' },
  workingDay: { vi: 'ngày làm việc', en: 'working days' },
  month: { vi: 'tháng', en: 'months' },
  year: { vi: 'tuổi', en: 'years of age' },
  member: { vi: 'đảng viên', en: 'members' },
  household: { vi: 'hộ', en: 'households' },
  share: { vi: '%', en: '%' },
  point: { vi: 'điểm', en: 'points' },
  /** 1 for yes, 0 for no. */
  flag: { vi: 'có', en: 'yes' },
  unit: { vi: 'đơn vị', en: 'units' },
} as const satisfies Record<string, Text>;

export type RuleUnit = keyof typeof ruleUnits;

export const ruleGroups = {
  organisation: { vi: 'Tổ chức', en: 'Organisation' },
  meetings: { vi: 'Sinh hoạt', en: 'Meetings' },
  members: { vi: 'Đảng viên', en: 'Members' },
  tasks: { vi: 'Nhiệm vụ', en: 'Tasks' },
  cascades: { vi: 'Triển khai văn bản', en: 'Passing documents down' },
  ratings: { vi: 'Đánh giá, xếp loại', en: 'Ratings' },
  oversight: { vi: 'Bám cơ sở', en: 'Oversight' },
  petitions: { vi: 'Kiến nghị', en: 'Petitions' },
  reports: { vi: 'Báo cáo sơ kết', en: 'Interim reviews' },
} as const satisfies Record<string, Text>;

export type RuleGroup = keyof typeof ruleGroups;

export interface RuleKind {
  readonly group: RuleGroup;
  readonly unit: RuleUnit;
  readonly least: number;
  readonly most: number;
  readonly title: Text;
}

export const ruleKinds = {
  'cell.minFullMembers': { group: 'organisation', unit: 'member', least: 1, most: 100, title: { vi: 'Số đảng viên chính thức tối thiểu để lập chi bộ', en: 'Full members needed to found a cell' } },
  'grassrootsBody.minMembers': { group: 'organisation', unit: 'member', least: 1, most: 500, title: { vi: 'Số đảng viên tối thiểu của đảng bộ cơ sở', en: 'Members needed for a grassroots Party organisation' } },
  'cellCommittee.minFullMembers': { group: 'organisation', unit: 'member', least: 1, most: 100, title: { vi: 'Số đảng viên chính thức tối thiểu để chi bộ bầu chi ủy', en: 'Full members from which a cell elects a committee' } },
  'cellCommittee.maxSize': { group: 'organisation', unit: 'member', least: 1, most: 50, title: { vi: 'Số chi ủy viên tối đa', en: 'Largest cell committee' } },
  'cell.termMonths': { group: 'organisation', unit: 'month', least: 1, most: 120, title: { vi: 'Nhiệm kỳ chi bộ', en: 'Term of a cell' } },
  'cell.congressShiftMonths': { group: 'organisation', unit: 'month', least: 0, most: 24, title: { vi: 'Thời gian tối đa được tổ chức đại hội chi bộ sớm hoặc muộn', en: 'Most that a cell congress may be early or late' } },
  'residentialGroup.minHouseholds': { group: 'organisation', unit: 'household', least: 1, most: 5000, title: { vi: 'Số hộ tối thiểu của tổ dân phố', en: 'Least households of a residential group' } },
  'residentialGroup.maxHouseholds': { group: 'organisation', unit: 'household', least: 1, most: 5000, title: { vi: 'Số hộ tối đa của tổ dân phố', en: 'Most households of a residential group' } },
  'meeting.regular.perMonth': { group: 'meetings', unit: 'times', least: 0, most: 10, title: { vi: 'Sinh hoạt thường kỳ mỗi tháng', en: 'Regular meetings a month' } },
  'meeting.regular.dueDay': { group: 'meetings', unit: 'dayOfMonth', least: 1, most: 31, title: { vi: 'Ngày bắt đầu nhắc chi bộ chưa sinh hoạt thường kỳ', en: 'Day from which a missing regular meeting is told' } },
  'meeting.thematic.perQuarter': { group: 'meetings', unit: 'times', least: 0, most: 10, title: { vi: 'Số lần sinh hoạt chuyên đề tối thiểu mỗi quý', en: 'Least number of thematic meetings a quarter' } },
  'meeting.minMinutes': { group: 'meetings', unit: 'minute', least: 1, most: 600, title: { vi: 'Thời gian tối thiểu của buổi sinh hoạt thường kỳ', en: 'Least length of a regular meeting' } },
  'meeting.minMinutesWithTheme': { group: 'meetings', unit: 'minute', least: 1, most: 600, title: { vi: 'Thời gian tối thiểu của buổi sinh hoạt kết hợp chuyên đề', en: 'Least length of a meeting with a theme' } },
  'meeting.papersLeadDays': { group: 'meetings', unit: 'day', least: 0, most: 60, title: { vi: 'Thời gian tối thiểu gửi tài liệu trước buổi sinh hoạt', en: 'Least time between sending the papers and the meeting' } },
  'meeting.attendanceShare': { group: 'meetings', unit: 'share', least: 0, most: 1, title: { vi: 'Tỷ lệ đảng viên dự sinh hoạt (phải trên mức này)', en: 'Share of members attending (must be above this)' } },
  'meeting.quorumShare': { group: 'meetings', unit: 'share', least: 0, most: 1, title: { vi: 'Tỷ lệ đảng viên chính thức có mặt để biểu quyết (phải trên mức này)', en: 'Share of full members present for a vote (must be above this)' } },
  'meeting.expectsAway': { group: 'meetings', unit: 'flag', least: 0, most: 1, title: { vi: 'Tính đảng viên đi xa có báo cáo vào số phải dự họp', en: 'Members away with leave are expected at meetings' } },
  'meeting.minutesDays': { group: 'meetings', unit: 'day', least: 1, most: 90, title: { vi: 'Thời hạn nhắc biên bản chưa thông qua, kể từ ngày họp', en: 'Time after the meeting when minutes not adopted are told' } },
  'meeting.score.good': { group: 'meetings', unit: 'point', least: 0, most: 100, title: { vi: 'Điểm thấp nhất để buổi sinh hoạt xếp loại tốt', en: 'Least points of a good meeting' } },
  'meeting.score.fair': { group: 'meetings', unit: 'point', least: 0, most: 100, title: { vi: 'Điểm thấp nhất để buổi sinh hoạt xếp loại khá', en: 'Least points of a fair meeting' } },
  'meeting.score.average': { group: 'meetings', unit: 'point', least: 0, most: 100, title: { vi: 'Điểm thấp nhất để buổi sinh hoạt xếp loại trung bình', en: 'Least points of an average meeting' } },
  'cascade.receivedDays': { group: 'cascades', unit: 'day', least: 1, most: 365, title: { vi: 'Thời hạn tiếp nhận văn bản cấp trên, kể từ ngày triển khai', en: 'Time to receive a superior document after it is passed down' } },
  'cascade.answeredDays': { group: 'cascades', unit: 'day', least: 1, most: 730, title: { vi: 'Thời hạn trả lời từng nội dung, kể từ ngày triển khai', en: 'Time to answer each clause after it is passed down' } },
  'cascade.studiedDays': { group: 'cascades', unit: 'day', least: 1, most: 730, title: { vi: 'Thời hạn học tập, quán triệt, kể từ ngày triển khai', en: 'Time to study it after it is passed down' } },
  'cascade.programmeDays': { group: 'cascades', unit: 'day', least: 1, most: 730, title: { vi: 'Thời hạn ban hành chương trình hành động, kể từ ngày triển khai', en: 'Time to issue an action programme after it is passed down' } },
  'cascade.planDays': { group: 'cascades', unit: 'day', least: 1, most: 730, title: { vi: 'Thời hạn ban hành kế hoạch, kể từ ngày triển khai', en: 'Time to issue a plan after it is passed down' } },
  'selfReview.keepMonths': { group: 'members', unit: 'month', least: 12, most: 240, title: { vi: 'Thời gian lưu bản tự kiểm điểm của cá nhân', en: 'How long a person’s reviews are kept' } },
  'visit.remindDays': { group: 'oversight', unit: 'day', least: 1, most: 90, title: { vi: 'Thời gian nhắc trước khi hết quý mà chưa đi cơ sở', en: 'Time before the end of a quarter when a missing visit is told' } },
  'visit.afterEndDays': { group: 'oversight', unit: 'day', least: 0, most: 365, title: { vi: 'Thời gian còn ghi, sửa được chuyến đi sau khi thôi theo dõi', en: 'How long after an assignment its visits are still written down and corrected' } },
  'cadreReport.handInDays': { group: 'oversight', unit: 'day', least: 1, most: 90, title: { vi: 'Thời hạn nộp báo cáo theo dõi cơ sở, kể từ ngày hết kỳ', en: 'Time to hand in a report after its period' } },
  'removal.monthsAbsentOrUnpaid': { group: 'members', unit: 'month', least: 1, most: 12, title: { vi: 'Số tháng trong năm bỏ sinh hoạt không lý do phải xem xét xóa tên', en: 'Months of a year missed without reason at which removal is considered' } },
  'admission.leastAge': { group: 'members', unit: 'year', least: 1, most: 100, title: { vi: 'Tuổi đủ để kết nạp', en: 'Least age of admission' } },
  'probation.months': { group: 'members', unit: 'month', least: 1, most: 60, title: { vi: 'Thời gian dự bị', en: 'Probation' } },
  'admission.decisionWorkingDays': { group: 'members', unit: 'workingDay', least: 1, most: 365, title: { vi: 'Thời hạn quyết định kết nạp sau nghị quyết chi bộ', en: 'Time to decide on admission after the cell’s resolution' } },
  'recognition.decisionWorkingDays': { group: 'members', unit: 'workingDay', least: 1, most: 365, title: { vi: 'Thời hạn quyết định công nhận chính thức sau nghị quyết chi bộ', en: 'Time to decide on recognition after the cell’s resolution' } },
  'recognition.considerWorkingDays': { group: 'members', unit: 'workingDay', least: 1, most: 365, title: { vi: 'Thời hạn chi bộ xét công nhận chính thức sau khi hết dự bị', en: 'Time for the cell to consider recognition after probation' } },
  'ceremony.workingDays': { group: 'members', unit: 'workingDay', least: 1, most: 365, title: { vi: 'Thời hạn tổ chức lễ kết nạp sau khi nhận quyết định', en: 'Time to hold the ceremony after the decision is received' } },
  'transfer.decisionWorkingDays': { group: 'members', unit: 'workingDay', least: 1, most: 365, title: { vi: 'Thời hạn làm thủ tục chuyển sinh hoạt chính thức', en: 'Time for an official transfer after the change' } },
  'transfer.presentWorkingDays': { group: 'members', unit: 'workingDay', least: 1, most: 365, title: { vi: 'Thời hạn nộp giấy giới thiệu tại nơi đến', en: 'Time to present the introduction at the new place' } },
  'temporaryTransfer.minMonths': { group: 'members', unit: 'month', least: 0, most: 60, title: { vi: 'Thời gian ngắn nhất của chuyển sinh hoạt tạm thời', en: 'Shortest temporary transfer' } },
  'temporaryTransfer.maxMonths': { group: 'members', unit: 'month', least: 1, most: 60, title: { vi: 'Thời gian chuyển sinh hoạt tạm thời (phải dưới mức này)', en: 'Length of a temporary transfer (must be below this)' } },
  'task.acceptWorkingDays': { group: 'tasks', unit: 'workingDay', least: 1, most: 60, title: { vi: 'Thời hạn nhận việc sau khi được giao', en: 'Time to accept a task' } },
  'task.dueSoonWorkingDays': { group: 'tasks', unit: 'workingDay', least: 1, most: 60, title: { vi: 'Thời gian nhắc trước khi nhiệm vụ đến hạn', en: 'Time before its day when a task is told' } },
  'task.veryLateWorkingDays': { group: 'tasks', unit: 'workingDay', least: 1, most: 250, title: { vi: 'Thời gian quá hạn từ đó nhiệm vụ bị coi là quá hạn kéo dài', en: 'Time after its day from which a task is very late' } },
  'task.confirmWorkingDays': { group: 'tasks', unit: 'workingDay', least: 1, most: 60, title: { vi: 'Thời hạn xác nhận nhiệm vụ đã báo cáo hoàn thành', en: 'Time to confirm what was reported as done' } },
  'interimReview.dutiesShare': { group: 'reports', unit: 'share', least: 0, most: 1, title: { vi: 'Tỷ lệ phân công làm đủ nghĩa vụ, từ đó coi là tốt', en: 'Share of assignments with duties met from which it goes well' } },
  'interimReview.reportsShare': { group: 'reports', unit: 'share', least: 0, most: 1, title: { vi: 'Tỷ lệ báo cáo nộp đúng hạn, từ đó coi là tốt', en: 'Share of reports handed in on time from which it goes well' } },
  'interimReview.promisesShare': { group: 'reports', unit: 'share', least: 0, most: 1, title: { vi: 'Tỷ lệ việc đã hứa làm đúng hạn, từ đó coi là tốt', en: 'Share of promises kept from which it goes well' } },
  'interimReview.petitionsShare': { group: 'reports', unit: 'share', least: 0, most: 1, title: { vi: 'Tỷ lệ kiến nghị đã giải quyết, từ đó coi là tốt', en: 'Share of petitions settled from which it goes well' } },
  'rating.leastMonthsAdmitted': { group: 'ratings', unit: 'month', least: 0, most: 24, title: { vi: 'Thời gian tối thiểu từ khi kết nạp để được xếp loại', en: 'Least time since admission to be rated' } },
  'oversight.mostUnits': { group: 'oversight', unit: 'unit', least: 1, most: 50, title: { vi: 'Số đơn vị tối đa một cán bộ theo dõi, phụ trách', en: 'Most units that one cadre follows' } },
  'oversight.visitsPerQuarter': { group: 'oversight', unit: 'times', least: 0, most: 100, title: { vi: 'Số lần đi cơ sở tối thiểu mỗi quý, mỗi đơn vị', en: 'Least number of visits a quarter to each unit' } },
  'oversight.cellMeetingsPerYear': { group: 'oversight', unit: 'times', least: 0, most: 100, title: { vi: 'Số lần dự sinh hoạt chi bộ tối thiểu mỗi năm', en: 'Least number of cell meetings attended a year' } },
  'oversight.committeeMeetingsPerYear': { group: 'oversight', unit: 'times', least: 0, most: 100, title: { vi: 'Số lần dự họp cấp ủy tối thiểu mỗi năm', en: 'Least number of committee meetings attended a year' } },
  'oversight.handOverDays': { group: 'oversight', unit: 'day', least: 0, most: 365, title: { vi: 'Thời gian còn sửa được nội dung bàn giao sau khi thôi theo dõi', en: 'How long after an assignment what is told the next cadre may be changed' } },
  'oversight.reportMonths': { group: 'oversight', unit: 'month', least: 1, most: 24, title: { vi: 'Kỳ báo cáo của cán bộ được phân công', en: 'How often an assigned cadre reports' } },
  'petition.firstAnswerWorkingDays': { group: 'petitions', unit: 'workingDay', least: 1, most: 250, title: { vi: 'Thời hạn trả lời kiến nghị lần đầu', en: 'Time for the first answer to a petition' } },
  'petition.secondAnswerWorkingDays': { group: 'petitions', unit: 'workingDay', least: 1, most: 250, title: { vi: 'Thời hạn trả lời khi cơ sở đề nghị giải quyết lại', en: 'Time for the answer when a place asks again' } },
  'petition.veryLateWorkingDays': { group: 'petitions', unit: 'workingDay', least: 1, most: 250, title: { vi: 'Thời gian quá hạn từ đó kiến nghị quá hạn được báo cấp trên trực tiếp', en: 'Time after its day from which the superior is told of a petition' } },
  'petition.confirmWorkingDays': { group: 'petitions', unit: 'workingDay', least: 1, most: 250, title: { vi: 'Thời hạn cơ sở xác nhận kết quả trả lời', en: 'Time for the place to confirm an answer' } },
  'petition.keepNameMonths': { group: 'petitions', unit: 'month', least: 0, most: 240, title: { vi: 'Thời gian lưu tên người kiến nghị sau khi kết thúc', en: 'How long the name of who asked is kept after it is closed' } },
} as const satisfies Record<string, RuleKind>;

export type RuleKey = keyof typeof ruleKinds;

export const ruleKeys = Object.keys(ruleKinds) as RuleKey[];

export const ruleTitles: Readonly<Record<string, Text>> = Object.fromEntries(ruleKeys.map((key) => [key, ruleKinds[key].title]));
