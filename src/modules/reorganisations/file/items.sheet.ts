/**
 * The one sheet of a change set in a file: a row says what happens to a unit or a member. Written with the words of the
 * import format, read by the same reader; docs/reorganisations.md explains it with examples.
 */
import type { AllowedValue, ColumnSpec, RowOf, SheetSpec } from '../../imports/format/format.ts';
import type { Text } from '../../../platform/contract.ts';
import { postKinds, type PostKind } from '../../posts/post.kinds.ts';
import { hierarchies, unitKinds, type Hierarchy, type UnitKind, type UnitKindEntry } from '../../units/unit.kinds.ts';

const kindValues: readonly (AllowedValue & { readonly code: UnitKind })[] = unitKinds.map(({ code, vi, en }) => ({ code, vi, en }));
const typeValues: readonly AllowedValue[] = unitKinds.flatMap((kind: UnitKindEntry) => (kind.types ?? []).map(({ code, vi, en }) => ({ code, vi, en, under: kind.code })));
const hierarchyValues: readonly (AllowedValue & { readonly code: Hierarchy })[] = hierarchies.map(({ code, vi, en }) => ({ code, vi, en }));
const postValues: readonly (AllowedValue & { readonly code: PostKind })[] = postKinds.map(({ code, vi, en }) => ({ code, vi, en }));

export const itemsSheet = {
  name: 'items',
  title: { vi: 'Nội dung sắp xếp', en: 'Items' },
  purpose: {
    vi: 'Mỗi dòng là một việc: thành lập, đổi tên, chuyển, bàn giao, sáp nhập, chia, giải thể, lập hoặc thôi quan hệ, xếp đảng viên, bố trí chức danh.',
    en: 'A row is one thing that happens: found, change, move, hand over, merge, split, dissolve, relate, unrelate, place a member, seat somebody in a post.',
  },
  aliases: ['Sắp xếp', 'Phương án', 'reorganisation'],
  columns: [
    {
      name: 'action', type: 'oneOf', required: true, title: { vi: 'Việc', en: 'Action' }, example: 'merge', meaning: { vi: 'Việc của dòng này.', en: 'What happens.' },
      values: [
        { code: 'found', vi: 'Thành lập', en: 'Found' },
        { code: 'change', vi: 'Thay đổi', en: 'Change', aliases: ['Đổi tên'] },
        { code: 'move', vi: 'Chuyển', en: 'Move' },
        { code: 'handOver', vi: 'Bàn giao', en: 'Hand over' },
        { code: 'merge', vi: 'Sáp nhập', en: 'Merge', aliases: ['Nhập toàn bộ'] },
        { code: 'split', vi: 'Chia', en: 'Split', aliases: ['Nhập một phần', 'Tách'] },
        { code: 'dissolve', vi: 'Giải thể', en: 'Dissolve', aliases: ['Kết thúc hoạt động'] },
        { code: 'relate', vi: 'Lập quan hệ', en: 'Relate' },
        { code: 'unrelate', vi: 'Thôi quan hệ', en: 'Unrelate' },
        { code: 'place', vi: 'Xếp đảng viên', en: 'Place' },
        { code: 'seat', vi: 'Bố trí chức danh', en: 'Seat' },
      ],
    },
    naming('unit', { vi: 'Đơn vị', en: 'Unit' }, { vi: 'Đơn vị mà việc này nói tới; khi thành lập là mã tự đặt.', en: 'The unit it happens to; a ref of your own for a founding.' }, 'xa-dong-thinh'),
    { name: 'unit_kind', type: 'oneOf', values: kindValues, title: { vi: 'Loại đơn vị', en: 'Unit kind' }, example: 'commune', meaning: { vi: 'Loại của đơn vị ở cột trước, để phân biệt đơn vị trùng tên, trùng mã.', en: 'Kind of that unit, to tell equal names and codes apart.' } },
    { name: 'unit_code', type: 'text', leadingZeros: true, title: { vi: 'Mã chính thức của đơn vị', en: 'Unit code' }, example: '08821', meaning: { vi: 'Mã chính thức của đơn vị vào ngày trước ngày có hiệu lực.', en: 'Its official code the day before.' } },
    naming('to', { vi: 'Đến', en: 'To' }, { vi: 'Đơn vị nhận, đơn vị cấp trên mới, đơn vị kia của quan hệ, chi bộ mới.', en: 'The unit that takes over, the new parent, the other side of a relation, the new cell.' }, 'xa-song-lo'),
    { name: 'to_kind', type: 'oneOf', values: kindValues, title: { vi: 'Loại đơn vị đến', en: 'To kind' }, example: 'commune', meaning: { vi: 'Loại của đơn vị ở cột “Đến”.', en: 'Kind of the unit in the column “To”.' } },
    { name: 'to_code', type: 'text', leadingZeros: true, title: { vi: 'Mã chính thức của đơn vị đến', en: 'To code' }, example: '08824', meaning: { vi: 'Mã chính thức của đơn vị ở cột “Đến”.', en: 'Official code of the unit in the column “To”.' } },
    { name: 'hierarchy', type: 'oneOf', values: hierarchyValues, title: { vi: 'Hệ thống', en: 'Hierarchy' }, example: 'party', meaning: { vi: 'Chuyển, bàn giao trong hệ thống nào; để trống là hệ thống của đơn vị.', en: 'In which hierarchy it moves; its own where empty.' } },
    {
      name: 'relation', type: 'oneOf', title: { vi: 'Quan hệ', en: 'Relation' }, example: 'leads', meaning: { vi: 'Quan hệ được lập hoặc thôi.', en: 'The relation that begins or ends.' },
      values: [{ code: 'leads', vi: 'Lãnh đạo', en: 'Leads' }, { code: 'belongs_to', vi: 'Thuộc', en: 'Belongs to' }, { code: 'governs', vi: 'Quản lý', en: 'Governs' }],
    },
    { name: 'rest', type: 'bool', title: { vi: 'Nhận phần còn lại', en: 'Takes the rest' }, example: 'có', meaning: { vi: 'Khi chia: đơn vị ở cột “Đến” nhận những gì không nêu riêng.', en: 'Of a split: the unit in “To” takes what is not decided.' } },
    { name: 'remains', type: 'bool', title: { vi: 'Vẫn hoạt động', en: 'Remains' }, example: 'không', meaning: { vi: 'Khi chia: đơn vị cũ vẫn hoạt động với phần còn lại.', en: 'Of a split: the unit goes on standing with the rest.' } },
    { name: 'carry', type: 'bool', title: { vi: 'Giữ nguyên người giữ chức', en: 'Carry holders' }, example: 'không', meaning: { vi: 'Khi sáp nhập: người giữ chức tiếp tục giữ chức đó ở đơn vị nhận nếu đủ chỗ.', en: 'Of a merger: holders of posts go on in the successor where there are seats.' } },
    naming('person', { vi: 'Người', en: 'Person' }, { vi: 'Mã người trong hệ thống hoặc mã ref của lần nhập.', en: 'Id of the person, or ref of an import.' }, 'dv-001'),
    { name: 'post', type: 'oneOf', values: postValues, title: { vi: 'Chức danh', en: 'Post' }, example: 'secretary', meaning: { vi: 'Chức danh được bố trí.', en: 'The post to be filled.' } },
    {
      name: 'how', type: 'oneOf', title: { vi: 'Hình thức bố trí', en: 'How' }, example: 'appointed', meaning: { vi: 'Bầu, chỉ định hay giao quyền.', en: 'Elected, appointed or acting.' },
      values: [{ code: 'elected', vi: 'Bầu', en: 'Elected' }, { code: 'appointed', vi: 'Chỉ định', en: 'Appointed', aliases: ['Bổ nhiệm'] }, { code: 'acting', vi: 'Quyền', en: 'Acting' }],
    },
    { name: 'name', type: 'text', title: { vi: 'Tên mới', en: 'Name' }, example: 'Xã Sông Lô', meaning: { vi: 'Tên của đơn vị thành lập mới hoặc tên sau khi đổi.', en: 'Name of the new unit, or the new name.' } },
    { name: 'short_name', type: 'text', title: { vi: 'Tên gọi tắt', en: 'Short name' }, example: 'Sông Lô', meaning: { vi: 'Tên ngắn.', en: 'Short form.' } },
    { name: 'kind', type: 'oneOf', values: kindValues, title: { vi: 'Loại mới', en: 'Kind' }, example: 'commune', meaning: { vi: 'Loại của đơn vị thành lập mới hoặc loại sau khi đổi; khi bàn giao: chỉ bàn giao loại này.', en: 'Kind of the new unit, or the new kind; of a hand-over: only units of this kind.' } },
    { name: 'type', type: 'oneOf', values: typeValues, under: 'kind', title: { vi: 'Hình thức', en: 'Type' }, example: 'xa', meaning: { vi: 'Tên gọi của địa phương.', en: 'The local word.' } },
    { name: 'rank', type: 'text', title: { vi: 'Hạng', en: 'Rank' }, example: 'Loại I', meaning: { vi: 'Hạng được công nhận.', en: 'Rank or class.' } },
    { name: 'code', type: 'text', leadingZeros: true, title: { vi: 'Mã chính thức mới', en: 'Code' }, example: '08824', meaning: { vi: 'Mã chính thức kể từ ngày có hiệu lực.', en: 'Official code from the effective day.' } },
    naming('party_parent', { vi: 'Tổ chức đảng cấp trên', en: 'Party parent' }, { vi: 'Của đơn vị thành lập mới.', en: 'Of a new unit.' }, 'db-tinh'),
    naming('territory_parent', { vi: 'Địa bàn cấp trên', en: 'Territory parent' }, { vi: 'Của đơn vị thành lập mới.', en: 'Of a new unit.' }, 'tinh'),
    naming('government_parent', { vi: 'Chính quyền cấp trên', en: 'Government parent' }, { vi: 'Của đơn vị thành lập mới.', en: 'Of a new unit.' }, 'ubnd-tinh'),
    naming('front_parent', { vi: 'Mặt trận, đoàn thể cấp trên', en: 'Front parent' }, { vi: 'Của đơn vị thành lập mới.', en: 'Of a new unit.' }, 'mttq-tinh'),
  ],
} as const satisfies SheetSpec;

export type ItemRow = RowOf<typeof itemsSheet>;

function naming<const Name extends string>(name: Name, title: Text, meaning: Text, example: string) {
  return { name, type: 'text', title, meaning, example } as const satisfies ColumnSpec;
}
