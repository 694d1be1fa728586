/** A meeting in words: when it is, how it stands, how many came; and the names of what is chosen from. */
import type { z } from 'zod';
import type { Text } from '../../../platform/contract.ts';
import { defineMessages } from '../../../platform/messages.ts';
import { tidySpaces } from '../../../platform/text/fold.ts';
import type { Writing } from '../../../ui/language.tsx';
import type { Status } from '../../../ui/StatusMark.tsx';
import type { meetingContract } from '../meeting.contract.ts';
import { kindNames, type Mark, type MeetingState } from '../meeting.kinds.ts';
import type { RollEntry, WholeMeeting } from '../meeting.record.ts';
import { nameApart } from '../meeting.namesakes.ts';
import { lengthOf, type Official } from '../meeting.ts';

export type MeetingItem = z.output<(typeof meetingContract)['list']['output']>['items'][number];
export type { RollEntry, WholeMeeting };
export type Citation = WholeMeeting['rules'][number];

export const stateNames: Readonly<Record<MeetingState, Text>> = defineMessages({
  planned: { vi: 'Đã lập lịch', en: 'Planned' },
  invited: { vi: 'Đã mời họp', en: 'Called' },
  open: { vi: 'Đang họp', en: 'In session' },
  closed: { vi: 'Chờ thông qua biên bản', en: 'Minutes not adopted yet' },
  adopted: { vi: 'Đã thông qua biên bản', en: 'Minutes adopted' },
  cancelled: { vi: 'Đã hủy', en: 'Called off' },
});

export const markNames: Readonly<Record<Mark, Text>> = defineMessages({
  present: { vi: 'Có mặt', en: 'Present' },
  online: { vi: 'Dự trực tuyến', en: 'Online' },
  excused: { vi: 'Vắng có lý do', en: 'Away with leave' },
  absent: { vi: 'Vắng không lý do', en: 'Absent without leave' },
});

export const basisNames: Readonly<Record<Exclude<RollEntry['basis'], 'expected'>, Text>> = defineMessages({
  exempt: { vi: 'Được miễn sinh hoạt', en: 'Exempt' },
  away: { vi: 'Đi xa có báo cáo', en: 'Away with leave' },
  elsewhere: { vi: 'Đang sinh hoạt tạm thời ở chi bộ khác', en: 'In another cell for a time' },
});

const words = defineMessages({
  extended: { vi: '{kind} mở rộng', en: '{kind}, extended' },
  overdue: { vi: 'Quá ngày, chưa ghi', en: 'Day passed, not recorded' },
  isEntered: { vi: 'Đang ghi lại', en: 'Being recorded' },
  leftOpen: { vi: 'Chưa kết thúc họp', en: 'Not closed yet' },
  at: { vi: '{weekday}, {day}, {clock}', en: '{weekday}, {day}, {clock}' },
  onDay: { vi: '{weekday}, {day}', en: '{weekday}, {day}' },
  minutes: { vi: '{count} phút', en: '{count} minutes' },
});

/** "Sinh hoạt thường kỳ mở rộng". */
export function kindInWords({ kind, isExtended }: Pick<MeetingItem, 'kind' | 'isExtended'>, { t }: Writing): string {
  return isExtended ? t(words.extended, { kind: t(kindNames[kind]) }) : t(kindNames[kind]);
}

/** "Thứ Năm, 03/12/2026, 19:30". */
export function whenInWords({ on, starts }: Pick<MeetingItem, 'on' | 'starts'>, writing: Writing): string {
  const given = { weekday: weekdayOf(on, writing), day: writing.day(on) };
  return starts === null ? writing.t(words.onDay, given) : writing.t(words.at, { ...given, clock: starts });
}

export function weekdayOf(on: string, { language }: Pick<Writing, 'language'>): string {
  const name = new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${on}T00:00:00Z`));
  return name.charAt(0).toLocaleUpperCase('vi') + name.slice(1);
}

export function standingOf({ state, on, isLate }: Pick<MeetingItem, 'state' | 'on' | 'isLate'>, today: string): { readonly status: Status; readonly label: Text } {
  if ((state === 'planned' || state === 'invited') && on < today) return { status: 'late', label: words.overdue };
  // Nobody is in session on a day gone by: it is entered from the paper book, or was left without being closed.
  if (state === 'open' && on < today) return isLate ? { status: 'due-soon', label: words.isEntered } : { status: 'late', label: words.leftOpen };
  const status = ({ planned: 'on-time', invited: 'on-time', open: 'due-soon', closed: 'due-soon', adopted: 'done', cancelled: 'silent' } as const)[state];
  return { status, label: stateNames[state] };
}

/** "23/25"; nothing before it was opened. */
export function attendanceInWords({ counts, state }: Pick<MeetingItem, 'counts' | 'state'>, { number }: Writing): string {
  return state === 'planned' || state === 'invited' || state === 'cancelled' ? '–' : `${number(thereOf(counts))}/${number(counts.expected)}`;
}

export function thereOf({ present, online }: Pick<MeetingItem['counts'], 'present' | 'online'>): number {
  return present + online;
}

export function lengthInWords(meeting: Pick<WholeMeeting, 'starts' | 'ends'>, { t, number }: Writing): string | undefined {
  const minutes = lengthOf(meeting);
  return minutes === undefined ? undefined : t(words.minutes, { count: number(minutes) });
}

export function ruleOf({ rules }: Pick<WholeMeeting, 'rules'>, key: string): Citation | undefined {
  return rules.find((rule) => rule.key === key);
}

/** Somebody of the roll or a guest by name, where only one bears it; else the name alone. */
export function officialNamed({ roll, guests }: Pick<WholeMeeting, 'roll' | 'guests'>, typed: string): Official | null {
  const name = tidySpaces(typed);
  if (name === '') return null;
  const known = [...roll.map(({ person }) => ({ id: person.id, name: person.fullName, apart: nameApart(person) })), ...guests.map((guest) => ({ id: guest.personId, name: guest.name, apart: guest.name }))];
  const [apart, ...others] = known.filter((one) => one.apart === name);
  if (apart && others.length === 0) return { personId: apart.id, name: apart.name };
  const ids = known.filter((one) => one.name === name);
  return { personId: ids.length === 1 ? ids[0]!.id : null, name };
}
