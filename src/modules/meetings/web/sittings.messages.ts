/** Texts of topics in several sittings, and of thematic months. */
import { defineMessages } from '../../../platform/messages.ts';

export const sittingTexts = defineMessages({
  earlier: { vi: 'Tiếp theo buổi trước', en: 'Goes on from' },
  earlierHint: { vi: 'Chọn khi chuyên đề hoặc văn bản học nhiều buổi, hoặc học bổ sung', en: 'Where a topic takes several sittings, or somebody makes one up' },
  newTopic: { vi: 'Chuyên đề mới', en: 'A new topic' },
  option: { vi: '{topic} ({day})', en: '{topic} ({day})' },
  chosenBefore: { vi: 'Buổi đã chọn', en: 'The sitting chosen before' },
  others: { vi: 'Các buổi cùng chuyên đề', en: 'Sittings on the same topic' },
  thematic: { vi: 'Lập cả sinh hoạt chuyên đề, mỗi quý một buổi', en: 'Thematic meetings as well, one a quarter' },
  thematicDay: { vi: 'Ngày sinh hoạt chuyên đề', en: 'Day of thematic meetings' },
  thematicAll: { vi: 'Các quý này đã có sinh hoạt chuyên đề.', en: 'These quarters have their thematic meetings already.' },
  topicOf: { vi: 'Chuyên đề tháng {month}/{year}', en: 'Topic of {month}/{year}' },
  topicHint: { vi: 'Để trống nếu không lập', en: 'Leave empty to plan none' },
  monthOf: { vi: 'Tháng', en: 'Month' },
});
