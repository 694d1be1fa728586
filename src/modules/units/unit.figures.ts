/**
 * Figures about units: cells, villages and residential groups, communes, and how many of each kind stand under a unit.
 * Whether a village keeps the size norm is judged by the rule in force on that day at the nearest scope.
 */
import { sql } from 'kysely';
import { heldOn } from '../../figures/held.ts';
import type { Column, Figure, Part, Partition, Sql, Subject } from '../../figures/figure.ts';
import { unitKinds, unitTypesOf, type Hierarchy, type UnitKind, type UnitTypeEntry } from './unit.kinds.ts';

export const unitColumn: Column = {
  id: 'unit',
  title: { vi: 'Đơn vị', en: 'Unit' },
  kind: 'text',
  of: sql`unit.name`,
  with: ['unit'],
  link: { to: 'unit', of: sql`x.unit_id` },
};

/** The commune (of a Party organisation: the one that it leads) under which the unit stood on the day. */
export function communeColumn(hierarchy: 'party' | 'territory'): Column {
  const kind = hierarchy === 'party' ? 'commune_party' : 'commune';
  const led = sql`(select led.name from unit_relations r join unit_versions led on led.unit_id = r.other_id and led.kind = 'commune' and ${heldOn('led.valid', 'x.day')}
    where r.kind = 'leads' and r.unit_id = c.ancestor_id and ${heldOn('r.valid', 'x.day')} order by led.unit_id limit 1)`;
  return {
    id: 'commune',
    title: { vi: 'Xã', en: 'Commune' },
    kind: 'text',
    of: sql`(
      select ${hierarchy === 'party' ? sql`coalesce(${led}, above.name)` : sql`above.name`} from unit_closure c
      join unit_versions above on above.unit_id = c.ancestor_id and above.kind = ${kind} and ${heldOn('above.valid', 'x.day')}
      where c.hierarchy = ${hierarchy} and c.descendant_id = x.unit_id and ${heldOn('c.valid', 'x.day')}
      order by c.depth limit 1)`,
  };
}

const byName: Part = { of: sql`unit.name`, with: ['unit'] };
const codeColumn: Column = { id: 'code', title: { vi: 'Mã', en: 'Code' }, kind: 'text', of: sql`unit.code`, with: ['unit'] };
const householdsColumn: Column = { id: 'households', title: { vi: 'Số hộ', en: 'Households' }, kind: 'number', of: sql`(unit.properties->>'households')::numeric`, with: ['unit'] };

export const cellSubject = unitSubject({ id: 'cell', kind: 'cell', hierarchy: 'party', columns: [unitColumn, communeColumn('party')] });
export const villageSubject = unitSubject({ id: 'village', kind: 'village', hierarchy: 'territory', columns: [unitColumn, communeColumn('territory'), householdsColumn] });
export const communeSubject = unitSubject({ id: 'commune', kind: 'commune', hierarchy: 'territory', columns: [unitColumn, codeColumn] });

const anyUnit: Subject = {
  id: 'unit',
  hierarchy: 'own',
  turnsWith: 'unit',
  withoutRoot: true,
  rows: unitRows(sql`true`),
  verb: 'unit.read',
  sort: byName,
  columns: [unitColumn, codeColumn],
};

export const cellType = typeDimension('type', { kind: 'cell', title: { vi: 'Loại hình chi bộ', en: 'Type of cell' } });
export const villageType = typeDimension('type', { kind: 'village', title: { vi: 'Tên gọi', en: 'Local form' } });
const communeType = typeDimension('type', { kind: 'commune', title: { vi: 'Loại hình', en: 'Form' } });

/** The type of the cell in which a member is placed. */
export const cellTypeOfMember = typeDimension('cellType', { kind: 'cell', title: { vi: 'Loại hình chi bộ', en: 'Type of cell' } });

const kindDimension: Partition = {
  kind: 'partition',
  id: 'kind',
  title: { vi: 'Loại đơn vị', en: 'Kind of unit' },
  buckets: unitKinds.map(labelled),
  of: sql`x.unit_kind`,
};

const ownOffice = { where: sql`unit.properties->>'ownOffice' = 'true'`, with: ['unit'] } as const;
/** What nobody has recorded is not known to have none. */
const officeRecorded = { where: sql`unit.properties->>'ownOffice' is not null`, with: ['unit'] } as const;

const households = sql`(unit.properties->>'households')::numeric`;
/** Local words for a residential group of a ward or township; villages have a norm of their own. */
const isResidentialGroup = sql`unit.type in ('to_dan_pho', 'khu_vuc', 'khu_pho', 'khom')`;

export const unitFigures: readonly Figure[] = [
  {
    id: 'units',
    kind: 'state',
    subject: anyUnit,
    title: { vi: 'Đơn vị trực thuộc các cấp', en: 'Units under the unit' },
    explanation: {
      vi: 'Tất cả đơn vị đứng dưới đơn vị được hỏi, ở mọi cấp, trong cùng hệ thống (tổ chức đảng, địa bàn, chính quyền hoặc Mặt trận). Không kể chính đơn vị được hỏi.',
      en: 'All units that stand under the unit, at every level, in the same hierarchy (Party, territory, government or Front). The unit itself is not counted.',
    },
    words: { vi: 'đơn vị trực thuộc', en: 'units under it' },
    dimensions: [kindDimension],
  },
  {
    id: 'units.communes',
    kind: 'state',
    subject: communeSubject,
    title: { vi: 'Xã, phường, thị trấn, đặc khu', en: 'Communes, wards, townships and special zones' },
    explanation: {
      vi: 'Số đơn vị hành chính cấp xã trên địa bàn vào ngày tính.',
      en: 'How many commune-level units the territory has on the day.',
    },
    words: { vi: 'xã, phường, thị trấn, đặc khu', en: 'communes, wards, townships and special zones' },
    dimensions: [communeType],
  },
  {
    id: 'cells',
    kind: 'state',
    subject: cellSubject,
    title: { vi: 'Chi bộ', en: 'Party cells' },
    explanation: {
      vi: 'Số chi bộ đang hoạt động vào ngày tính, kể cả chi bộ thuộc đảng bộ bộ phận; chia theo loại hình: thôn, tổ dân phố, trường học, cơ quan, y tế…',
      en: 'Cells that exist on the day, those of divisional organisations included; by type: residential, school, agency, health and others.',
    },
    words: { vi: 'chi bộ', en: 'Party cells' },
    dimensions: [cellType],
  },
  {
    id: 'cells.ownOffice',
    kind: 'state',
    subject: cellSubject,
    title: { vi: 'Chi bộ có trụ sở riêng', en: 'Cells with an office of their own' },
    explanation: {
      vi: 'Chi bộ có trụ sở, nhà làm việc riêng vào ngày tính, so với những chi bộ đã ghi có hay không. Nơi chưa ghi không tính vào tỷ lệ.',
      en: 'Cells that have an office of their own on the day, among those of which it is recorded whether they have one. Where nothing is recorded, the cell is left out of the share.',
    },
    words: { vi: 'chi bộ đã ghi có hay không có trụ sở riêng', en: 'cells of which it is recorded' },
    base: officeRecorded,
    recordedOf: 'cells',
    count: ownOffice,
    dimensions: [cellType],
  },
  {
    id: 'villages',
    kind: 'state',
    subject: villageSubject,
    title: { vi: 'Thôn, tổ dân phố', en: 'Villages and residential groups' },
    explanation: {
      vi: 'Số thôn, ấp, khóm, bản, tổ dân phố, khu vực trên địa bàn vào ngày tính, giữ nguyên tên gọi của địa phương.',
      en: 'Villages and residential groups on the day, each under its local form of name.',
    },
    words: { vi: 'thôn, tổ dân phố', en: 'villages and residential groups' },
    dimensions: [villageType],
  },
  {
    id: 'villages.ownOffice',
    kind: 'state',
    subject: villageSubject,
    title: { vi: 'Thôn, tổ dân phố có trụ sở riêng', en: 'Villages with a house of their own' },
    explanation: {
      vi: 'Thôn, ấp, khóm, tổ dân phố có trụ sở hoặc nhà văn hóa riêng vào ngày tính, so với những nơi đã ghi có hay không. Nơi chưa ghi không tính vào tỷ lệ.',
      en: 'Villages and residential groups that have an office or community house of their own on the day, among those of which it is recorded whether they have one. Where nothing is recorded, the place is left out of the share.',
    },
    words: { vi: 'thôn, tổ dân phố đã ghi có hay không có trụ sở riêng', en: 'villages and residential groups of which it is recorded' },
    base: officeRecorded,
    recordedOf: 'villages',
    count: ownOffice,
    dimensions: [villageType],
  },
  sizeFigure({
    id: 'villages.belowNorm',
    title: { vi: 'Tổ dân phố chưa đạt quy mô tối thiểu về số hộ', en: 'Residential groups below the size norm' },
    rule: 'residentialGroup.minHouseholds',
    than: sql`<`,
    explanation: {
      vi: 'Tổ dân phố, khu vực, khu phố, khóm có số hộ dưới mức tối thiểu đang áp dụng vào ngày tính (quy định gần nhất: của xã, tỉnh, rồi của Trung ương). Chỉ xét nơi đã ghi số hộ.',
      en: 'Residential groups with fewer households than the least number in force on the day (the nearest rule counts: commune, province, then the country). Only those whose households are recorded.',
    },
  }),
  sizeFigure({
    id: 'villages.aboveNorm',
    title: { vi: 'Tổ dân phố vượt quy mô tối đa về số hộ', en: 'Residential groups above the size norm' },
    rule: 'residentialGroup.maxHouseholds',
    than: sql`>`,
    explanation: {
      vi: 'Tổ dân phố, khu vực, khu phố, khóm có số hộ trên mức tối đa đang áp dụng vào ngày tính (quy định gần nhất: của xã, tỉnh, rồi của Trung ương). Chỉ xét nơi đã ghi số hộ.',
      en: 'Residential groups with more households than the greatest number in force on the day (the nearest rule counts). Only those whose households are recorded.',
    },
  }),
];

function sizeFigure(of: { id: string; rule: string; than: Sql } & Pick<Figure, 'title' | 'explanation'>): Figure {
  const norm = ruleInForce(of.rule);
  return {
    id: of.id,
    kind: 'state',
    subject: villageSubject,
    title: of.title,
    explanation: of.explanation,
    words: { vi: 'tổ dân phố đã ghi số hộ và có quy định về quy mô', en: 'residential groups with recorded households and a norm in force' },
    base: { where: sql`${isResidentialGroup} and ${households} is not null and ${norm} is not null`, with: ['unit'] },
    count: { where: sql`${households} ${of.than} ${norm}`, with: ['unit'] },
    dimensions: [villageType],
    rules: [of.rule],
  };
}

/** Of the nearest scope above the unit (of `x`) in any tree: a committee's rule holds in the territory that it leads. Null where there is none. */
export function ruleInForce(key: string, { unit, on }: { readonly unit: Sql; readonly on: Sql } = { unit: sql`x.unit_id`, on: sql`x.day` }): Sql {
  return sql`(
    select (r.value #>> '{}')::numeric from rules r
    left join unit_closure above on above.hierarchy = 'reach' and above.ancestor_id = r.scope_unit_id and above.descendant_id = ${unit} and ${heldOn('above.valid', on)}
    where r.key = ${key} and ${heldOn('r.valid', on)} and (r.scope_unit_id is null or above.ancestor_id is not null)
    order by above.depth nulls last limit 1)`;
}

function unitSubject(of: { id: string; kind: UnitKind; hierarchy: Hierarchy; columns: readonly Column[] }): Subject {
  return { id: of.id, hierarchy: of.hierarchy, turnsWith: 'unit', rows: unitRows(sql`v.kind = ${of.kind}`), verb: 'unit.read', sort: byName, columns: of.columns };
}

function unitRows(condition: Sql): Sql {
  return sql`
    select s.point, s.day, s.child_id, s.unit_id, s.unit_id::text as id, v.kind as unit_kind
    from scope s join unit_versions v on v.unit_id = s.unit_id and ${heldOn('v.valid', 's.day')}
    where ${condition}`;
}

function typeDimension(id: string, { kind, title }: { kind: UnitKind; title: Partition['title'] }): Partition {
  return { kind: 'partition', id, title, buckets: unitTypesOf(kind).map(labelled), of: sql`unit.type`, with: ['unit'] };
}

function labelled({ code, vi, en }: UnitTypeEntry) {
  return { code, label: { vi, en } };
}
