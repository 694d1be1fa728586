/**
 * The kinds of post and what figures ask of them: where the post stands, whether it leads a village or
 * a residential group (case E), whether it leads its unit. Pure: posts, imports and figures read it.
 */
import type { Language } from '../../platform/messages.ts';
import { hierarchyOf, type UnitKind } from '../units/unit.kinds.ts';

export const postKinds = [
  { code: 'secretary', side: 'party', leads: true, vi: 'Bí thư', en: 'Secretary' },
  { code: 'standing_deputy_secretary', side: 'party', deputy: true, vi: 'Phó bí thư thường trực', en: 'Standing deputy secretary' },
  { code: 'deputy_secretary', side: 'party', deputy: true, vi: 'Phó bí thư', en: 'Deputy secretary' },
  { code: 'standing_member', side: 'party', vi: 'Ủy viên ban thường vụ', en: 'Member of the Standing Board' },
  { code: 'committee_member', side: 'party', vi: 'Cấp ủy viên', en: 'Party committee member' },
  { code: 'inspection_head', side: 'party', leads: true, vi: 'Chủ nhiệm ủy ban kiểm tra', en: 'Head of the Inspection Commission' },
  { code: 'village_head', side: 'people', leads: true, residents: true, vi: 'Trưởng thôn', en: 'Village head' },
  { code: 'residential_group_head', side: 'people', leads: true, residents: true, vi: 'Tổ trưởng tổ dân phố', en: 'Head of residential group' },
  { code: 'deputy_village_head', side: 'people', deputy: true, vi: 'Phó trưởng thôn', en: 'Deputy village head' },
  { code: 'front_board_head', side: 'front', leads: true, vi: 'Trưởng ban công tác Mặt trận', en: 'Head of the Front working board' },
  { code: 'peoples_committee_chair', side: 'government', leads: true, vi: 'Chủ tịch Ủy ban nhân dân', en: 'Chair of the People’s Committee' },
  { code: 'peoples_committee_vice_chair', side: 'government', deputy: true, vi: 'Phó Chủ tịch Ủy ban nhân dân', en: 'Vice chair of the People’s Committee' },
  { code: 'peoples_council_chair', side: 'government', leads: true, vi: 'Chủ tịch Hội đồng nhân dân', en: 'Chair of the People’s Council' },
  { code: 'peoples_council_vice_chair', side: 'government', deputy: true, vi: 'Phó Chủ tịch Hội đồng nhân dân', en: 'Vice chair of the People’s Council' },
  { code: 'front_chair', side: 'front', leads: true, vi: 'Chủ tịch Ủy ban Mặt trận Tổ quốc', en: 'Chair of the Fatherland Front Committee' },
  { code: 'youth_secretary', side: 'front', leads: true, vi: 'Bí thư Đoàn Thanh niên', en: 'Secretary of the Youth Union' },
  { code: 'women_chair', side: 'front', leads: true, vi: 'Chủ tịch Hội Liên hiệp Phụ nữ', en: 'Chair of the Women’s Union' },
  { code: 'veterans_chair', side: 'front', leads: true, vi: 'Chủ tịch Hội Cựu chiến binh', en: 'Chair of the Veterans’ Association' },
  { code: 'farmers_chair', side: 'front', leads: true, vi: 'Chủ tịch Hội Nông dân', en: 'Chair of the Farmers’ Union' },
] as const satisfies readonly PostKindEntry[];

export type PostKind = (typeof postKinds)[number]['code'];

export interface PostKindEntry {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
  /** In which organisation the post stands; `people`: elected by the residents. */
  readonly side: 'party' | 'people' | 'government' | 'front';
  /** The one who leads the unit. */
  readonly leads?: true;
  readonly deputy?: true;
  /** Head of a village or residential group: the base of case E's figures. */
  readonly residents?: true;
}

export function postKindName(kind: PostKind, language: Language): string {
  return postKinds.find(({ code }) => code === kind)?.[language] ?? kind;
}

export function isPostKind(code: string): code is PostKind {
  return postKinds.some((kind) => kind.code === code);
}

const ofCell: readonly PostKind[] = ['secretary', 'deputy_secretary', 'committee_member'];

/**
 * Whether such a post is created at such a unit. Posts of government, Front and mass organisations stand in their own
 * organisation, or with the territory where that organisation is no unit of its own.
 */
export function standsAt(kind: PostKind, unitKind: UnitKind): boolean {
  const hierarchy = hierarchyOf(unitKind);
  const isVillage = unitKind === 'village';
  const side = postKinds.find(({ code }) => code === kind)?.side;
  if (side === 'party') return unitKind === 'cell' ? ofCell.includes(kind) : hierarchy === 'party';
  if (side === 'people') return isVillage;
  if (kind === 'front_board_head') return isVillage || unitKind === 'front_board';
  if (unitKind === 'peoples_committee' || unitKind === 'peoples_council') return kind.startsWith(unitKind);
  return (hierarchy === 'territory' && !isVillage) || (hierarchy === side && unitKind !== 'front_board');
}

/** Posts whose holders lead, or are deputies of those who do. */
export const leadingKinds: readonly PostKind[] = postKinds.filter((kind: PostKindEntry) => kind.leads || kind.deputy).map(({ code }) => code);
/** Too small for whoever leads there to be a leader or manager. */
export const ledByMembers: readonly UnitKind[] = ['cell', 'village', 'front_board'];

/** A leader or manager as reviews and ratings mean it: leads what is larger than a cell or a village (43-HD/BTCTW; rulebook R4.9). */
export function isLeader(kind: PostKind, unitKind: UnitKind): boolean {
  return leadingKinds.includes(kind) && !ledByMembers.includes(unitKind);
}

/** The heads of villages and residential groups. */
export const residentHeadKinds: readonly PostKind[] = postKinds.filter((kind) => 'residents' in kind).map(({ code }) => code);
