/** The sheets about posts and who held them when. */
import { postKinds } from '../../posts/post.kinds.ts';
import type { PostKind } from '../../posts/post.kinds.ts';
import { decisionColumn, fromColumn, toColumn } from './period.columns.ts';
import type { AllowedValue, SheetSpec } from './format.ts';

const kindValues: readonly (AllowedValue & { readonly code: PostKind })[] = postKinds.map(({ code, vi, en }) => ({ code, vi, en }));

export const postsSheet = {
  name: 'posts',
  title: { vi: 'Chức danh', en: 'Posts' },
  purpose: {
    vi: 'Chức danh của từng đơn vị và số người được bố trí. Chức danh còn khuyết vẫn ghi, để thấy chỗ trống.',
    en: 'The posts of each unit and their seats. Vacant posts are entered too, so that vacancies show.',
  },
  aliases: ['Chức vụ'],
  columns: [
    { name: 'ref', type: 'ref', required: true, title: { vi: 'Mã', en: 'Ref' }, example: 'dong-thinh-tt-thuong', meaning: { vi: 'Mã tự đặt cho chức danh; mỗi mã một dòng.', en: 'A name of your own choice for the post; one row for each ref.' }, aliases: ['Mã chức danh', 'Mã tham chiếu'] },
    { name: 'unit', type: 'sheetRef', sheet: 'units', required: true, title: { vi: 'Đơn vị', en: 'Unit' }, example: 'dong-thinh-thon-thuong', meaning: { vi: 'Mã đơn vị có chức danh này, hoặc tên đầy đủ của đơn vị đã có trên hệ thống.', en: 'Ref of the unit to which the post belongs, or the full name of one that is in the system.' }, aliases: ['Mã đơn vị'] },
    { name: 'kind', type: 'oneOf', required: true, values: kindValues, title: { vi: 'Loại chức danh', en: 'Kind' }, example: 'village_head', meaning: { vi: 'Chức danh là gì.', en: 'What the post is.' }, aliases: ['Loại', 'Loại chức vụ', 'Chức danh', 'Chức vụ'] },
    { name: 'title', type: 'text', title: { vi: 'Tên chức danh', en: 'Title' }, example: 'Trưởng thôn Thượng', meaning: { vi: 'Tên gọi riêng nếu khác tên chung của loại.', en: 'A title of its own, where it differs from the kind’s.' }, aliases: ['Tên chức vụ'] },
    { name: 'seats', type: 'int', min: 1, title: { vi: 'Số người', en: 'Seats' }, example: '1', meaning: { vi: 'Số người được bố trí cùng lúc; để trống là 1.', en: 'How many may hold it at once; empty means 1.' }, aliases: ['Số lượng', 'Biên chế', 'Số vị trí'] },
    fromColumn,
    toColumn,
  ],
} as const satisfies SheetSpec;

export const tenuresSheet = {
  name: 'tenures',
  title: { vi: 'Quá trình giữ chức', en: 'Tenures' },
  purpose: {
    vi: 'Ai giữ chức danh nào, từ ngày nào đến ngày nào. Một người giữ nhiều chức danh thì ghi nhiều dòng.',
    en: 'Who held which post from when to when. A person with several posts has several rows.',
  },
  aliases: ['Nhiệm kỳ', 'Giữ chức'],
  columns: [
    { name: 'person', type: 'sheetRef', sheet: 'people', required: true, title: { vi: 'Người', en: 'Person' }, example: 'nguyen-van-an-1975', meaning: { vi: 'Mã của người ở bảng Con người.', en: 'Ref of the person in the sheet People.' }, aliases: ['Mã người', 'Cán bộ'] },
    { name: 'post', type: 'sheetRef', sheet: 'posts', required: true, title: { vi: 'Chức danh', en: 'Post' }, example: 'dong-thinh-tt-thuong', meaning: { vi: 'Mã của chức danh ở bảng Chức danh.', en: 'Ref of the post in the sheet Posts.' }, aliases: ['Mã chức danh', 'Chức vụ'] },
    fromColumn,
    toColumn,
    {
      name: 'how', type: 'oneOf', title: { vi: 'Hình thức', en: 'How' }, example: 'elected', meaning: { vi: 'Được bầu, bổ nhiệm hay giao phụ trách.', en: 'Elected, appointed or acting.' }, aliases: ['Cách giao', 'Hình thức giao'],
      values: [
        { code: 'elected', vi: 'Được bầu', en: 'Elected', aliases: ['Bầu', 'Bầu cử'] },
        { code: 'appointed', vi: 'Bổ nhiệm, chỉ định', en: 'Appointed', aliases: ['Bổ nhiệm', 'Chỉ định', 'Điều động'] },
        { code: 'acting', vi: 'Giao phụ trách', en: 'Acting', aliases: ['Phụ trách', 'Quyền'] },
      ],
    },
    {
      name: 'end_reason', type: 'oneOf', title: { vi: 'Lý do thôi', en: 'End reason' }, example: 'term_end', meaning: { vi: 'Vì sao thôi giữ chức.', en: 'Why the tenure ended.' }, aliases: ['Lý do kết thúc', 'Lý do thôi giữ chức'],
      values: [
        { code: 'term_end', vi: 'Hết nhiệm kỳ', en: 'End of term' },
        { code: 'resigned', vi: 'Từ chức', en: 'Resigned', aliases: ['Xin thôi'] },
        { code: 'dismissed', vi: 'Miễn nhiệm, cách chức', en: 'Dismissed', aliases: ['Miễn nhiệm', 'Cách chức', 'Bãi nhiệm'] },
        { code: 'transferred', vi: 'Chuyển công tác', en: 'Transferred', aliases: ['Điều động', 'Luân chuyển'] },
        { code: 'retired', vi: 'Nghỉ hưu', en: 'Retired', aliases: ['Hưu'] },
        { code: 'died', vi: 'Từ trần', en: 'Died', aliases: ['Chết', 'Qua đời', 'Mất'] },
        { code: 'unit_dissolved', vi: 'Đơn vị giải thể, sáp nhập', en: 'Unit dissolved', aliases: ['Giải thể', 'Sáp nhập'] },
        { code: 'replaced', vi: 'Được thay thế', en: 'Replaced', aliases: ['Thay thế', 'Kiện toàn'] },
      ],
    },
    decisionColumn,
  ],
} as const satisfies SheetSpec;
