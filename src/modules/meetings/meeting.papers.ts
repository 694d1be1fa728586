/**
 * The words that go into a meeting's own papers: the agenda to begin with, and the draft of the minutes. Written in Vietnamese,
 * as the papers of a cell are. Steps of the meetings: 42-HD/BTCTW of 28/10/2025, before it 12-HD/BTCTW of 6/7/2018. Pure.
 */
import type { Text } from '../../platform/contract.ts';
import { derivedId } from '../../platform/ids.ts';
import { tidySpaces } from '../../platform/text/fold.ts';
import { guestRoleNames, levelNames, modeNames, officialRoles, reasonNames, type Basis, type GuestRole, type MeetingKind } from './meeting.kinds.ts';
import { clockInWords, dayInWords, inCapitals, issuerOf, occasionOf, upperFirst } from './meeting.layout.ts';
import { blank, officialLine } from './meeting.officials.ts';
import { countRoll, hasQuorum } from './meeting.roll.ts';
import type { AgendaItem, Attendance, Meeting, Opinion } from './meeting.ts';

const opening = ['Tuyên bố lý do, giới thiệu đại biểu; cử thư ký', 'Điểm danh; báo cáo thu nộp đảng phí; thông qua chương trình'];
const closing = ['Kết luận, phân công nhiệm vụ có thời hạn', 'Biểu quyết, thông qua nghị quyết (nếu có)', 'Đánh giá chất lượng buổi sinh hoạt', 'Thông qua biên bản'];

const agendas: Readonly<Record<MeetingKind, readonly string[]>> = {
  regular: [...opening, 'Đánh giá kết quả tháng trước, việc thực hiện nhiệm vụ của đảng viên', 'Thông tin thời sự, chủ trương của Đảng, chính sách, pháp luật của Nhà nước', 'Phương hướng, nhiệm vụ tháng tới', 'Thảo luận; tự phê bình và phê bình', ...closing],
  thematic: [...opening, 'Nêu mục đích, yêu cầu của chuyên đề', 'Trình bày chuyên đề', 'Thảo luận, liên hệ bản thân và chi bộ', ...closing],
  committee: ['Tuyên bố lý do; cử thư ký', 'Đánh giá việc thực hiện kết luận kỳ trước', 'Thảo luận, cho ý kiến các nội dung trình', 'Biểu quyết', 'Kết luận, phân công nhiệm vụ', 'Thông qua biên bản'],
  briefing: ['Điểm tình hình, công việc trong tuần', 'Khó khăn, vướng mắc cần giải quyết', 'Nhiệm vụ tuần tới, phân công thực hiện'],
  conference: ['Tuyên bố lý do, giới thiệu đại biểu', 'Trình bày báo cáo', 'Thảo luận', 'Kết luận hội nghị'],
  study: ['Tuyên bố lý do, giới thiệu báo cáo viên', 'Giới thiệu nội dung văn bản', 'Thảo luận, liên hệ thực tế', 'Quán triệt việc xây dựng chương trình, kế hoạch thực hiện'],
  working_session: ['Tuyên bố lý do, giới thiệu thành phần', 'Báo cáo tình hình của đơn vị', 'Trao đổi, đề xuất, kiến nghị', 'Kết luận của cấp trên'],
};

export function agendaOf(kind: MeetingKind): readonly string[] {
  return agendas[kind];
}

/** The points that a new meeting begins with. Their ids follow from the meeting's own, so that a phone that plans without signal knows them. */
export function agendaFor({ id, kind }: Pick<Meeting, 'id' | 'kind'>): AgendaItem[] {
  return agendaOf(kind).map((title, at) => ({ id: derivedId<'agendaItem'>(id, at + 1), title, isDone: false }));
}

export interface Names {
  readonly unit: string;
  person(id: string): string;
}

interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Drafted from what was recorded; a person reads, mends and adopts it. Sections of which nothing was recorded are left out, and the rest numbered through. */
export function draftMinutes(meeting: Meeting, { names, quorumShare }: { names: Names; quorumShare: number }): string {
  const sections: Section[] = [
    { title: 'Thành phần', lines: [...attendanceOf(meeting, names), ...quorumOf(meeting, quorumShare), ...guestsOf(meeting)] },
    { title: 'Nội dung và diễn biến', lines: proceedingsOf(meeting, names) },
    { title: 'Biểu quyết', lines: votesOf(meeting) },
    { title: 'Kết luận, phân công nhiệm vụ', lines: conclusionsOf(meeting, names) },
    { title: 'Đánh giá chất lượng', lines: scoreOf(meeting) },
  ].filter(({ lines }) => lines.length > 0);
  const numbered = sections.map(({ title, lines }, at) => [`${['I', 'II', 'III', 'IV', 'V'][at]}. ${inCapitals(title)}`, ...lines].join('\n'));
  return [headOf(meeting, names).join('\n'), ...numbered, endOf(meeting)].join('\n\n');
}

function headOf(meeting: Meeting, { unit }: Names): string[] {
  const { on, starts, place, topic, mode } = meeting;
  const when = starts === null ? upperFirst(dayInWords(on)) : `Vào hồi ${clockInWords(starts)}, ${dayInWords(on)}`;
  return [
    sentence(`${when}${place === null ? '' : `, tại ${place}`}, ${issuerOf(unit)} tổ chức ${occasionOf(meeting, unit)}`),
    ...(topic === null ? [] : [sentence(`${meeting.kind === 'thematic' ? 'Chuyên đề' : 'Nội dung chính'}: ${topic}`)]),
    ...(mode === 'in_person' ? [] : [sentence(`Hình thức: ${inSentence(modeNames[mode])}`)]),
    ...officialRoles.map((role) => officialLine(role, meeting[role])),
  ];
}

function attendanceOf({ roll }: Meeting, names: Names): string[] {
  const { expected, present, online, excused, absent, beside } = countRoll(roll);
  const marked = (mark: Attendance['mark']) => roll.filter((one) => one.basis === 'expected' && one.mark === mark);
  const who = roll.some(({ standing }) => standing !== null) ? 'đảng viên' : 'đồng chí';
  return [
    `- Số ${who} phải dự: ${expected}; có mặt: ${present + online}${online > 0 ? ` (trong đó dự trực tuyến: ${online})` : ''}; vắng: ${excused + absent}.`,
    ...listed(`Vắng có lý do: ${excused}`, marked('excused').map(({ personId, reason }) => `${comrade(names.person(personId))}${reason ? ` (${inSentence(reasonNames[reason])})` : ''}`)),
    ...listed(`Vắng không có lý do: ${absent}`, marked('absent').map(({ personId }) => comrade(names.person(personId)))),
    ...notExpected(roll),
    ...(beside > 0 ? [`- Không thuộc diện phải dự nhưng có mặt: ${beside}.`] : []),
  ];
}

/** The base is shown: who was left out of it, and why. */
function notExpected(roll: readonly Attendance[]): string[] {
  const kinds: readonly [Basis, string][] = [['exempt', 'được miễn sinh hoạt'], ['away', 'đi xa có báo cáo'], ['elsewhere', 'đang sinh hoạt tạm thời nơi khác']];
  const counts = kinds.map(([basis, name]) => [roll.filter((one) => one.basis === basis).length, name] as const).filter(([count]) => count > 0);
  return counts.length === 0 ? [] : [`- Không tính vào số phải dự: ${counts.map(([count, name]) => `${count} ${name}`).join(', ')}.`];
}

/** Quorum is of the full members; where nobody has been marked yet there is nothing to say of it. */
function quorumOf({ roll }: Meeting, share: number): string[] {
  const count = countRoll(roll);
  const quorum = hasQuorum(count, share);
  if (quorum === undefined || roll.every(({ mark }) => mark === null)) return [];
  return [`- Đảng viên chính thức có mặt: ${count.fullPresent}/${count.fullExpected}, ${quorum ? 'đủ' : 'chưa đủ'} số lượng để biểu quyết theo quy định.`];
}

function guestsOf({ guests }: Meeting): string[] {
  const present = guests.filter(({ isPresent }) => isPresent);
  return listed(`Khách mời: ${present.length}`, present.map(({ name, role }) => `${name}${asWhat(role)}`));
}

/** Of any other guest there is nothing to say. */
function asWhat(role: GuestRole): string {
  return role === 'other' ? '' : ` (${inSentence(guestRoleNames[role])})`;
}

/** Points of the agenda that were gone through or spoken to, each with what was said to it. */
function proceedingsOf({ agenda, opinions }: Meeting, names: Names): string[] {
  const saidTo = (id: string) => opinions.filter(({ itemId }) => itemId === id);
  const points = agenda.filter(({ id, isDone }) => isDone || saidTo(id).length > 0);
  const known = new Set(points.map(({ id }) => id));
  const other = opinions.filter(({ itemId }) => itemId === null || !known.has(itemId));
  return [
    ...points.flatMap(({ id, title }, at) => [sentence(`${at + 1}. ${title}`), ...saidTo(id).map((one) => opinionText(one, names))]),
    ...(other.length === 0 ? [] : [points.length === 0 ? 'Các ý kiến phát biểu:' : 'Các ý kiến khác:', ...other.map((one) => opinionText(one, names))]),
  ];
}

/** Without its author where none was noted: that is left to the cell. */
function opinionText({ personId, text }: Opinion, names: Names): string {
  return sentence(personId === null ? `- ${upperFirst(tidySpaces(text))}` : `- ${upperFirst(comrade(names.person(personId)))}: ${text}`);
}

function votesOf({ votes, roll }: Meeting): string[] {
  const { fullPresent } = countRoll(roll);
  const base = roll.some(({ standing }) => standing !== null) ? `/${fullPresent} đảng viên chính thức có mặt` : '';
  return votes.map(({ question, inFavour, against, abstained }, at) => `${at + 1}. ${withoutStop(question)}: tán thành ${inFavour}${base}; không tán thành ${against}; không có ý kiến ${abstained}.`);
}

function conclusionsOf({ conclusions }: Meeting, names: Names): string[] {
  return conclusions.map(({ text, ownerId, dueOn }, at) => {
    const task = [ownerId && `${comrade(names.person(ownerId))} thực hiện`, dueOn && `chậm nhất ${dayInWords(dueOn)}`].filter(Boolean);
    return task.length === 0 ? sentence(`${at + 1}. ${text}`) : `${at + 1}. ${withoutStop(text)} (${task.join(', ')}).`;
  });
}

function scoreOf({ score }: Meeting): string[] {
  return score === null ? [] : [`Chất lượng buổi sinh hoạt: ${String(score.total).replace('.', ',')} điểm, xếp loại ${inSentence(levelNames[score.level])}.`];
}

function endOf({ ends }: Meeting): string {
  const read = 'Biên bản được đọc lại và thông qua.';
  return ends === null ? read : `Kết thúc hồi ${clockInWords(ends)} cùng ngày. ${read}`;
}

function listed(title: string, said: readonly string[]): string[] {
  return said.length === 0 ? [] : [`- ${title}, gồm: ${said.join('; ')}.`];
}

function comrade(name: string): string {
  return name === '' ? `đồng chí ${blank}` : `đồng chí ${name}`;
}

/** One paragraph with one stop at its end, however it was typed. */
function sentence(text: string): string {
  const tidy = tidySpaces(text);
  return /[.!?…:;]$/.test(tidy) ? tidy : `${tidy}.`;
}

function withoutStop(text: string): string {
  return tidySpaces(text).replace(/[.;,:\s]+$/, '');
}

/** A name of the screen within a sentence. */
function inSentence({ vi }: Text): string {
  return vi.charAt(0).toLocaleLowerCase('vi') + vi.slice(1);
}
