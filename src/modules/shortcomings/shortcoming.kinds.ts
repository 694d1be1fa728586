/** What of a shortcoming is one of a few words: where it was found, what it is about, how far its remedy has come. */
import type { Text } from '../../platform/contract.ts';

export const foundIns = ['review', 'inspection', 'workingSession', 'suggestion'] as const;
export type FoundIn = (typeof foundIns)[number];

export const foundInNames: Readonly<Record<FoundIn, Text>> = {
  review: { vi: 'Kiểm điểm', en: 'Review' },
  inspection: { vi: 'Kiểm tra, giám sát', en: 'Inspection or supervision' },
  workingSession: { vi: 'Làm việc với cấp trên', en: 'Working session with the superior' },
  suggestion: { vi: 'Gợi ý của cấp trên', en: 'Suggestion of the superior' },
};

/** The list of topics by which one is found again in another year and place: data, added to and never renumbered. */
export const topics = {
  study: { vi: 'Học tập, quán triệt nghị quyết', en: 'Study of resolutions' },
  opinion: { vi: 'Nắm tình hình tư tưởng, dư luận', en: 'Grasp of mood and public opinion' },
  cellMeeting: { vi: 'Sinh hoạt chi bộ', en: 'Cell meetings' },
  memberManagement: { vi: 'Quản lý đảng viên', en: 'Management of members' },
  development: { vi: 'Phát triển đảng viên, tạo nguồn', en: 'Member development' },
  cadres: { vi: 'Quy hoạch, bố trí, đào tạo cán bộ', en: 'Planning, placing and training of cadres' },
  inspection: { vi: 'Công tác kiểm tra, giám sát', en: 'Inspection and supervision' },
  leadership: { vi: 'Phương thức lãnh đạo, quy chế làm việc', en: 'Way of leading, working regulations' },
  unity: { vi: 'Đoàn kết nội bộ, tự phê bình và phê bình', en: 'Unity, criticism and self-criticism' },
  discipline: { vi: 'Kỷ luật, kỷ cương, nêu gương', en: 'Discipline and setting an example' },
  office: { vi: 'Công tác văn phòng, báo cáo', en: 'Office work and reports' },
  massWork: { vi: 'Dân vận, Mặt trận, đoàn thể', en: 'Mass mobilisation, Front, organisations' },
  economy: { vi: 'Phát triển kinh tế, mô hình sản xuất', en: 'Economy and models of production' },
  poverty: { vi: 'Giảm nghèo, việc làm, an sinh', en: 'Poverty reduction, jobs, welfare' },
  urbanOrder: { vi: 'Trật tự đô thị, đất đai, xây dựng', en: 'Urban order, land, building' },
  contributions: { vi: 'Huy động nguồn lực xã hội', en: 'Social contributions' },
  culture: { vi: 'Văn hóa, giáo dục, y tế', en: 'Culture, education, health' },
  security: { vi: 'Quốc phòng, an ninh, trật tự', en: 'Defence, security, order' },
  petitions: { vi: 'Tiếp dân, giải quyết kiến nghị', en: 'Receiving people, petitions' },
  other: { vi: 'Nội dung khác', en: 'Other' },
} as const satisfies Record<string, Text>;

export type Topic = keyof typeof topics;
export const topicCodes = Object.keys(topics) as [Topic, ...Topic[]];

export const states = ['noted', 'measureSet', 'remedying', 'reported', 'returned', 'confirmed', 'withdrawn'] as const;
export type State = (typeof states)[number];

export const stateNames: Readonly<Record<State, Text>> = {
  noted: { vi: 'Mới ghi nhận', en: 'Noted' },
  measureSet: { vi: 'Đã có biện pháp', en: 'Measure set' },
  remedying: { vi: 'Đang khắc phục', en: 'Being remedied' },
  reported: { vi: 'Đã báo cáo khắc phục, chờ xác nhận', en: 'Reported remedied, to be confirmed' },
  returned: { vi: 'Bị trả lại, tiếp tục khắc phục', en: 'Returned, to be remedied further' },
  confirmed: { vi: 'Đã xác nhận khắc phục', en: 'Confirmed remedied' },
  withdrawn: { vi: 'Đã hủy', en: 'Withdrawn' },
};

/** What is done to one: each act leaves a step. */
export const stepKinds = ['noted', 'corrected', 'measureSet', 'begun', 'reported', 'returned', 'confirmed', 'withdrawn', 'takenBack'] as const;
export type StepKind = (typeof stepKinds)[number];

export const sourceKinds = ['meeting', 'document', 'paper'] as const;
export type SourceKind = (typeof sourceKinds)[number];
