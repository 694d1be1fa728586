/** Sentences of reorganisations: problems of the whole, and everything that a dry run or a file may be told. */
import { defineMessages, textOf, type Language } from '../../platform/messages.ts';
import type { ProblemTexts } from '../../platform/problem.ts';
import type { FindingCode } from './reorganisation.findings.ts';

export const reorganisationProblems = {
  'reorganisations.notDraft': { vi: 'Phương án này đã áp dụng hoặc đã hoàn tác nên không sửa được. Lập phương án mới.', en: 'This change set was applied or undone and cannot be altered. Draft a new one.' },
  'reorganisations.notApplied': { vi: 'Phương án này không ở trạng thái đã áp dụng nên không có gì để hoàn tác.', en: 'This change set is not applied, so there is nothing to undo.' },
  'reorganisations.empty': { vi: 'Phương án chưa có nội dung nào.', en: 'The change set has no items yet.' },
  'reorganisations.hasErrors': { vi: 'Phương án còn {errors} lỗi nên chưa áp dụng. Chạy thử để xem từng lỗi.', en: 'The change set still has {errors} errors, so nothing was applied. Run the dry run to see each one.' },
  'reorganisations.inTheWay': { vi: 'Sau khi áp dụng đã có {count} nội dung ghi thêm trên các đơn vị, đảng viên, chức danh này nên không hoàn tác được. Không có gì bị thay đổi.', en: '{count} things were recorded on these units, members or posts since, so the change set cannot be undone. Nothing was changed.' },
  'reorganisations.unknownRef': { vi: 'Không có nội dung thành lập nào mang mã “{ref}” trong phương án.', en: 'No founding in this change set has the ref “{ref}”.' },
  'reorganisations.refTwice': { vi: 'Mã của đơn vị thành lập mới bị trùng trong phương án. Mỗi mã chỉ dùng cho một đơn vị.', en: 'Two foundings of this change set have the same ref. Use a ref once.' },
  'reorganisations.refUsed': { vi: 'Còn nội dung khác nhắc đến đơn vị thành lập ở mục {item}. Bỏ các nội dung đó trước.', en: 'Other items name the unit founded in item {item}. Remove those first.' },
  'reorganisations.useCommand': { vi: 'Phương án có hơn {most} mục nên máy chủ không thực hiện trực tiếp. Đề nghị người quản trị chạy bằng lệnh “satcoso reorganise”.', en: 'The change set has more than {most} items, so the server does not carry it out itself. Ask the administrator to run it with “satcoso reorganise”.' },
  'reorganisations.outOfReach': { vi: 'Phương án có đơn vị nằm ngoài phạm vi được phân quyền nên không thực hiện được. Đề nghị cấp có phạm vi bao quát thực hiện.', en: 'The change set touches units outside your reach, so you cannot do this. Ask whoever reaches all of them.' },
} satisfies ProblemTexts;

/** `{unit}` and `{person}` are names where the reader may see them, ids otherwise. */
export const findingTexts = defineMessages({
  'item.endsTwice': { vi: '{unit} bị kết thúc ở hai mục. Mỗi đơn vị chỉ sáp nhập, chia hoặc giải thể một lần.', en: '{unit} ends in two items. A unit is merged, split or dissolved once.' },
  'item.foundedTwice': { vi: '{unit} được thành lập ở hai mục.', en: '{unit} is founded in two items.' },
  'item.foundedAndEnded': { vi: '{unit} vừa được thành lập vừa bị kết thúc trong cùng phương án.', en: '{unit} is both founded and ended.' },
  'item.changedAndEnded': { vi: '{unit} được đổi, chuyển hoặc bàn giao ở mục này nhưng lại được thành lập hoặc kết thúc ở mục khác. Bỏ một trong hai.', en: '{unit} is changed, moved or handed over here but founded or ended by another item. Leave one of them out.' },
  'item.endsItself': { vi: '{unit} phải nhận bàn giao nhưng chính nó cũng kết thúc trong phương án. Chọn đơn vị khác.', en: '{unit} is to take something over but ends in the same change set. Choose another unit.' },
  'item.intoItself': { vi: '{unit} không thể chuyển vào chính mình.', en: '{unit} cannot go into itself.' },
  'item.movedTwice': { vi: '{unit} được chuyển hai lần trong cùng hệ thống.', en: '{unit} is moved twice in the same hierarchy.' },
  'item.placedTwice': { vi: '{person} được xếp vào hai chi bộ. Mỗi đảng viên chỉ ghi một lần.', en: '{person} is placed twice. Decide once for each member.' },
  'unit.unknown': { vi: 'Không có đơn vị {unit}.', en: 'There is no unit {unit}.' },
  'unit.notStanding': { vi: '{unit} không hoạt động vào ngày có hiệu lực và ngày trước đó.', en: '{unit} does not stand on the effective day and the day before.' },
  'unit.heirNotStanding': { vi: '{unit} không hoạt động vào ngày có hiệu lực nên không nhận bàn giao được.', en: '{unit} does not stand on the effective day and can take nothing over.' },
  'unit.changedLater': { vi: '{unit} đã có thay đổi ghi từ {on}, sau ngày có hiệu lực. Hoàn tác thay đổi đó trước.', en: '{unit} has a change recorded from {on}, after the effective day. Undo it first.' },
  'unit.beyondReach': { vi: 'Đơn vị {unit} nằm ngoài phạm vi được phân quyền.', en: 'The unit {unit} is outside your reach.' },
  'unit.holdsBeyondReach': { vi: '{unit} có đơn vị trực thuộc hoặc có quan hệ nằm ngoài phạm vi được phân quyền.', en: '{unit} holds, or is related to, units outside your reach.' },
  'unit.undecided': { vi: '{unit} chưa có nơi trực thuộc mới vì đơn vị cấp trên không còn. Thêm mục chuyển cho đơn vị này hoặc nêu đơn vị nhận phần còn lại.', en: '{unit} has no new place, as the unit above it ends. Add a move, or name who takes the rest.' },
  'unit.alreadyThere': { vi: '{unit} đã trực thuộc đơn vị đó; mục này không thay đổi gì.', en: '{unit} stands there already; the item changes nothing.' },
  'unit.noSpell': { vi: '{unit} không có nơi trực thuộc trong hệ thống đó vào ngày có hiệu lực.', en: '{unit} has no place in that hierarchy on the effective day.' },
  'unit.refused': { vi: 'Không thực hiện được với {unit}: {problem}', en: 'Not possible for {unit}: {problem}' },
  'structure.refused': { vi: 'Cơ cấu sau khi sắp xếp có lỗi: {problem}', en: 'The structure would not be sound: {problem}' },
  'structure.cycle': { vi: '{unit} sẽ nằm dưới chính mình.', en: '{unit} would stand under itself.' },
  'structure.edgeOutsideLife': { vi: '{unit} sẽ trực thuộc hoặc có quan hệ với một đơn vị không hoạt động.', en: '{unit} would stand under, or be related to, a unit that does not stand.' },
  'structure.overlap': { vi: '{unit} sẽ cùng lúc trực thuộc hai đơn vị trong một hệ thống.', en: '{unit} would stand under two units of one hierarchy at a time.' },
  'structure.gapInLife': { vi: 'Các giai đoạn của {unit} sẽ không liền nhau.', en: 'The life of {unit} would have a gap.' },
  'structure.orphan': { vi: '{unit} sẽ không trực thuộc đơn vị nào.', en: '{unit} would be left without a place.' },
  'structure.closure': { vi: 'Cây tổ chức suy ra cho {unit} không khớp.', en: 'The derived tree of {unit} does not agree.' },
  'relation.cut': { vi: 'Quan hệ của {unit} với {other} chấm dứt và không có đơn vị kế tiếp.', en: 'The relation of {unit} to {other} ends and nobody takes it over.' },
  'relation.notThere': { vi: '{unit} và {other} không có quan hệ này vào ngày có hiệu lực.', en: '{unit} and {other} are not so related on the effective day.' },
  'member.undecided': { vi: '{count} đảng viên chưa có chi bộ mới vì chi bộ không còn. Xếp từng người hoặc nêu chi bộ nhận phần còn lại.', en: '{count} members have no cell, as theirs ends. Place each of them, or name the cell that takes the rest.' },
  'member.notPlaced': { vi: '{person} không sinh hoạt ở chi bộ nào vào ngày có hiệu lực.', en: '{person} is placed in no cell on the effective day.' },
  'member.changedLater': { vi: '{person} đã có thay đổi sinh hoạt ghi sau ngày có hiệu lực. Hoàn tác thay đổi đó trước.', en: '{person} has a change of placement recorded after the effective day. Undo it first.' },
  'member.notACell': { vi: '{unit} không phải là chi bộ nên không nhận đảng viên được.', en: '{unit} is no cell and can take no members.' },
  'tenure.changedLater': { vi: '{count} người được ghi giữ chức tại các đơn vị kết thúc từ ngày có hiệu lực trở đi. Sửa hoặc bỏ các bản ghi đó trước.', en: '{count} tenures at units that end begin on the effective day or later. Correct or remove them first.' },
  'post.changedLater': { vi: '{unit} có chức danh lập từ ngày có hiệu lực trở đi. Bỏ chức danh đó trước.', en: '{unit} has a post that begins on the effective day or later. Remove it first.' },
  'seat.double': { vi: '{unit}: {holders} người cùng giữ một chức danh chỉ có {seats} chỗ. Chọn từng người bằng mục bố trí.', en: '{unit}: {holders} people for a post of {seats} seats. Decide by seat items.' },
  'seat.doubles': { vi: '{count} chức danh ở đơn vị mới có nhiều người cùng giữ hơn số chỗ; các chức danh này để trống cho đến khi bố trí.', en: '{count} posts of successors had more holders than seats; they stay vacant until filled.' },
  'seat.noPost': { vi: '{unit} không có chức danh này để bố trí {person}.', en: '{unit} has no such post for {person}.' },
  'seat.holdsAlready': { vi: '{person} đã giữ chức danh này tại {unit}.', en: '{person} holds that post of {unit} already.' },
  'undo.unitChanged': { vi: '{unit} đã có thay đổi sau khi áp dụng.', en: '{unit} was changed since.' },
  'undo.unitUsed': { vi: '{unit} do phương án này lập đã có {count} nội dung ghi thêm (đơn vị trực thuộc, đảng viên, chức danh).', en: '{unit}, founded by this change set, has {count} later records (units, members, posts).' },
  'undo.memberChanged': { vi: 'Sinh hoạt đảng của {person} đã thay đổi sau khi áp dụng.', en: 'The placement of {person} was changed since.' },
  'undo.postChanged': { vi: 'Việc giữ chức của {person} đã thay đổi sau khi áp dụng.', en: 'The tenure of {person} was changed since.' },
  'undo.moveChanged': { vi: 'Nơi trực thuộc của {unit} đã thay đổi sau khi áp dụng.', en: 'The place of {unit} was changed since.' },
});

export const severityNames = defineMessages({
  error: { vi: 'Lỗi', en: 'Error' },
  warning: { vi: 'Lưu ý', en: 'Warning' },
});

export function findingText(code: FindingCode, language: Language, params: Readonly<Record<string, string | number>>): string {
  return textOf(findingTexts[code], language, params);
}
