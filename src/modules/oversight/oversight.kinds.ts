/** What of oversight is one of a few words: by what a cadre is eligible, which units are followed, why an assignment ended. */
import type { Text } from '../../platform/contract.ts';
import type { UnitKind } from '../units/unit.kinds.ts';

/** By what a cadre is eligible; each tier has duties of its own. The first that fits is his. */
export const tiers = ['standingBoard', 'committee', 'head', 'deputy', 'other'] as const;
export type Tier = (typeof tiers)[number];

export const tierNames: Readonly<Record<Tier, Text>> = {
  standingBoard: { vi: 'Ủy viên ban thường vụ', en: 'Member of the Standing Board' },
  committee: { vi: 'Cấp ủy viên', en: 'Committee member' },
  head: { vi: 'Trưởng ban, sở, ngành, đoàn thể', en: 'Head of a department' },
  deputy: { vi: 'Phó ban, sở, ngành, đoàn thể', en: 'Deputy head of a department' },
  other: { vi: 'Cán bộ khác', en: 'Another cadre' },
};

/** Kinds of unit that cadres follow: committees, cells, and the villages and areas themselves. */
export const followedKinds = ['district_party', 'commune_party', 'grassroots_party', 'division_party', 'cell', 'village'] as const satisfies readonly UnitKind[];
export type FollowedKind = (typeof followedKinds)[number];

export const endReasons = ['replaced', 'transferred', 'leftPost', 'retired', 'reorganised', 'regulationEnded', 'other'] as const;
export type EndReason = (typeof endReasons)[number];

export const endReasonNames: Readonly<Record<EndReason, Text>> = {
  replaced: { vi: 'Phân công người khác', en: 'Somebody else is assigned' },
  transferred: { vi: 'Điều động, luân chuyển', en: 'Transferred or rotated' },
  leftPost: { vi: 'Thôi giữ chức danh', en: 'Left the post' },
  retired: { vi: 'Nghỉ hưu', en: 'Retired' },
  reorganised: { vi: 'Sắp xếp tổ chức', en: 'Reorganisation' },
  regulationEnded: { vi: 'Quy chế hết hiệu lực', en: 'The regulation ended' },
  other: { vi: 'Lý do khác', en: 'Another reason' },
};
