/**
 * The kinds of unit, the hierarchy in which each lives, and the local words for the same thing
 * (a village is a thôn in one province, an ấp in another: the local word is the type, and it is kept).
 * Pure: units, imports and figures read it.
 */
import type { Language } from '../../platform/messages.ts';

export const unitKinds = [
  { code: 'central', hierarchy: 'party', vi: 'Trung ương', en: 'Central Party organisation' },
  { code: 'provincial_party', hierarchy: 'party', vi: 'Đảng bộ tỉnh', en: 'Provincial Party organisation' },
  { code: 'district_party', hierarchy: 'party', vi: 'Đảng bộ huyện', en: 'District Party organisation' },
  { code: 'commune_party', hierarchy: 'party', vi: 'Đảng bộ xã', en: 'Commune Party organisation' },
  { code: 'grassroots_party', hierarchy: 'party', vi: 'Đảng bộ cơ sở', en: 'Grassroots Party organisation' },
  { code: 'division_party', hierarchy: 'party', vi: 'Đảng bộ bộ phận', en: 'Divisional Party organisation' },
  {
    code: 'cell', hierarchy: 'party', vi: 'Chi bộ', en: 'Party cell',
    types: [
      { code: 'residential', vi: 'Thôn, tổ dân phố', en: 'Residential' },
      { code: 'school', vi: 'Trường học', en: 'School' },
      { code: 'agency', vi: 'Cơ quan', en: 'Agency' },
      { code: 'health', vi: 'Y tế', en: 'Health' },
      { code: 'military', vi: 'Quân sự', en: 'Military' },
      { code: 'police', vi: 'Công an', en: 'Police' },
      { code: 'enterprise', vi: 'Doanh nghiệp', en: 'Enterprise' },
      { code: 'other', vi: 'Loại khác', en: 'Other' },
    ],
  },
  { code: 'party_board', hierarchy: 'party', vi: 'Ban, cơ quan của cấp ủy', en: 'Board of a Party committee' },
  { code: 'country', hierarchy: 'territory', vi: 'Quốc gia', en: 'Country' },
  {
    code: 'province', hierarchy: 'territory', vi: 'Địa bàn cấp tỉnh', en: 'Province',
    types: [
      { code: 'tinh', vi: 'Tỉnh', en: 'Province (tỉnh)' },
      { code: 'thanh_pho', vi: 'Thành phố', en: 'City under the centre (thành phố)' },
    ],
  },
  {
    code: 'district', hierarchy: 'territory', vi: 'Địa bàn cấp huyện', en: 'District',
    types: [
      { code: 'huyen', vi: 'Huyện', en: 'District (huyện)' },
      { code: 'quan', vi: 'Quận', en: 'Urban district (quận)' },
      { code: 'thi_xa', vi: 'Thị xã', en: 'Town (thị xã)' },
      { code: 'thanh_pho_thuoc_tinh', vi: 'Thành phố thuộc tỉnh', en: 'City under a province' },
    ],
  },
  {
    code: 'commune', hierarchy: 'territory', vi: 'Địa bàn cấp xã', en: 'Commune',
    types: [
      { code: 'xa', vi: 'Xã', en: 'Commune (xã)' },
      { code: 'phuong', vi: 'Phường', en: 'Ward (phường)' },
      { code: 'thi_tran', vi: 'Thị trấn', en: 'Township (thị trấn)' },
      { code: 'dac_khu', vi: 'Đặc khu', en: 'Special zone (đặc khu)' },
    ],
  },
  {
    code: 'village', hierarchy: 'territory', vi: 'Thôn, tổ dân phố', en: 'Village or residential group',
    types: [
      { code: 'thon', vi: 'Thôn', en: 'Village (thôn)' },
      { code: 'ap', vi: 'Ấp', en: 'Hamlet (ấp)' },
      { code: 'khom', vi: 'Khóm', en: 'Quarter (khóm)' },
      { code: 'ban', vi: 'Bản', en: 'Village (bản)' },
      { code: 'to_dan_pho', vi: 'Tổ dân phố', en: 'Residential group (tổ dân phố)' },
      { code: 'khu_vuc', vi: 'Khu vực', en: 'Area (khu vực)' },
      { code: 'khu_pho', vi: 'Khu phố', en: 'Quarter (khu phố)' },
      { code: 'xom', vi: 'Xóm', en: 'Hamlet (xóm)' },
      { code: 'buon', vi: 'Buôn', en: 'Village (buôn)' },
    ],
  },
  { code: 'peoples_committee', hierarchy: 'government', vi: 'Ủy ban nhân dân', en: 'People’s Committee' },
  { code: 'peoples_council', hierarchy: 'government', vi: 'Hội đồng nhân dân', en: 'People’s Council' },
  { code: 'front_committee', hierarchy: 'front', vi: 'Ủy ban Mặt trận Tổ quốc', en: 'Fatherland Front Committee' },
  { code: 'front_board', hierarchy: 'front', vi: 'Ban công tác Mặt trận', en: 'Front working board' },
  { code: 'mass_organisation', hierarchy: 'front', vi: 'Tổ chức chính trị - xã hội', en: 'Mass organisation' },
] as const satisfies readonly UnitKindEntry[];

export const hierarchies = [
  { code: 'party', vi: 'Tổ chức đảng', en: 'Party' },
  { code: 'territory', vi: 'Địa bàn', en: 'Territory' },
  { code: 'government', vi: 'Chính quyền', en: 'Government' },
  { code: 'front', vi: 'Mặt trận và đoàn thể', en: 'Front and mass organisations' },
] as const;

export type Hierarchy = (typeof hierarchies)[number]['code'];
export type UnitKind = (typeof unitKinds)[number]['code'];
export type UnitType = Extract<(typeof unitKinds)[number], { types: unknown }>['types'][number]['code'];

export interface UnitTypeEntry {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}

export interface UnitKindEntry extends UnitTypeEntry {
  readonly hierarchy: Hierarchy;
  readonly types?: readonly UnitTypeEntry[];
}

export const partyKinds: readonly UnitKind[] = unitKinds.filter(({ hierarchy }) => hierarchy === 'party').map(({ code }) => code);

export function isUnitKind(code: string): code is UnitKind {
  return unitKinds.some((kind) => kind.code === code);
}

export function hierarchyOf(kind: UnitKind): Hierarchy {
  const entry = unitKinds.find(({ code }) => code === kind);
  if (entry === undefined) throw new Error(`Unknown kind of unit: ${kind}`);
  return entry.hierarchy;
}

export function kindName(kind: UnitKind, language: Language): string {
  return unitKinds.find(({ code }) => code === kind)?.[language] ?? kind;
}

export function typeName(kind: UnitKind, type: string | null, language: Language): string | undefined {
  return unitTypesOf(kind).find(({ code }) => code === type)?.[language];
}

/** The local words that a kind may bear; none for a kind that has but one form. */
export function unitTypesOf(kind: UnitKind): readonly UnitTypeEntry[] {
  const entry: UnitKindEntry | undefined = unitKinds.find(({ code }) => code === kind);
  return entry?.types ?? [];
}
