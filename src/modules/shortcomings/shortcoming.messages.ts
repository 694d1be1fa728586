/** What the refusals of shortcomings say. */
import type { ProblemTexts } from '../../platform/problem.ts';

export const shortcomingProblems = {
  'shortcomings.already': { vi: 'Hạn chế này đã được ghi rồi.', en: 'This shortcoming is recorded already.' },
  'shortcomings.inFuture': { vi: 'Ngày phát hiện không được sau hôm nay {today}.', en: 'It is not found after today, {today}.' },
  'shortcomings.linkedToItself': { vi: 'Không thể lặp lại chính nó. Chọn hạn chế khác.', en: 'It cannot recur from itself. Choose another.' },
  'shortcomings.earlierUnknown': { vi: 'Không tìm thấy hạn chế đã ghi trước đó trong phạm vi của đồng chí. Chọn lại.', en: 'The earlier shortcoming is not within your reach. Choose again.' },
  'shortcomings.sourceUnknown': { vi: 'Không tìm thấy cuộc họp hoặc văn bản làm căn cứ trong phạm vi của đồng chí. Chọn lại, hoặc ghi bằng lời.', en: 'The meeting or document it comes from is not within your reach. Choose again, or say it in words.' },
  'shortcomings.raiserNotAbove': { vi: 'Nơi phát hiện phải là chính đơn vị hoặc cấp trên của đơn vị. Chọn lại.', en: 'It is raised by the unit itself or by one above it. Choose again.' },
  'shortcomings.personElsewhere': { vi: 'Người này không sinh hoạt, không giữ chức danh tại đơn vị. Chọn lại người hoặc đơn vị.', en: 'This person neither takes part nor holds a post at the unit. Choose the person or the unit again.' },
  'shortcomings.ownerUnknown': { vi: 'Không tìm thấy người chịu trách nhiệm trong phạm vi của đồng chí. Chọn lại.', en: 'Who is to answer for it is not within your reach. Choose again.' },
  'shortcomings.figureUnknown': { vi: 'Không có số liệu này, hoặc đồng chí không được xem tại đơn vị đã chọn. Chọn lại.', en: 'There is no such figure, or you may not see it at that unit. Choose again.' },
  'shortcomings.dueBeforeFound': { vi: 'Thời hạn phải từ ngày phát hiện {from} trở đi.', en: 'The deadline cannot lie before {from}, when it was found.' },
  'shortcomings.measureMissing': { vi: 'Chưa có biện pháp khắc phục. Đặt biện pháp trước.', en: 'No measure is set yet. Set it first.' },
  'shortcomings.tooManyProofs': { vi: 'Mỗi hạn chế có nhiều nhất {most} số liệu chứng minh.', en: 'A shortcoming has {most} figures at most.' },
  'shortcomings.proofBackwards': { vi: 'Kỳ của số liệu có ngày cuối trước ngày đầu. Xem lại.', en: 'A period of a figure ends before it begins. Look at it again.' },
  'shortcomings.proofOrder': { vi: 'Kỳ “sau” của số liệu phải kết thúc sau kỳ “trước”. Xem lại.', en: 'The time after must end later than the time before. Look at it again.' },
  'shortcomings.proofMissing': { vi: 'Số liệu chứng minh chưa đủ trước và sau. Ghi đủ rồi báo cáo.', en: 'The figures lack a side before or after. Fill them in, then report.' },
  'shortcomings.isClosed': { vi: 'Hạn chế này đã xác nhận khắc phục hoặc đã hủy. Hoàn tác bước đó trước.', en: 'It is confirmed remedied or withdrawn. Take that back first.' },
  'shortcomings.isReported': { vi: 'Hạn chế này đã báo cáo khắc phục và đang chờ xác nhận. Hoàn tác báo cáo trước.', en: 'It is reported remedied and waits for confirmation. Take the report back first.' },
  'shortcomings.notReported': { vi: 'Đơn vị chưa báo cáo đã khắc phục.', en: 'The unit has not reported it remedied.' },
  'shortcomings.ownToConfirm': { vi: 'Đồng chí không được sửa, xác nhận, trả lại hoặc hủy nội dung hạn chế của chính mình. Để người khác của nơi phát hiện thực hiện.', en: 'Nobody corrects, confirms, returns or withdraws what was found of himself. Somebody else of the body that raised it does.' },
  'shortcomings.putOffReason': { vi: 'Thời hạn đang là {due}. Ghi lý do lùi hoặc bỏ thời hạn.', en: 'The deadline is {due}. Say why it is put off or taken off.' },
  'shortcomings.cannotNow': { vi: 'Bước này không còn phù hợp với tình trạng hiện tại. Tải lại trang.', en: 'This does not fit how it stands by now. Load the page again.' },
  'shortcomings.nothingToTakeBack': { vi: 'Không có bước nào để hoàn tác.', en: 'There is nothing to take back.' },
  'shortcomings.tooManySteps': { vi: 'Hạn chế này đã có {most} bước. Ghi thành hạn chế mới, gắn với hạn chế này.', en: 'It has {most} steps by now. Note a new one and link it with this.' },
} satisfies ProblemTexts;
