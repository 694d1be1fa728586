/** Kinds of meeting and which unit holds them; how one is attended; who comes as a guest. Pure. */
import type { Text } from '../../platform/contract.ts';
import { hierarchyOf, unitKinds, type UnitKind } from '../units/unit.kinds.ts';

export const meetingKinds = ['regular', 'thematic', 'committee', 'briefing', 'conference', 'study', 'working_session'] as const;
export type MeetingKind = (typeof meetingKinds)[number];

export const meetingStates = ['planned', 'invited', 'open', 'closed', 'adopted', 'cancelled'] as const;
export type MeetingState = (typeof meetingStates)[number];

export const modes = ['in_person', 'online', 'mixed'] as const;
export type Mode = (typeof modes)[number];

export const marks = ['present', 'online', 'excused', 'absent'] as const;
export type Mark = (typeof marks)[number];

/** Why somebody is away with leave. Nothing finer is kept: health and family are nobody's business here. */
export const leaveReasons = ['duty', 'study', 'away', 'personal', 'other'] as const;
export type LeaveReason = (typeof leaveReasons)[number];

/** Why somebody of the roll is expected or not: exempt, away with leave, taking part in another cell for a time. */
export const bases = ['expected', 'exempt', 'away', 'elsewhere'] as const;
export type Basis = (typeof bases)[number];

/** A head who is no Party member (case E), the head of a mass organisation, the committee member assigned to the cell. */
export const guestRoles = ['head', 'mass_head', 'assigned', 'superior', 'other'] as const;
export type GuestRole = (typeof guestRoles)[number];

export const scoreLevels = ['good', 'fair', 'average', 'weak'] as const;
export type ScoreLevel = (typeof scoreLevels)[number];

export const kindNames: Readonly<Record<MeetingKind, Text>> = {
  regular: { vi: 'Sinh hoạt thường kỳ', en: 'Regular meeting' },
  thematic: { vi: 'Sinh hoạt chuyên đề', en: 'Thematic meeting' },
  committee: { vi: 'Họp cấp ủy', en: 'Committee meeting' },
  briefing: { vi: 'Giao ban thường trực', en: 'Briefing of the standing members' },
  conference: { vi: 'Hội nghị', en: 'Conference' },
  study: { vi: 'Học tập, quán triệt', en: 'Study session' },
  working_session: { vi: 'Làm việc với cấp trên', en: 'Working session with the superior' },
};

export const modeNames: Readonly<Record<Mode, Text>> = {
  in_person: { vi: 'Trực tiếp', en: 'In person' },
  online: { vi: 'Trực tuyến', en: 'Online' },
  mixed: { vi: 'Trực tiếp kết hợp trực tuyến', en: 'In person and online' },
};

/** The same words on the screen, in the minutes and in the import format. */
export const reasonNames: Readonly<Record<LeaveReason, Text>> = {
  duty: { vi: 'Công tác', en: 'On duty' },
  study: { vi: 'Học tập', en: 'Studying' },
  away: { vi: 'Đi làm ăn xa', en: 'Working away' },
  personal: { vi: 'Việc riêng', en: 'Personal' },
  other: { vi: 'Lý do khác', en: 'Other' },
};

export const guestRoleNames: Readonly<Record<GuestRole, Text>> = {
  head: { vi: 'Trưởng thôn, tổ trưởng tổ dân phố', en: 'Head of the village' },
  mass_head: { vi: 'Trưởng ban Mặt trận, đoàn thể', en: 'Front or mass organisation' },
  assigned: { vi: 'Cấp ủy viên theo dõi chi bộ', en: 'Committee member in charge' },
  superior: { vi: 'Đại diện cấp trên', en: 'From the superior' },
  other: { vi: 'Khách mời', en: 'Guest' },
};

export const levelNames: Readonly<Record<ScoreLevel, Text>> = {
  good: { vi: 'Tốt', en: 'Good' },
  fair: { vi: 'Khá', en: 'Fair' },
  average: { vi: 'Trung bình', en: 'Average' },
  weak: { vi: 'Kém', en: 'Weak' },
};

const ofCell: readonly MeetingKind[] = ['regular', 'thematic', 'committee', 'study', 'working_session'];
const ofCommittee: readonly MeetingKind[] = ['committee', 'briefing', 'conference', 'study', 'working_session'];

/** Which kinds a unit holds; none where it is no Party organisation. */
export function kindsAt(unitKind: UnitKind): readonly MeetingKind[] {
  if (unitKind === 'cell') return ofCell;
  return hierarchyOf(unitKind) === 'party' ? ofCommittee : [];
}

/** Kinds of units that are offered where one is chosen that meets: a Party board meets as the unit that it is the board of. */
export const meetingUnitKinds: readonly UnitKind[] = unitKinds.map(({ code }) => code).filter((code) => kindsAt(code).length > 0 && code !== 'party_board');

/** What is held on a topic or a document, at times in several sittings. */
export function studiesTopics(kind: MeetingKind): boolean {
  return kind === 'thematic' || kind === 'study';
}

/** Extended: with guests from outside the cell. Only meetings of the cell itself are. */
export function mayBeExtended(kind: MeetingKind): boolean {
  return kind === 'regular' || kind === 'thematic';
}

/** Who leads the meeting, who writes its minutes. */
export const officialRoles = ['chair', 'writer'] as const;
export type OfficialRole = (typeof officialRoles)[number];
export const officialNames: Readonly<Record<OfficialRole, Text>> = {
  chair: { vi: 'Chủ trì', en: 'Chair' },
  writer: { vi: 'Thư ký', en: 'Minute-taker' },
};
