/** Types of Party documents and what else of a document is one of a few words. Codes as in 399-QĐ/TW of 9/1/2026 (rulebook 7.1). */
import type { Text } from '../../platform/contract.ts';

export const documentTypes = {
  NQ: { vi: 'Nghị quyết', en: 'Resolution' },
  CT: { vi: 'Chỉ thị', en: 'Directive' },
  KL: { vi: 'Kết luận', en: 'Conclusion' },
  QĐ: { vi: 'Quyết định, quy định', en: 'Decision, regulation' },
  QC: { vi: 'Quy chế', en: 'Working rules' },
  CTr: { vi: 'Chương trình', en: 'Programme' },
  KH: { vi: 'Kế hoạch', en: 'Plan' },
  HD: { vi: 'Hướng dẫn', en: 'Guidance' },
  TB: { vi: 'Thông báo', en: 'Notice' },
  BC: { vi: 'Báo cáo', en: 'Report' },
  TTr: { vi: 'Tờ trình', en: 'Submission' },
  CV: { vi: 'Công văn', en: 'Official letter' },
  ĐA: { vi: 'Đề án', en: 'Scheme' },
  PA: { vi: 'Phương án', en: 'Option plan' },
  DA: { vi: 'Dự án', en: 'Project' },
  QH: { vi: 'Quy hoạch', en: 'Master plan' },
  TT: { vi: 'Thông tri', en: 'Circular' },
  TC: { vi: 'Thông cáo', en: 'Communiqué' },
  BB: { vi: 'Biên bản', en: 'Minutes' },
} as const satisfies Record<string, Text>;

export type DocumentType = keyof typeof documentTypes;
export const documentTypeCodes = Object.keys(documentTypes) as [DocumentType, ...DocumentType[]];

export const directions = ['issued', 'received'] as const;
/** Issued by the unit itself, or received from who keeps no register here. */
export type Direction = (typeof directions)[number];

export const linkKinds = ['carriesOut', 'replaces', 'amends'] as const;
export type LinkKind = (typeof linkKinds)[number];

export const regulationSubjects = ['working', 'coordination'] as const;
export type RegulationSubject = (typeof regulationSubjects)[number];

export const secrecies = ['confidential', 'secret', 'topSecret'] as const;
export type Secrecy = (typeof secrecies)[number];

export const directionNames: Readonly<Record<Direction, Text>> = {
  issued: { vi: 'Văn bản đi', en: 'Issued' },
  received: { vi: 'Văn bản đến', en: 'Received' },
};

export const linkNames: Readonly<Record<LinkKind, Text>> = {
  carriesOut: { vi: 'Cụ thể hóa', en: 'Carries out' },
  replaces: { vi: 'Thay thế', en: 'Replaces' },
  amends: { vi: 'Sửa đổi, bổ sung', en: 'Amends' },
};

/** The same from the other end. */
export const linkedNames: Readonly<Record<LinkKind, Text>> = {
  carriesOut: { vi: 'Được cụ thể hóa bằng', en: 'Carried out by' },
  replaces: { vi: 'Đã được thay thế bằng', en: 'Replaced by' },
  amends: { vi: 'Được sửa đổi, bổ sung bằng', en: 'Amended by' },
};

export const regulationNames: Readonly<Record<RegulationSubject, Text>> = {
  working: { vi: 'Quy chế làm việc', en: 'Working regulations' },
  coordination: { vi: 'Quy chế phối hợp', en: 'Regulations of co-ordination' },
};

export const secrecyNames: Readonly<Record<Secrecy, Text>> = {
  confidential: { vi: 'Mật', en: 'Confidential' },
  secret: { vi: 'Tối mật', en: 'Secret' },
  topSecret: { vi: 'Tuyệt mật', en: 'Top secret' },
};
