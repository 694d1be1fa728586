/** Who and what is rated, and the words for the levels. Pure. */
import type { Text } from '../../platform/contract.ts';

/** The best first. `exemplary` was a title within the highest level until 2018. */
export const levels = ['exemplary', 'excellent', 'good', 'fulfilled', 'notFulfilled'] as const;
export type Level = (typeof levels)[number];

/** What the levels are called today; a frame of another time has names of its own. */
export const levelNames: Readonly<Record<Level, Text>> = {
  exemplary: { vi: 'Trong sạch, vững mạnh tiêu biểu', en: 'Exemplary, clean and strong' },
  excellent: { vi: 'Hoàn thành xuất sắc nhiệm vụ', en: 'Excellent' },
  good: { vi: 'Hoàn thành tốt nhiệm vụ', en: 'Good' },
  fulfilled: { vi: 'Hoàn thành nhiệm vụ', en: 'Fulfilled' },
  notFulfilled: { vi: 'Không hoàn thành nhiệm vụ', en: 'Not fulfilled' },
};

/** What one season is about: organisations directly below, the members below, or those who lead the organisations below. */
export const abouts = ['units', 'members', 'leaders'] as const;
export type About = (typeof abouts)[number];

export const aboutNames: Readonly<Record<About, Text>> = {
  units: { vi: 'Tổ chức đảng trực thuộc', en: 'Subordinate Party organisations' },
  members: { vi: 'Đảng viên', en: 'Members' },
  leaders: { vi: 'Cán bộ lãnh đạo, quản lý', en: 'Leaders' },
};

/** By which criteria somebody is rated. */
export const subjectKinds = ['committee', 'cell', 'leader', 'member'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

export const subjectNames: Readonly<Record<SubjectKind, Text>> = {
  committee: { vi: 'Đảng bộ, cấp ủy', en: 'Committee' },
  cell: { vi: 'Chi bộ', en: 'Cell' },
  leader: { vi: 'Cán bộ lãnh đạo, quản lý', en: 'Leader' },
  member: { vi: 'Đảng viên không giữ chức vụ', en: 'Member without a post' },
};

export const kindsOf: Readonly<Record<About, readonly SubjectKind[]>> = { units: ['committee', 'cell'], members: ['leader', 'member'], leaders: ['leader'] };

/** Why somebody is not rated (25-HD/BTCTW: exempt, suspended from activity, admitted of late); anything else is told in words. */
export const exclusions = ['exempt', 'suspended', 'admittedLately', 'other'] as const;
export type Exclusion = (typeof exclusions)[number];

export const exclusionNames: Readonly<Record<Exclusion, Text>> = {
  exempt: { vi: 'Được miễn công tác và sinh hoạt đảng', en: 'Exempted from work and activity' },
  suspended: { vi: 'Bị đình chỉ sinh hoạt đảng', en: 'Suspended from Party activity' },
  admittedLately: { vi: 'Mới kết nạp, chưa đủ thời gian', en: 'Admitted too lately' },
  other: { vi: 'Lý do khác', en: 'Another reason' },
};

/** Units that are rated, and what each is rated as. */
export const ratedUnitKinds: Readonly<Record<string, SubjectKind>> = { district_party: 'committee', commune_party: 'committee', grassroots_party: 'committee', division_party: 'committee', cell: 'cell' };
