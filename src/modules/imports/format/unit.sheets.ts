/** The sheets about the structure: units in time, relations between them, and what became of what. */
import { unitKinds } from '../../units/unit.kinds.ts';
import type { UnitKind, UnitKindEntry, UnitType } from '../../units/unit.kinds.ts';
import type { Text } from '../../../platform/contract.ts';
import { decisionColumn, fromColumn, toColumn } from './period.columns.ts';
import type { AllowedValue, ColumnSpec, SheetSpec } from './format.ts';

const kindValues: readonly (AllowedValue & { readonly code: UnitKind })[] = unitKinds.map(({ code, vi, en }) => ({ code, vi, en }));

const typeValues: readonly (AllowedValue & { readonly code: UnitType })[] = unitKinds.flatMap((kind) =>
  'types' in kind ? kind.types.map(({ code, vi, en }) => ({ code, vi, en, under: kind.code })) : [],
);

/** The kinds whose units may bear a type at all. */
export const kindsWithTypes: readonly string[] = unitKinds.filter((kind: UnitKindEntry) => kind.types !== undefined).map(({ code }) => code);

export const unitsSheet = {
  name: 'units',
  title: { vi: 'Đơn vị', en: 'Units' },
  purpose: {
    vi: 'Tổ chức đảng, địa bàn, chính quyền, Mặt trận và đoàn thể. Mỗi dòng là một giai đoạn của một đơn vị: khi tên, loại, cấp trên hoặc số liệu thay đổi thì ghi thêm một dòng cùng mã, dòng trước có ngày kết thúc.',
    en: 'Party organisations, territory, government, Front and mass organisations. One row is one stretch of time in the life of a unit: when its name, kind, parent or properties change, add a row with the same ref and close the row before.',
  },
  aliases: ['Tổ chức', 'Danh sách đơn vị', 'Don vi'],
  columns: [
    {
      name: 'ref', type: 'ref', required: true, title: { vi: 'Mã', en: 'Ref' }, example: 'dong-thinh-cb-thuong',
      meaning: {
        vi: 'Mã do người lập bảng tự đặt, các dòng khác nhắc tới đơn vị bằng mã này. Nhập lại cùng mã là cập nhật, không tạo đơn vị mới.',
        en: 'A name of your own choice by which other rows refer to the unit. Importing the same ref again updates the unit.',
      },
      aliases: ['Mã đơn vị', 'Mã tham chiếu', 'Ma so'],
    },
    { name: 'name', type: 'text', required: true, title: { vi: 'Tên', en: 'Name' }, example: 'Chi bộ thôn Thượng', meaning: { vi: 'Tên đầy đủ trong giai đoạn này.', en: 'The full name in that stretch of time.' }, aliases: ['Tên đơn vị', 'Tên tổ chức'] },
    { name: 'short_name', type: 'text', title: { vi: 'Tên gọi tắt', en: 'Short name' }, example: 'Thôn Thượng', meaning: { vi: 'Tên ngắn dùng trong bảng, biểu đồ.', en: 'The short form for tables and charts.' }, aliases: ['Tên tắt', 'Tên ngắn'] },
    { name: 'kind', type: 'oneOf', required: true, values: kindValues, title: { vi: 'Loại đơn vị', en: 'Kind' }, example: 'cell', meaning: { vi: 'Đơn vị là gì.', en: 'What the unit is.' }, aliases: ['Loại', 'Loại tổ chức'] },
    {
      name: 'type', type: 'oneOf', values: typeValues, under: 'kind', title: { vi: 'Hình thức', en: 'Type' }, example: 'residential',
      meaning: { vi: 'Tên gọi của địa phương hoặc loại hình cụ thể; chỉ dùng cho chi bộ, tỉnh, huyện, xã, thôn.', en: 'The local word or the particular form; only for cells, provinces, districts, communes and villages.' },
      aliases: ['Loại hình', 'Kiểu'],
    },
    { name: 'rank', type: 'text', title: { vi: 'Hạng', en: 'Rank' }, example: 'Loại I', meaning: { vi: 'Loại, hạng được công nhận (đô thị loại V, xã loại I …).', en: 'Officially recognised rank or class.' }, aliases: ['Xếp loại', 'Cấp, hạng', 'Phân loại'] },
    { name: 'code', type: 'text', leadingZeros: true, title: { vi: 'Mã chính thức', en: 'Official code' }, example: '08821', meaning: { vi: 'Mã do Nhà nước hoặc Đảng cấp; định dạng ô là văn bản để không mất số 0 ở đầu.', en: 'The official code; format the cell as text so that leading zeros stay.' }, aliases: ['Mã hành chính', 'Mã đơn vị hành chính', 'Mã số tổ chức đảng'] },
    parent('party_parent', { vi: 'Tổ chức đảng cấp trên', en: 'Party parent' }, ['Cấp ủy cấp trên', 'Đảng bộ cấp trên'], 'dong-thinh-db'),
    parent('territory_parent', { vi: 'Địa bàn cấp trên', en: 'Territory parent' }, ['Thuộc địa bàn', 'Địa bàn'], 'dong-thinh'),
    parent('government_parent', { vi: 'Chính quyền cấp trên', en: 'Government parent' }, ['UBND cấp trên'], 'song-lo-ubnd'),
    parent('front_parent', { vi: 'Mặt trận, đoàn thể cấp trên', en: 'Front parent' }, ['Mặt trận cấp trên', 'Đoàn thể cấp trên'], 'dong-thinh-mttq'),
    fromColumn,
    toColumn,
    { name: 'population', type: 'int', min: 0, title: { vi: 'Dân số', en: 'Population' }, example: '1.250', meaning: { vi: 'Số nhân khẩu.', en: 'Number of inhabitants.' }, aliases: ['Số nhân khẩu', 'Nhân khẩu', 'Số dân'] },
    { name: 'households', type: 'int', min: 0, title: { vi: 'Số hộ', en: 'Households' }, example: '320', meaning: { vi: 'Số hộ gia đình; dùng để so với quy mô thôn, tổ dân phố.', en: 'Number of households; compared with the size norm of villages and residential groups.' }, aliases: ['Hộ', 'Số hộ gia đình', 'Hộ dân'] },
    { name: 'area_km2', type: 'decimal', min: 0, title: { vi: 'Diện tích (km²)', en: 'Area (km²)' }, example: '12,5', meaning: { vi: 'Diện tích tự nhiên, tính bằng ki-lô-mét vuông.', en: 'Area in square kilometres.' }, aliases: ['Diện tích', 'Diện tích km2', 'Diện tích tự nhiên'] },
    { name: 'own_office', type: 'bool', title: { vi: 'Có trụ sở riêng', en: 'Own office' }, example: 'có', meaning: { vi: 'Đơn vị có trụ sở, nhà văn hóa hoặc nơi làm việc riêng hay không.', en: 'Whether the unit has an office or house of its own.' }, aliases: ['Trụ sở riêng', 'Trụ sở', 'Nhà văn hóa'] },
    decisionColumn,
    { name: 'note', type: 'text', title: { vi: 'Ghi chú', en: 'Note' }, example: 'Tên theo quyết định sáp nhập', meaning: { vi: 'Điều cần nhớ về giai đoạn này.', en: 'Anything worth remembering about that stretch of time.' }, aliases: ['Chú thích'] },
  ],
} as const satisfies SheetSpec;

export const unitRelationsSheet = {
  name: 'unit_relations',
  title: { vi: 'Quan hệ đơn vị', en: 'Unit relations' },
  purpose: {
    vi: 'Quan hệ giữa các đơn vị ngoài quan hệ cấp trên, cấp dưới: chi bộ lãnh đạo thôn, đảng ủy lãnh đạo xã, ban thuộc đảng ủy. Một chi bộ có thể lãnh đạo nhiều thôn và ngược lại.',
    en: 'Relations other than parent and child: a cell leads a village, a committee leads a commune, a board belongs to a committee. Many to many.',
  },
  aliases: ['Quan hệ', 'Quan hệ giữa các đơn vị'],
  columns: [
    unitRef('unit', { vi: 'Đơn vị', en: 'Unit' }, { vi: 'Đơn vị chủ thể (chi bộ lãnh đạo …).', en: 'The unit of which something is said (the cell that leads …).' }, ['Mã đơn vị'], 'dong-thinh-cb-thuong'),
    {
      name: 'relation', type: 'oneOf', required: true, title: { vi: 'Quan hệ', en: 'Relation' }, example: 'leads',
      meaning: { vi: 'Đơn vị ở cột đầu làm gì đối với đơn vị kia.', en: 'What the first unit is to the other.' },
      values: [
        { code: 'leads', vi: 'Lãnh đạo', en: 'Leads' },
        { code: 'belongs_to', vi: 'Thuộc', en: 'Belongs to', aliases: ['Trực thuộc'] },
        { code: 'governs', vi: 'Quản lý', en: 'Governs' },
      ],
    },
    unitRef('other', { vi: 'Đơn vị kia', en: 'Other unit' }, { vi: 'Đơn vị được lãnh đạo, được quản lý, hoặc đơn vị mà nó trực thuộc.', en: 'The unit that is led or governed, or to which the first belongs.' }, ['Đơn vị liên quan', 'Với đơn vị'], 'dong-thinh-thon-thuong'),
    fromColumn,
    toColumn,
    decisionColumn,
  ],
} as const satisfies SheetSpec;

export const lineageSheet = {
  name: 'lineage',
  title: { vi: 'Kế thừa', en: 'Lineage' },
  purpose: {
    vi: 'Đơn vị nào kế thừa đơn vị nào khi sáp nhập, chia tách, thành lập mới; kế thừa toàn bộ hay một phần.',
    en: 'Which unit succeeds which in mergers, splits and re-foundings, wholly or in part.',
  },
  aliases: ['Sáp nhập, chia tách'],
  columns: [
    unitRef('predecessor', { vi: 'Đơn vị trước', en: 'Predecessor' }, { vi: 'Đơn vị cũ.', en: 'The unit that was.' }, ['Đơn vị cũ'], 'dong-thinh'),
    unitRef('successor', { vi: 'Đơn vị sau', en: 'Successor' }, { vi: 'Đơn vị kế thừa.', en: 'The unit that takes over.' }, ['Đơn vị mới', 'Đơn vị kế thừa'], 'song-lo-xa'),
    { name: 'on', type: 'day', required: true, title: { vi: 'Ngày', en: 'On' }, example: '01/07/2025', meaning: { vi: 'Ngày đầu tiên mà đơn vị sau thay đơn vị trước.', en: 'The first day on which the successor stands in for the predecessor.' }, aliases: ['Ngày kế thừa', 'Ngày hiệu lực', 'Từ ngày'] },
    {
      name: 'share', type: 'oneOf', required: true, title: { vi: 'Phần', en: 'Share' }, example: 'whole',
      meaning: { vi: 'Đơn vị sau nhận toàn bộ hay một phần đơn vị trước.', en: 'Whether the successor takes the whole of the predecessor or a part.' },
      values: [
        { code: 'whole', vi: 'Toàn bộ', en: 'Whole', aliases: ['Nguyên trạng'] },
        { code: 'part', vi: 'Một phần', en: 'Part' },
      ],
    },
    decisionColumn,
  ],
} as const satisfies SheetSpec;

function parent<const Name extends string>(name: Name, title: Text, aliases: readonly string[], example: string) {
  const meaning = { vi: `Mã của đơn vị cấp trên theo hệ thống: ${title.vi.toLowerCase()}.`, en: `Ref of the unit above it: ${title.en.toLowerCase()}.` };
  return { name, type: 'sheetRef', sheet: 'units', title, meaning, aliases, example } as const satisfies ColumnSpec;
}

function unitRef<const Name extends string>(name: Name, title: Text, meaning: Text, aliases: readonly string[], example: string) {
  return { name, type: 'sheetRef', sheet: 'units', required: true, title, meaning, aliases, example } as const satisfies ColumnSpec;
}
