/**
 * Figures about documents: how many a unit issued and which of them carry out one of another unit; and which committees and cells
 * have their regulations in force. A document counts on the day of its issue and with the unit that issued it; one taken out of
 * the register never does.
 */
import { sql } from 'kysely';
import { heldOn } from '../../figures/held.ts';
import { allDaysAfter, type Column, type Figure, type Partition, type Sql, type Subject } from '../../figures/figure.ts';
import { communeColumn, unitColumn } from '../units/unit.figures.ts';
import { unitKinds, type UnitKind } from '../units/unit.kinds.ts';
import { documentTypeCodes, documentTypes, type RegulationSubject } from './document.kinds.ts';

const dayColumn = (id: string, of: Sql, title: Column['title']): Column => ({ id, title, kind: 'day', of });
const symbolColumn: Column = { id: 'symbol', title: { vi: 'Số, ký hiệu', en: 'Symbol' }, kind: 'text', of: sql`x.symbol`, link: { to: 'document', of: sql`x.document_id` } };

const documentSubject: Subject = {
  id: 'document',
  hierarchy: 'party',
  looksAt: { what: 'documents', daysBack: 0 },
  foundAt: sql`select unit_id from documents`,
  rows: sql`
    select s.point, d.issued_on as day, s.child_id, s.unit_id, d.id::text as id, d.home_id, d.id as document_id, d.type as document_type, d.term, ${symbolIn('d')} as symbol, d.summary
    from scope s
    join documents d on d.unit_id = s.unit_id and d.issued_on between s.from_day and s.day and d.direction = 'issued' and d.void is null and ${heldOn('s.valid', 'd.issued_on')}`,
  verb: 'document.read',
  // The latest first: as many digits for every day of our time, so that their text sorts as they do.
  sort: { of: sql`(date '9999-12-31' - x.day)::text` },
  columns: [symbolColumn, dayColumn('day', sql`x.day`, { vi: 'Ngày ban hành', en: 'Issued on' }), { id: 'summary', title: { vi: 'Trích yếu', en: 'Summary' }, kind: 'text', of: sql`x.summary` }, unitColumn, communeColumn('party')],
};

const typeDimension: Partition = {
  kind: 'partition',
  id: 'type',
  title: { vi: 'Loại văn bản', en: 'Type' },
  buckets: documentTypeCodes.map((code) => ({ code, label: documentTypes[code] })),
  of: sql`x.document_type`,
};

/** As most committees count them (`termOf`); cells and some others have terms of their own. */
const terms = ['2010-2015', '2015-2020', '2020-2025', '2025-2030', '2030-2035'];
const termDimension: Partition = {
  kind: 'partition',
  id: 'term',
  title: { vi: 'Nhiệm kỳ', en: 'Term' },
  buckets: [...terms.map((code) => ({ code, label: { vi: code, en: code } })), { code: 'other', label: { vi: 'Nhiệm kỳ khác', en: 'Another term' } }],
  of: sql`case when x.term in (${sql.join(terms.map((term) => sql.lit(term)))}) then x.term else 'other' end`,
};

/** Issued by another unit, or received from who keeps no register here. */
const carriesOutSuperior = sql`exists (
  select from document_links l join documents o on o.home_id = home_of(l.other_id) and o.id = l.other_id and o.void is null
  where l.home_id = x.home_id and l.document_id = x.document_id and l.kind = 'carriesOut' and (o.unit_id <> x.unit_id or o.direction = 'received'))`;

const withRegulations = {
  working: ['provincial_party', 'district_party', 'commune_party', 'grassroots_party', 'division_party', 'cell'],
  coordination: ['provincial_party', 'district_party', 'commune_party'],
} as const satisfies Record<RegulationSubject, readonly UnitKind[]>;

/** Units of these kinds, each with its own regulations of the day: those that hold, or else the last ones that did. */
function regulationSubject(regulates: RegulationSubject): Subject {
  return {
    id: `regulations.${regulates}`,
    hierarchy: 'party',
    looksAt: { what: 'regulations', daysBack: allDaysAfter },
    rows: sql`
      select s.point, s.day, s.child_id, s.unit_id, s.unit_id::text as id, v.kind as unit_kind, r.document_id, r.symbol, r.valid_from, r.review_due_on, r.holds
      from scope s join unit_versions v on v.unit_id = s.unit_id and ${heldOn('v.valid', 's.day')} and v.kind in (${sql.join(withRegulations[regulates].map((kind) => sql.lit(kind)))})
      left join lateral (
        select d.id as document_id, ${symbolIn('d')} as symbol, d.valid_from, d.review_due_on, h.holds
        from documents d cross join lateral (select ${stillHolds('d', sql`s.day`)} as holds) h
        where d.unit_id = s.unit_id and d.regulates = ${sql.lit(regulates)} and d.direction = 'issued' and d.void is null and d.valid_from <= s.day
        order by h.holds desc, d.valid_from desc, d.id desc limit 1) r on true`,
    verb: 'document.read',
    sort: { of: sql`unit.name`, with: ['unit'] },
    columns: [unitColumn, communeColumn('party'), symbolColumn, dayColumn('validFrom', sql`x.valid_from`, { vi: 'Hiệu lực từ', en: 'In force from' }), dayColumn('reviewDue', sql`x.review_due_on`, { vi: 'Hạn rà soát', en: 'Review due on' })],
  };
}

function kindDimension(regulates: RegulationSubject): Partition {
  const kinds: readonly UnitKind[] = withRegulations[regulates];
  return {
    kind: 'partition',
    id: 'kind',
    title: { vi: 'Loại tổ chức đảng', en: 'Kind of organisation' },
    buckets: unitKinds.filter(({ code }) => kinds.includes(code)).map(({ code, vi, en }) => ({ code, label: { vi, en } })),
    of: sql`x.unit_kind`,
  };
}

const standingDimension: Partition = {
  kind: 'partition',
  id: 'standing',
  title: { vi: 'Tình trạng quy chế', en: 'State of the regulations' },
  buckets: [
    { code: 'inForce', label: { vi: 'Còn hiệu lực', en: 'In force' } },
    { code: 'reviewPast', label: { vi: 'Còn hiệu lực, quá hạn rà soát', en: 'In force, review overdue' } },
    { code: 'ended', label: { vi: 'Hết hiệu lực, chưa có quy chế mới', en: 'No longer in force, none since' } },
    { code: 'none', label: { vi: 'Chưa ban hành', en: 'Never issued' } },
  ],
  of: sql`case when x.document_id is null then 'none' when not x.holds then 'ended' when x.review_due_on < x.day then 'reviewPast' else 'inForce' end`,
};

function regulationFigure({ regulates, ...texts }: Pick<Figure, 'id' | 'title' | 'explanation' | 'words'> & { regulates: RegulationSubject }): Figure {
  return { ...texts, kind: 'state', subject: regulationSubject(regulates), base: {}, aimsAtAll: true, count: { where: sql`x.holds` }, dimensions: [kindDimension(regulates), standingDimension] };
}

export const documentFigures: readonly Figure[] = [
  {
    id: 'documents.issued',
    kind: 'flow',
    subject: documentSubject,
    title: { vi: 'Văn bản đã ban hành', en: 'Documents issued' },
    explanation: {
      vi: 'Số văn bản ghi trong sổ văn bản đi của các tổ chức đảng, có ngày ban hành trong kỳ. Không kể văn bản đã hủy và văn bản đến.',
      en: 'Documents in the registers of issued documents whose day lies in the period. Those taken out of the register, and documents received, are left out.',
    },
    words: { vi: 'văn bản đã ban hành', en: 'documents issued' },
    dimensions: [typeDimension, termDimension],
  },
  {
    id: 'documents.carryingOut',
    kind: 'flow',
    subject: documentSubject,
    title: { vi: 'Văn bản cụ thể hóa văn bản của đơn vị khác', en: 'Documents that carry out those of other units' },
    explanation: {
      vi: 'Trong số văn bản ban hành trong kỳ, những văn bản được ghi là cụ thể hóa ít nhất một văn bản do đơn vị khác ban hành. Văn bản cụ thể hóa nhiều văn bản tính một lần; văn bản cụ thể hóa văn bản của chính đơn vị mình không tính.',
      en: 'Of the documents issued in the period, those that are said to carry out at least one issued by another unit. One that carries out several counts once; one that carries out a document of the unit itself does not count.',
    },
    words: { vi: 'văn bản cụ thể hóa văn bản của đơn vị khác', en: 'documents that carry out those of other units' },
    count: { where: carriesOutSuperior },
    dimensions: [typeDimension, termDimension],
  },
  regulationFigure({
    id: 'regulations.inForce',
    regulates: 'working',
    title: { vi: 'Cấp ủy, chi bộ có quy chế làm việc còn hiệu lực', en: 'Committees and cells with working regulations in force' },
    explanation: {
      vi: 'Trong số đảng bộ, chi bộ đang hoạt động vào ngày tính, bao nhiêu nơi có quy chế làm việc do chính mình ban hành, đã có hiệu lực, chưa hết hiệu lực và chưa bị thay thế vào ngày đó. Nơi chưa có nằm trong danh sách còn thiếu.',
      en: 'Of the Party organisations and cells that exist on the day, those with working regulations of their own that hold on it: begun, not ended, not replaced. Those without stand in the list of what is missing.',
    },
    words: { vi: 'đảng bộ, chi bộ đang hoạt động', en: 'Party organisations and cells' },
  }),
  regulationFigure({
    id: 'regulations.coordination',
    regulates: 'coordination',
    title: { vi: 'Đảng bộ có quy chế phối hợp còn hiệu lực', en: 'Party organisations with regulations of co-ordination in force' },
    explanation: {
      vi: 'Trong số đảng bộ tỉnh, huyện, xã đang hoạt động vào ngày tính, bao nhiêu nơi có quy chế phối hợp giữa các tổ chức trong hệ thống chính trị do chính mình ban hành và còn hiệu lực vào ngày đó.',
      en: 'Of the provincial, district and commune Party organisations that exist on the day, those with regulations of their own on how the organisations of the political system work together, in force on it.',
    },
    words: { vi: 'đảng bộ tỉnh, huyện, xã đang hoạt động', en: 'provincial, district and commune Party organisations' },
  }),
];

/** As `symbolOf` writes it. */
export function symbolIn(documents: string): Sql {
  const of = (column: string) => sql.ref(`${documents}.${column}`);
  return sql`(coalesce(case when ${of('number')} < 10 then '0' else '' end || ${of('number')}, '…') || '-' || ${of('type')} || '/' || ${of('issuer_code')})`;
}

/** As `standingOn` tells it of one that began by then and is not void: neither ended nor replaced. */
export function stillHolds(documents: string, on: Sql): Sql {
  const of = (column: string) => sql.ref(`${documents}.${column}`);
  return sql`(coalesce(${of('valid_to')} >= ${on}, true) and not exists (
    select from document_links l join documents n on n.home_id = l.home_id and n.id = l.document_id and n.void is null and n.valid_from <= ${on}
    where l.other_id = ${of('id')} and l.kind = 'replaces'))`;
}
