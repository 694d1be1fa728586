/** Kinds of visits, whom one meets, what is heard about. Pure. */
import type { Text } from '../../platform/contract.ts';
import type { MeetingKind } from '../meetings/meeting.kinds.ts';

export const visitKinds = ['cellMeeting', 'committeeMeeting', 'residentsMeeting', 'field', 'household'] as const;
export type VisitKind = (typeof visitKinds)[number];

export const visitKindNames: Readonly<Record<VisitKind, Text>> = {
  cellMeeting: { vi: 'Dự sinh hoạt chi bộ', en: 'Cell meeting' },
  committeeMeeting: { vi: 'Dự họp cấp ủy', en: 'Committee meeting' },
  residentsMeeting: { vi: 'Dự họp dân', en: 'Residents’ meeting' },
  field: { vi: 'Đi thực tế', en: 'In the field' },
  household: { vi: 'Làm việc với cụm dân cư', en: 'Household cluster' },
};

/** Visits that say that a meeting of a Party organisation was attended; of which kinds that meeting can be. */
export const meetingsOf: Readonly<Partial<Record<VisitKind, readonly MeetingKind[]>>> = {
  cellMeeting: ['regular', 'thematic', 'study'],
  committeeMeeting: ['committee', 'briefing', 'conference', 'study', 'working_session'],
};

/** By the post alone: nobody is named. */
export const metKinds = ['secretary', 'committee', 'villageHead', 'front', 'massBody', 'government', 'members', 'residents'] as const;
export type Met = (typeof metKinds)[number];

export const metNames: Readonly<Record<Met, Text>> = {
  secretary: { vi: 'Bí thư, phó bí thư', en: 'Secretary, deputy' },
  committee: { vi: 'Cấp ủy viên', en: 'Committee members' },
  villageHead: { vi: 'Trưởng thôn, tổ trưởng', en: 'Head of the village' },
  front: { vi: 'Mặt trận', en: 'Front' },
  massBody: { vi: 'Đoàn thể', en: 'Mass organisations' },
  government: { vi: 'Chính quyền', en: 'Government' },
  members: { vi: 'Đảng viên', en: 'Members' },
  residents: { vi: 'Người dân', en: 'Residents' },
};

export const heardTopics = ['party', 'policy', 'livelihood', 'roads', 'water', 'land', 'training', 'culture', 'order', 'environment', 'services', 'other'] as const;
export type HeardTopic = (typeof heardTopics)[number];

export const heardTopicNames: Readonly<Record<HeardTopic, Text>> = {
  party: { vi: 'Xây dựng Đảng', en: 'Party building' },
  policy: { vi: 'Thực hiện nghị quyết, chính sách', en: 'Carrying out policies' },
  livelihood: { vi: 'Sản xuất, đời sống', en: 'Livelihood' },
  roads: { vi: 'Đường, điện, chiếu sáng', en: 'Roads, power, lighting' },
  water: { vi: 'Thủy lợi, nước sạch', en: 'Irrigation, clean water' },
  land: { vi: 'Đất đai, bồi thường', en: 'Land and compensation' },
  training: { vi: 'Việc làm, đào tạo nghề', en: 'Work and training' },
  culture: { vi: 'Văn hóa, trường học', en: 'Culture and schools' },
  order: { vi: 'An ninh, trật tự', en: 'Order and security' },
  environment: { vi: 'Môi trường', en: 'Environment' },
  services: { vi: 'Thủ tục, phục vụ của cơ quan', en: 'Services of offices' },
  other: { vi: 'Nội dung khác', en: 'Other' },
};

/** Whether the record of the meeting and that of the visit agree: the guest list, or the roll, names the cadre as there. */
export const agreements = ['agrees', 'differs', 'waiting', 'noRecord', 'noMeeting'] as const;
export type Agreement = (typeof agreements)[number];

export const agreementNames: Readonly<Record<Agreement, Text>> = {
  agrees: { vi: 'Biên bản buổi họp có ghi', en: 'The meeting’s record names the cadre' },
  differs: { vi: 'Buổi họp không ghi có cán bộ dự', en: 'The meeting’s record does not name the cadre' },
  waiting: { vi: 'Buổi họp chưa kết thúc', en: 'The meeting is not closed yet' },
  noRecord: { vi: 'Nơi họp chưa ghi buổi họp này', en: 'The place has not recorded this meeting' },
  noMeeting: { vi: 'Không phải dự họp', en: 'Not a meeting' },
};
