/**
 * How the papers of a meeting are laid out: who issues them, place and day, title, which lines are headings. Shared by the Word
 * file and the print of the browser. Papers of the Party down to the cell: 399-QĐ/TW of 9/1/2026, before it 36-HD/VPTW of
 * 3/4/2018. The papers are in Vietnamese in whatever language the screen is. Pure.
 */
import type { Day } from '../../platform/day.ts';
import { tidySpaces } from '../../platform/text/fold.ts';
import type { Meeting } from './meeting.ts';

export const paperWords = {
  party: 'Đảng Cộng sản Việt Nam',
  minutes: 'Biên bản',
  draft: 'Dự thảo',
  minutesDraft: 'Bản thảo, chưa thông qua',
  additions: 'Ghi bổ sung',
  secretary: 'Thư ký',
  chair: 'Chủ trì',
  signHere: '(Ký, ghi rõ họ và tên)',
  notice: 'Giấy mời',
  to: 'Kính gửi: Đồng chí ……………………………………………',
  invites: 'trân trọng mời đồng chí dự',
  time: 'Thời gian',
  place: 'Địa điểm',
  online: 'trực tuyến',
  topic: 'Chuyên đề, nội dung chính',
  agenda: 'Chương trình',
  request: 'Đề nghị đồng chí sắp xếp công việc, dự đầy đủ, đúng giờ; nếu vắng mặt, báo cáo lý do với bí thư trước buổi họp.',
  officer: 'Bí thư',
} as const;

export function inCapitals(text: string): string {
  return text.toLocaleUpperCase('vi');
}

/** A committee writes as such: "Đảng bộ xã Tân Phú" as Đảng ủy xã Tân Phú, "Đảng bộ tỉnh Lai Châu" as Tỉnh ủy Lai Châu. A cell keeps its name. */
export function issuerOf(unit: string): string {
  const name = tidySpaces(unit);
  const [, level = '', rest = ''] = /^Đảng bộ (tỉnh|thành phố|huyện|quận|thị xã) (.+)$/iu.exec(name) ?? [];
  const own = { tỉnh: 'Tỉnh', 'thành phố': 'Thành', huyện: 'Huyện', quận: 'Quận', 'thị xã': 'Thị' }[level.toLocaleLowerCase('vi')];
  return own ? `${own} ủy ${rest}` : name.replace(/^Đảng bộ /iu, 'Đảng ủy ');
}

/** The place that stands before the day: the commune's own name. Dots to be filled in where the names do not tell it. */
export function placeOfPaper({ unit, parent }: { unit: string; parent: string | null }): string {
  for (const name of [unit, parent ?? '']) {
    const [, level = '', rest = ''] = /^(?:Đảng bộ|Đảng ủy) (xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh) (.+)$/iu.exec(tidySpaces(name)) ?? [];
    if (rest !== '') return /^\d/.test(rest) ? `${upperFirst(level)} ${rest}` : rest;
  }
  return '……………';
}

/** Days below 10 and the first two months with a nought before, so that nothing can be written in. */
export function dayInWords(on: Day): string {
  const [year, month, date] = on.split('-') as [string, string, string];
  return `ngày ${date} tháng ${Number(month) <= 2 ? month : Number(month)} năm ${year}`;
}

export function weekdayOf(on: Day): string {
  return ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'][new Date(`${on}T00:00:00Z`).getUTCDay()]!;
}

/** 19:30 as "19 giờ 30 phút", 19:00 as "19 giờ". */
export function clockInWords(clock: string): string {
  const [hours, minutes] = clock.split(':') as [string, string];
  return minutes === '00' ? `${hours} giờ` : `${hours} giờ ${minutes} phút`;
}

/** What was held, as the title and the first sentence of its papers say it. */
export function occasionOf({ kind, isExtended, on }: Pick<Meeting, 'kind' | 'isExtended' | 'on'>, unit: string): string {
  const [year, month] = on.split('-') as [string, string];
  const isCell = /^chi bộ /iu.test(tidySpaces(unit));
  const extended = isExtended ? ' mở rộng' : '';
  switch (kind) {
    case 'regular': return `sinh hoạt chi bộ thường kỳ${extended} tháng ${Number(month)} năm ${year}`;
    case 'thematic': return `sinh hoạt chi bộ chuyên đề${extended}`;
    case 'committee': return isCell ? 'họp chi ủy' : 'họp Ban Chấp hành';
    case 'briefing': return 'giao ban thường trực cấp ủy';
    case 'conference': return 'hội nghị';
    case 'study': return 'hội nghị học tập, quán triệt';
    case 'working_session': return 'buổi làm việc với cấp trên';
  }
}

/** Under the word minutes, or notice. */
export function titleOf(meeting: Pick<Meeting, 'kind' | 'isExtended' | 'on'>, unit: string): string {
  return upperFirst(occasionOf(meeting, unit));
}

/** On whose behalf the secretary signs. */
export function signsFor(unit: string): string {
  return `T/M ${inCapitals(/^chi bộ /iu.test(tidySpaces(unit)) ? 'Chi bộ' : issuerOf(unit).split(' ').slice(0, 2).join(' '))}`;
}

export interface PaperLine {
  readonly text: string;
  readonly isHeading: boolean;
}

/** One paragraph a line, empty ones left out. Headings are numbered in Roman, as "I. THÀNH PHẦN" or "II- Nội dung". */
export function linesOf(text: string): PaperLine[] {
  const lines = text.toWellFormed().split(/\r\n|\r|\n/).map((line) => tidySpaces(line.replace(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ')));
  return lines.filter((line) => line !== '').map((line) => ({ text: line, isHeading: /^[IVXL]+\s?[.\-–)]\s*\p{Lu}/u.test(line) && line.length <= 120 }));
}

export function upperFirst(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
