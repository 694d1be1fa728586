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
} as const satisfies Record<string, Text>;

export type RuleUnit = keyof typeof ruleUnits;

export const ruleGroups = {
  organisation: { vi: 'Tổ chức', en: 'Organisation' },
  meetings: { vi: 'Sinh hoạt', en: 'Meetings' },
  members: { vi: 'Đảng viên', en: 'Members' },
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
  'cell.minFullMembers': { group: 'organisation', unit: 'member', least: 1, most: 100, title: { vi: 'Số đảng viên chính thức ít nhất để lập chi bộ', en: 'Full members needed to found a cell' } },
  'grassrootsBody.minMembers': { group: 'organisation', unit: 'member', least: 1, most: 500, title: { vi: 'Số đảng viên ít nhất của đảng bộ cơ sở', en: 'Members needed for a grassroots Party organisation' } },
  'cellCommittee.minFullMembers': { group: 'organisation', unit: 'member', least: 1, most: 100, title: { vi: 'Số đảng viên chính thức để chi bộ bầu chi ủy', en: 'Full members from which a cell elects a committee' } },
  'cellCommittee.maxSize': { group: 'organisation', unit: 'member', least: 1, most: 50, title: { vi: 'Số chi ủy viên nhiều nhất', en: 'Largest cell committee' } },
  'cell.termMonths': { group: 'organisation', unit: 'month', least: 1, most: 120, title: { vi: 'Nhiệm kỳ chi bộ', en: 'Term of a cell' } },
  'cell.congressShiftMonths': { group: 'organisation', unit: 'month', least: 0, most: 24, title: { vi: 'Đại hội chi bộ sớm hoặc muộn nhiều nhất', en: 'A cell congress may be early or late by' } },
  'residentialGroup.minHouseholds': { group: 'organisation', unit: 'household', least: 1, most: 5000, title: { vi: 'Số hộ ít nhất của tổ dân phố', en: 'Households of a residential group, at least' } },
  'residentialGroup.maxHouseholds': { group: 'organisation', unit: 'household', least: 1, most: 5000, title: { vi: 'Số hộ nhiều nhất của tổ dân phố', en: 'Households of a residential group, at most' } },
  'meeting.regular.perMonth': { group: 'meetings', unit: 'times', least: 0, most: 10, title: { vi: 'Sinh hoạt thường kỳ mỗi tháng', en: 'Regular meetings a month' } },
  'meeting.regular.dueDay': { group: 'meetings', unit: 'dayOfMonth', least: 1, most: 31, title: { vi: 'Nhắc khi chưa sinh hoạt thường kỳ đến ngày', en: 'Day of the month from which a missing regular meeting is told' } },
  'meeting.thematic.perQuarter': { group: 'meetings', unit: 'times', least: 0, most: 10, title: { vi: 'Sinh hoạt chuyên đề mỗi quý, ít nhất', en: 'Thematic meetings a quarter, at least' } },
  'meeting.minMinutes': { group: 'meetings', unit: 'minute', least: 1, most: 600, title: { vi: 'Thời gian sinh hoạt thường kỳ, ít nhất', en: 'Length of a regular meeting, at least' } },
  'meeting.minMinutesWithTheme': { group: 'meetings', unit: 'minute', least: 1, most: 600, title: { vi: 'Thời gian sinh hoạt kết hợp chuyên đề, ít nhất', en: 'Length of a meeting with a theme, at least' } },
  'meeting.papersLeadDays': { group: 'meetings', unit: 'day', least: 0, most: 60, title: { vi: 'Gửi tài liệu trước buổi sinh hoạt, ít nhất', en: 'Papers go out before the meeting, at least' } },
  'meeting.attendanceShare': { group: 'meetings', unit: 'share', least: 0, most: 1, title: { vi: 'Tỷ lệ đảng viên dự sinh hoạt, trên', en: 'Share of members attending, above' } },
  'meeting.quorumShare': { group: 'meetings', unit: 'share', least: 0, most: 1, title: { vi: 'Đảng viên chính thức dự họp để biểu quyết, trên', en: 'Full members present for a vote, above' } },
  'meeting.expectsAway': { group: 'meetings', unit: 'flag', least: 0, most: 1, title: { vi: 'Tính đảng viên đi xa có báo cáo vào số phải dự họp', en: 'Members away with leave are expected at meetings' } },
  'meeting.minutesDays': { group: 'meetings', unit: 'day', least: 1, most: 90, title: { vi: 'Nhắc khi biên bản chưa thông qua sau', en: 'Minutes not adopted are told after' } },
  'meeting.score.good': { group: 'meetings', unit: 'point', least: 0, most: 100, title: { vi: 'Buổi sinh hoạt xếp loại tốt, từ', en: 'A meeting is good from' } },
  'meeting.score.fair': { group: 'meetings', unit: 'point', least: 0, most: 100, title: { vi: 'Buổi sinh hoạt xếp loại khá, từ', en: 'A meeting is fair from' } },
  'meeting.score.average': { group: 'meetings', unit: 'point', least: 0, most: 100, title: { vi: 'Buổi sinh hoạt xếp loại trung bình, từ', en: 'A meeting is average from' } },
  'removal.monthsAbsentOrUnpaid': { group: 'members', unit: 'month', least: 1, most: 12, title: { vi: 'Bỏ sinh hoạt không lý do trong năm, bị xem xét xóa tên từ', en: 'Absent without reason within a year, removal is considered from' } },
  'admission.leastAge': { group: 'members', unit: 'year', least: 1, most: 100, title: { vi: 'Tuổi kết nạp, từ đủ', en: 'Age of admission, at least' } },
  'probation.months': { group: 'members', unit: 'month', least: 1, most: 60, title: { vi: 'Thời gian dự bị', en: 'Probation' } },
  'admission.decisionWorkingDays': { group: 'members', unit: 'workingDay', least: 1, most: 365, title: { vi: 'Quyết định kết nạp sau nghị quyết chi bộ, chậm nhất', en: 'Decision of admission after the cell’s resolution, at the latest' } },
  'recognition.decisionWorkingDays': { group: 'members', unit: 'workingDay', least: 1, most: 365, title: { vi: 'Quyết định công nhận chính thức sau nghị quyết chi bộ, chậm nhất', en: 'Decision of recognition after the cell’s resolution, at the latest' } },
  'recognition.considerWorkingDays': { group: 'members', unit: 'workingDay', least: 1, most: 365, title: { vi: 'Chi bộ xét công nhận chính thức sau khi hết dự bị, chậm nhất', en: 'The cell considers recognition after probation, at the latest' } },
  'ceremony.workingDays': { group: 'members', unit: 'workingDay', least: 1, most: 365, title: { vi: 'Tổ chức lễ kết nạp sau khi nhận quyết định, chậm nhất', en: 'Ceremony after the decision is received, at the latest' } },
  'transfer.decisionWorkingDays': { group: 'members', unit: 'workingDay', least: 1, most: 365, title: { vi: 'Làm thủ tục chuyển sinh hoạt chính thức, chậm nhất', en: 'Official transfer after the change, at the latest' } },
  'transfer.presentWorkingDays': { group: 'members', unit: 'workingDay', least: 1, most: 365, title: { vi: 'Nộp giấy giới thiệu tại nơi đến, chậm nhất', en: 'Introduction presented at the new place, at the latest' } },
  'temporaryTransfer.minMonths': { group: 'members', unit: 'month', least: 0, most: 60, title: { vi: 'Chuyển sinh hoạt tạm thời, từ', en: 'Temporary transfer, from' } },
  'temporaryTransfer.maxMonths': { group: 'members', unit: 'month', least: 1, most: 60, title: { vi: 'Chuyển sinh hoạt tạm thời, dưới', en: 'Temporary transfer, below' } },
} as const satisfies Record<string, RuleKind>;

export type RuleKey = keyof typeof ruleKinds;

export const ruleKeys = Object.keys(ruleKinds) as RuleKey[];

export const ruleTitles: Readonly<Record<string, Text>> = Object.fromEntries(ruleKeys.map((key) => [key, ruleKinds[key].title]));
