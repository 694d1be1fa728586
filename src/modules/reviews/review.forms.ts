/**
 * The forms of review by the rules in force: sections with what each asks. Data, by the day from which a version is used; a cycle
 * keeps the version with which it was opened. The headings follow what the guides ask for (rulebook R4.8–R4.14), their
 * wording is to be compared with the printed forms.
 */
import type { Text } from '../../platform/contract.ts';
import type { Day } from '../../platform/day.ts';
import type { ReviewForm } from './review.kinds.ts';

export interface Section {
  readonly code: string;
  readonly title: Text;
  readonly prompt: Text;
  /** May not be left empty when it is handed in. */
  readonly isNeeded: boolean;
}

export interface FormVersion {
  readonly code: string;
  readonly from: Day;
  readonly paper: string;
  readonly forms: Readonly<Record<ReviewForm, readonly Section[]>>;
}

const section = (code: string, title: Text, prompt: Text, { isNeeded = true } = {}): Section => ({ code, title, prompt, isNeeded });

const results = (prompt: Text) => section('results', { vi: 'Kết quả đạt được', en: 'Results' }, prompt);
const conduct = section('conduct', { vi: 'Ý thức tổ chức kỷ luật, thực hiện nhiệm vụ đảng viên', en: 'Discipline and the duties of a member' }, { vi: 'Sinh hoạt đảng, chấp hành nghị quyết, quy định; giữ mối liên hệ với nơi cư trú.', en: 'Taking part in the cell, keeping resolutions and rules, contact with where one lives.' });
const shortcomings = section('shortcomings', { vi: 'Hạn chế, khuyết điểm và nguyên nhân', en: 'Shortcomings and their causes' }, { vi: 'Nêu cụ thể việc nào, khi nào, nguyên nhân từ đâu.', en: 'Which, when, and where each comes from.' });
const earlier = section('earlier', { vi: 'Kết quả khắc phục hạn chế đã nêu ở kỳ trước', en: 'What became of earlier shortcomings' }, { vi: 'Từng hạn chế đã được kết luận: đã khắc phục đến đâu, số liệu nào chứng minh.', en: 'Of each that was concluded: how far it is remedied, and which figure proves it.' }, { isNeeded: false });
const answers = section('explained', { vi: 'Giải trình những vấn đề được gợi ý', en: 'What is said to the superior’s suggestions' }, { vi: 'Từng nội dung gợi ý kiểm điểm được trả lời ở trên; ghi thêm tại đây nếu cần.', en: 'Each point is answered above; add here what else there is to say.' }, { isNeeded: false });
const measures = section('measures', { vi: 'Phương hướng, biện pháp và thời hạn khắc phục', en: 'Measures and deadlines' }, { vi: 'Mỗi hạn chế một biện pháp, người chịu trách nhiệm và thời hạn.', en: 'For each shortcoming a measure, who answers for it, and until when.' });
const lead = section('lead', { vi: 'Trách nhiệm đứng đầu, lãnh đạo, quản lý và nêu gương', en: 'Responsibility as a leader' }, { vi: 'Kết quả của cơ quan, tổ chức, lĩnh vực được giao phụ trách; phân công, kiểm tra, nêu gương.', en: 'Results of the unit or field that one answers for; assigning, checking, setting an example.' });
const collectiveLead = section('lead', { vi: 'Công tác lãnh đạo, chỉ đạo, chấp hành quy chế làm việc', en: 'Leading, steering, keeping the working regulations' }, { vi: 'Đoàn kết nội bộ, tập trung dân chủ, kiểm tra, giám sát; trách nhiệm của tập thể và người đứng đầu.', en: 'Unity, democratic centralism, inspection; who answers for what.' });

const forms2025: FormVersion['forms'] = {
  collective: [results({ vi: 'Nhiệm vụ được giao, hoàn thành đúng hạn, vượt yêu cầu bao nhiêu; sản phẩm cụ thể, số liệu đo được.', en: 'Tasks given, done in time, beyond what was asked; what can be measured.' }), collectiveLead, shortcomings, earlier, answers, measures],
  '2A': [conduct, results({ vi: 'Nhiệm vụ được giao, hoàn thành đúng hạn, chất lượng; sản phẩm cụ thể, số liệu đo được.', en: 'Tasks given, done in time and well; what can be measured.' }), shortcomings, earlier, answers, measures],
  '2B': [conduct, results({ vi: 'Nhiệm vụ của bản thân và của nơi phụ trách: hoàn thành đúng hạn, vượt yêu cầu bao nhiêu; số liệu đo được.', en: 'Own tasks and those of the unit led: done in time, beyond what was asked.' }), lead, shortcomings, earlier, answers, measures],
  '2C': [conduct, results({ vi: 'Việc chi bộ, nơi cư trú giao và kết quả.', en: 'What the cell and the neighbourhood gave to do, and what came of it.' }), shortcomings, earlier, answers, measures],
};

/** Before the scale of 100 points measurable results were asked for less; the shape is the same. */
const plain = results({ vi: 'Kết quả lãnh đạo, thực hiện nhiệm vụ trong kỳ.', en: 'Results in the period.' });
const formsBefore: FormVersion['forms'] = {
  collective: [plain, collectiveLead, shortcomings, earlier, answers, measures],
  '2A': [conduct, plain, shortcomings, earlier, answers, measures],
  '2B': [conduct, plain, lead, shortcomings, earlier, answers, measures],
  '2C': [conduct, plain, shortcomings, earlier, answers, measures],
};

/** Latest first. */
export const formVersions: readonly [FormVersion, ...FormVersion[]] = [
  { code: '2025', from: '2025-08-30' as Day, paper: 'Quy định 366-QĐ/TW, Hướng dẫn 43-HD/BTCTW', forms: forms2025 },
  { code: '2023', from: '2023-10-04' as Day, paper: 'Quy định 124-QĐ/TW, Hướng dẫn 25-HD/BTCTW', forms: formsBefore },
  { code: '2018', from: '2018-03-08' as Day, paper: 'Quy định 132-QĐ/TW, Hướng dẫn 16-HD/BTCTW, 21-HD/BTCTW', forms: formsBefore },
];

export const firstForms = formVersions.at(-1)!.from;

/** By the last day of what is reviewed: a review of 2024 that is held late keeps the form of 2024. Of earlier years none is known. */
export function formVersionOn(to: Day): FormVersion | undefined {
  return formVersions.find(({ from }) => from <= to);
}

export function sectionsOf(version: string, form: ReviewForm): readonly Section[] {
  return (formVersions.find(({ code }) => code === version) ?? formVersions[0]).forms[form];
}
