/** Sentences of the units module. */
import { defineMessages } from '../../platform/messages.ts';
import type { ProblemTexts } from '../../platform/problem.ts';

export const unitProblems = {
  'unit.notThere': { vi: 'Đơn vị chưa lập hoặc đã giải thể vào ngày {on}. Chọn ngày đơn vị còn hoạt động.', en: 'The unit did not stand on {on}. Choose a day on which it did.' },
  'unit.nameMissing': { vi: 'Chưa ghi tên đơn vị.', en: 'The unit has no name yet.' },
  'unit.typeUnknown': { vi: 'Loại “{type}” không dùng cho đơn vị này. Chọn trong danh sách.', en: 'The type “{type}” is not used for this kind. Choose from the list.' },
  'unit.ownParent': { vi: 'Đơn vị không thể trực thuộc chính mình.', en: 'A unit cannot stand under itself.' },
  'unit.sameParent': { vi: 'Đơn vị đã trực thuộc đơn vị này vào ngày đó.', en: 'It already stands under that unit on that day.' },
  'unit.noParent': { vi: 'Ngày {on} đơn vị chưa có đơn vị cấp trên để đính chính.', en: 'On {on} the unit has no parent to correct.' },
  'unit.changedLater': { vi: 'Sau ngày này đơn vị còn một thay đổi ghi từ {on}. Hoàn tác thay đổi đó trước.', en: 'A later change is recorded from {on}. Undo it first.' },
  'unit.ownRelation': { vi: 'Đơn vị không thể có quan hệ với chính mình.', en: 'A unit cannot be related to itself.' },
  'unit.relatedAlready': { vi: 'Quan hệ này đã có từ {from}.', en: 'This relation already holds from {from}.' },
  'unit.notRelated': { vi: 'Ngày {on} hai đơn vị không có quan hệ này.', en: 'The two units are not so related on {on}.' },
  'unit.foundedTooLate': { vi: 'Ngày thành lập mới muộn hơn thay đổi đầu tiên của đơn vị.', en: 'The new founding day is later than the unit’s first change.' },
  'unit.endsBeforeFounding': { vi: 'Trước ngày thành lập mới còn một giai đoạn trực thuộc hoặc quan hệ, kết thúc ngày {to}. Chọn ngày thành lập không muộn hơn ngày đó.', en: 'A parent or a relation of the unit ended on {to}, before the new founding day. Choose that day or an earlier one.' },
  'unit.nothingCorrected': { vi: 'Chưa nêu điều cần đính chính.', en: 'Nothing to correct was given.' },
  'unit.cycle': {
    vi: 'Không ghi được: đơn vị đã chọn lại nằm dưới chính đơn vị này, do trực thuộc hoặc do quan hệ lãnh đạo, quản lý. Chọn đơn vị khác, hoặc thôi quan hệ kia trước.',
    en: 'Not possible: the chosen unit itself stands under this one, as its child or through a relation. Choose another, or end that relation first.',
  },
  'unit.orphan': {
    vi: 'Không ghi được: từ ngày {on}, “{name}” không còn trực thuộc đơn vị nào trong hệ thống của mình. Chọn đơn vị cấp trên mới, hoặc giải thể đơn vị đó trước.',
    en: 'Not possible: from {on} “{name}” would have no parent in its own hierarchy. Choose a new parent, or dissolve that unit first.',
  },
  'unit.outOfReach': { vi: 'Không ghi được: sau đó đơn vị nằm ngoài phạm vi phụ trách của đồng chí và đồng chí không hoàn tác được. Chọn đơn vị cấp trên trong phạm vi.', en: 'Not possible: the unit would leave your reach and you could not take it back. Choose a parent within your reach.' },
  'unit.parentNotThere': { vi: 'Đơn vị cấp trên hoặc đơn vị liên quan không hoạt động suốt thời gian đó. Chọn đơn vị khác hoặc đổi ngày.', en: 'The parent or related unit does not stand for all of that time. Choose another or another day.' },
  'unit.overlap': { vi: 'Thời gian ghi trùng với một khoảng đã có của đơn vị.', en: 'The period overlaps one that the unit already has.' },
  'unit.stillHolds': {
    vi: 'Chưa giải thể được: sau ngày này còn {children} đơn vị trực thuộc, {members} đảng viên, {posts} chức danh mới lập, {tenures} lượt giữ chức. Chuyển, kết thúc hoặc hoàn tác trước.',
    en: 'It cannot be dissolved: {children} units, {members} members, {posts} new posts and {tenures} tenures would remain after that day. Move, end or undo them first.',
  },
  'unit.holdsOutside': {
    vi: 'Không ghi được: có {children} đơn vị trực thuộc, {members} đảng viên, {posts} chức danh, {tenures} lượt giữ chức nằm ngoài thời gian đơn vị hoạt động (đảng viên: thời gian là chi bộ). Chọn ngày khác, hoặc sửa các mục đó trước.',
    en: 'Not possible: {children} units, {members} members, {posts} posts and {tenures} tenures would lie outside the time in which the unit stands (for members: is a cell). Choose another day, or put those right first.',
  },
  'unit.actNotLast': { vi: 'Sau đó đã có thay đổi khác của đơn vị này nên không hoàn tác được. Ghi một đính chính.', en: 'The unit has changed since, so this cannot be undone. Record a correction.' },
} satisfies ProblemTexts;

/** Columns of the exported list. */
export const unitExportTexts = defineMessages({
  fileName: { vi: 'Danh sách đơn vị', en: 'Units' },
  id: { vi: 'Mã nhập', en: 'Ref for imports' },
  name: { vi: 'Tên', en: 'Name' },
  kind: { vi: 'Loại', en: 'Kind' },
  type: { vi: 'Hình thức', en: 'Type' },
  code: { vi: 'Mã chính thức', en: 'Official code' },
  parents: { vi: 'Trực thuộc', en: 'Directly under' },
  from: { vi: 'Thông tin có từ ngày', en: 'These facts hold from' },
  to: { vi: 'Đến hết ngày', en: 'Until the end of' },
  population: { vi: 'Dân số', en: 'Population' },
  households: { vi: 'Số hộ', en: 'Households' },
  areaKm2: { vi: 'Diện tích (km²)', en: 'Area (km²)' },
  ownOffice: { vi: 'Có trụ sở riêng', en: 'Own office' },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
});
