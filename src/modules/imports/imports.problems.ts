/** Sentences of the problems of importing as a whole; those of single cells are in `imports.messages.ts`. */
import type { ProblemTexts } from '../../platform/problem.ts';

export const importsProblems = {
  'imports.tooLarge': { vi: 'Các tệp gửi lên quá lớn (tối đa 64 MB). Chia thành nhiều lần nhập.', en: 'The files are too large (64 MB at most). Import in several steps.' },
  'imports.partUnfit': { vi: 'Phần vừa gửi không khớp với tệp đã khai. Chọn lại tệp rồi gửi từ đầu.', en: 'This part does not fit the file that was announced. Choose the file again and send it from the start.' },
  'imports.incomplete': { vi: 'Tệp “{file}” chưa gửi đủ nên chưa kiểm tra được. Gửi lại tệp.', en: '“{file}” has not arrived whole, so it cannot be checked. Send it again.' },
  'imports.tooManyRows': { vi: 'Các bảng có hơn {limit} dòng, quá nhiều cho một lần nhập trên màn hình. Chia thành nhiều lần, ví dụ theo từng xã, hoặc nhờ người vận hành nhập bằng dòng lệnh.', en: 'The sheets have more than {limit} rows, too many for one import on screen. Import in several steps, commune by commune for instance, or ask the operator to import at the command line.' },
  'imports.hasErrors': { vi: 'Bảng còn {errors} lỗi nên chưa nhập gì. Sửa các lỗi rồi kiểm tra lại.', en: 'There are still {errors} errors, so nothing was imported. Fix them and check again.' },
  'imports.changedMeanwhile': { vi: 'Trong lúc nhập có người vừa sửa các dòng này nên chưa ghi gì. Kiểm tra lại rồi nhập.', en: 'Somebody changed these rows meanwhile, so nothing was written. Check again, then import.' },
  'imports.outOfReach': { vi: 'Lần nhập này có đơn vị hoặc người nay nằm ngoài phạm vi được phân quyền nên không hoàn tác được.', en: 'This import holds units or people that are now outside your reach, so you cannot undo it.' },
  'imports.undoneAlready': { vi: 'Lần nhập này đã được hoàn tác.', en: 'This import has been undone already.' },
  'imports.notLatest': { vi: 'Sau lần này còn lần nhập khác từ cùng nguồn. Hoàn tác lần sau trước.', en: 'A later import from the same source exists. Undo that one first.' },
  'imports.changedSince': { vi: '{count} dòng đã được sửa sau khi nhập nên không hoàn tác được. Không có gì bị thay đổi.', en: '{count} rows were changed after the import, so it cannot be undone. Nothing was changed.' },
  'imports.usedSince': { vi: 'Có dữ liệu ghi sau đã gắn với các dòng của lần nhập này nên không hoàn tác được. Không có gì bị thay đổi.', en: 'Later records refer to rows of this import, so it cannot be undone. Nothing was changed.' },
} satisfies ProblemTexts;
