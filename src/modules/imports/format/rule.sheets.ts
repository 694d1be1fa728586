/** The sheet of rules: numbers that documents set, from a day on, for the country or for a Party organisation and all below it. */
import { ruleKeys, ruleKinds, ruleUnits, type RuleKey } from '../../rules/rule.keys.ts';
import type { AllowedValue, SheetSpec } from './format.ts';
import { formerTitles } from './rule.former.ts';

const ruleValues: readonly (AllowedValue & { readonly code: RuleKey })[] = ruleKeys.map((code) => {
  const { title, unit } = ruleKinds[code];
  const former = formerTitles[code] ?? [];
  return { code, ...title, aliases: [...former, ...[title.vi, ...former].map((name) => `${name} (${ruleUnits[unit].vi})`)] };
});

export const rulesSheet = {
  name: 'rules',
  title: { vi: 'Quy định', en: 'Rules' },
  purpose: {
    vi: 'Mỗi dòng là một giá trị của một quy định, áp dụng từ một ngày cho cả nước hoặc cho một đảng bộ và mọi tổ chức trực thuộc; giá trị của cấp gần nhất được dùng trước. Giá trị mới thay giá trị đang áp dụng từ ngày bắt đầu. Những gì bảng kể về một quy định ở một phạm vi là toàn bộ của nguồn này. Người nhập phải được đặt quy định ở phạm vi đó.',
    en: 'One row is one value of a rule, in force from a day on for the whole country or for a Party organisation and all below it; the nearest value comes first. A new value takes the place of the one in force from its first day on. What the sheet tells of a rule in one scope is the whole of what this source says of it. Whoever imports must be allowed to set rules in that scope.',
  },
  aliases: ['Quy định áp dụng', 'Con số quy định'],
  columns: [
    { name: 'rule', type: 'oneOf', required: true, values: ruleValues, title: { vi: 'Quy định', en: 'Rule' }, example: 'meeting.minMinutes', meaning: { vi: 'Quy định nào.', en: 'Which rule.' }, aliases: ['Tên quy định', 'Khóa'] },
    { name: 'unit', type: 'sheetRef', sheet: 'units', title: { vi: 'Phạm vi', en: 'Scope' }, example: 'dong-thinh', meaning: { vi: 'Mã đảng bộ mà giá trị áp dụng cho, hoặc tên đầy đủ của đảng bộ đã có trên hệ thống. Để trống là cả nước.', en: 'Ref of the Party organisation for which the value holds, or the full name of one that is in the system. Empty means the whole country.' }, aliases: ['Đảng bộ', 'Áp dụng cho', 'Mã đơn vị'] },
    { name: 'value', type: 'decimal', required: true, min: 0, title: { vi: 'Giá trị', en: 'Value' }, example: '90', meaning: { vi: 'Con số như trên trang Quy định áp dụng; tỷ lệ ghi theo phần trăm, có hoặc không ghi 1 hoặc 0.', en: 'The number as the page of rules shows it; shares in percent, yes or no as 1 or 0.' }, aliases: ['Số', 'Mức'] },
    { name: 'from', type: 'day', required: true, title: { vi: 'Từ ngày', en: 'From' }, example: '01/01/2026', meaning: { vi: 'Ngày đầu tiên áp dụng.', en: 'The first day on which it holds.' }, aliases: ['Ngày bắt đầu', 'Áp dụng từ'] },
    { name: 'to', type: 'day', title: { vi: 'Đến hết ngày', en: 'To' }, example: '31/12/2026', meaning: { vi: 'Ngày cuối cùng áp dụng; để trống nếu chưa có thời hạn.', en: 'The last day on which it holds; empty where no end is set.' }, aliases: ['Ngày kết thúc', 'Đến ngày'] },
    { name: 'document', type: 'text', required: true, title: { vi: 'Văn bản', en: 'Document' }, example: 'Hướng dẫn 01-HD/BTCTU ngày 05/01/2026', meaning: { vi: 'Số, ký hiệu, ngày và cơ quan ban hành văn bản quy định.', en: 'Number, date and issuer of the document that sets it.' }, aliases: ['Căn cứ', 'Số văn bản'] },
    { name: 'article', type: 'text', title: { vi: 'Điều, khoản, điểm', en: 'Article' }, example: 'Điều 3', meaning: { vi: 'Điều, khoản, điểm của văn bản.', en: 'The article of the document.' }, aliases: ['Điều khoản'] },
  ],
} as const satisfies SheetSpec;
