/** What the refusals of documents say. */
import type { ProblemTexts } from '../../platform/problem.ts';

export const documentProblems = {
  'documents.numberMissing': { vi: 'Văn bản đi phải có số. Ghi số của văn bản.', en: 'An issued document has a number. Write it down.' },
  'documents.numberTaken': { vi: 'Số này đã dùng cho loại văn bản đó trong nhiệm kỳ. Xem lại số, hoặc nhiệm kỳ.', en: 'This number is taken for the type in this term. Look at the number, or the term, again.' },
  'documents.receivedMissing': { vi: 'Văn bản đến phải có ngày đến; văn bản đi thì không.', en: 'A received document has a day on which it came; an issued one has none.' },
  'documents.receivedOutside': { vi: 'Ngày đến phải từ ngày ban hành {from} đến hôm nay {to}.', en: 'The day on which it came lies between {from}, when it was issued, and today, {to}.' },
  'documents.inFuture': { vi: 'Ngày ban hành không được sau hôm nay {today}.', en: 'A document is not issued after today, {today}.' },
  'documents.endsBeforeStart': { vi: 'Ngày hết hiệu lực phải từ ngày có hiệu lực {from} trở đi.', en: 'It cannot end before {from}, when it begins to hold.' },
  'documents.linkedToItself': { vi: 'Văn bản không thể liên quan với chính nó. Chọn văn bản khác.', en: 'A document cannot be linked with itself. Choose another.' },
  'documents.linkUnknown': { vi: 'Không tìm thấy văn bản liên quan trong phạm vi của đồng chí. Chọn lại.', en: 'The linked document is not within your reach. Choose another.' },
  'documents.linkNotOwn': {
    vi: 'Chỉ nơi ban hành hoặc cấp trên có thẩm quyền mới ghi thay thế, sửa đổi văn bản này. Chọn “Cụ thể hóa”, hoặc chọn văn bản khác.',
    en: 'Only who issued this document, or a competent superior, writes down that it is replaced or amended. Choose “Carries out”, or another document.',
  },
  'documents.isVoid': { vi: 'Văn bản này đã hủy khỏi sổ. Khôi phục trước.', en: 'The document was taken out of the register. Put it back first.' },
  'documents.isNotVoid': { vi: 'Văn bản này đang ở trong sổ.', en: 'The document stands in the register.' },
  'documents.isSecret': { vi: 'Văn bản có dấu mật chỉ ghi vào sổ, không đính kèm tệp.', en: 'Of a document with a stamp of secrecy no file is kept.' },
  'documents.hasFiles': { vi: 'Văn bản có dấu mật không được có tệp. Bỏ các tệp trước.', en: 'A document with a stamp of secrecy has no files. Take them out first.' },
  'documents.tooManyFiles': { vi: 'Một văn bản có nhiều nhất {most} tệp.', en: 'A document has {most} files at most.' },
  'documents.fileTooLarge': { vi: 'Tệp lớn hơn {most} MB. Chọn tệp nhỏ hơn, hoặc chia thành nhiều tệp.', en: 'The file is larger than {most} MB. Choose a smaller one, or split it.' },
  'documents.fileUnknown': { vi: 'Chỉ nhận tệp PDF, Word (.docx) và ảnh JPEG, PNG, WebP. Lưu tệp dưới một trong các dạng này.', en: 'Only PDF, Word (.docx) and JPEG, PNG or WebP pictures are taken. Save the file as one of these.' },
  'documents.fileThere': { vi: 'Tệp này đã có trong văn bản.', en: 'This file is with the document already.' },
  'documents.notBelow': { vi: 'Có đơn vị nhận không thuộc phạm vi của đơn vị ban hành. Chọn lại đơn vị nhận.', en: 'One of the recipients is not below the unit that issued it. Choose again.' },
  'documents.sentTooMany': { vi: 'Mỗi lần gửi được nhiều nhất {most} đơn vị.', en: 'A document is sent to {most} units at a time at most.' },
  'documents.notSent': { vi: 'Văn bản này chưa gửi đến đơn vị.', en: 'The document was not sent to this unit.' },
  'documents.recipientAsked': { vi: 'Đơn vị này đang được giao triển khai văn bản. Mở “Xem các nội dung” của văn bản, chọn “Dừng giao”, rồi thu hồi.', en: 'This unit is asked to carry the document out. Open its clauses, ask the unit no more, then call the document back.' },
  'documents.already': { vi: 'Văn bản này đã được ghi rồi.', en: 'This document is recorded already.' },
} satisfies ProblemTexts;
