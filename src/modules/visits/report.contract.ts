/** Reports of cadres who follow places, and how the superior evaluates them. */
import { z } from 'zod';
import { act, query } from '../../platform/contract.ts';
import { daySchema } from '../../platform/day.ts';
import { pageSize, several } from '../../platform/http/query.schema.ts';
import { evaluationId, evaluationItem, level, opinions, owedReportCounts, owedReportItem, reportId, reportItem, reportTexts, wholeEvaluation, wholeReport } from './report.shapes.ts';
import { reportStates } from './report.ts';
import { mayBeEmpty, personId, unitId } from './visit.shapes.ts';

const done = z.object({ id: reportId, version: z.int() });
const evaluated = z.object({ id: evaluationId, version: z.int() });
const common = ['platform.notFound', 'platform.forbidden'] as const;
const of = { id: reportId, version: z.int() };
const ofEvaluation = { id: evaluationId, version: z.int() };
const judged = [...common, 'platform.stale', 'visits.ownEvaluation'] as const;
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const reportContract = {
  ownReports: query({
    name: 'visits.ownReports',
    path: '/api/visits/own-reports',
    verb: 'self.read',
    input: z.strictObject({}),
    /** The latest first: those written, and those due of the last two years that nobody has begun. */
    output: z.object({ items: z.array(reportItem).max(120) }),
    summary: { vi: 'Báo cáo định kỳ của mình: đã nộp, đến hạn, quá hạn', en: 'One’s own periodic reports: handed in, due, late' },
  }),
  draft: query({
    name: 'visits.draft',
    path: '/api/visits/own-reports/draft',
    verb: 'self.read',
    input: z.strictObject({ unitId, from: daySchema, to: daySchema }),
    /** What the records of the period say, and the first words made of it: nothing is stored. The own report of that period where it was begun, however it stands. */
    output: wholeReport,
    problems: ['visits.noDuty', 'visits.periodBackwards'],
    summary: { vi: 'Dự thảo báo cáo định kỳ từ các chuyến đi, kiến nghị, việc đã hứa', en: 'A report drafted from visits, petitions and promises' },
  }),
  reports: query({
    name: 'visits.reports',
    path: '/api/visits/reports',
    verb: 'visit.read',
    /** Handed in to units within reach, the latest first; `writing` ones are their cadre's alone. */
    input: z.strictObject({ unitId: unitId.optional(), personId: personId.optional(), state: several(z.enum(reportStates)).optional(), from: daySchema.optional(), to: daySchema.optional(), cursor: z.string().max(500).optional(), limit: pageSize }),
    output: z.object({ items: z.array(reportItem), next: z.string().nullable() }),
    summary: { vi: 'Báo cáo định kỳ cán bộ đã nộp', en: 'Periodic reports handed in' },
  }),
  owedReports: query({
    name: 'visits.owedReports',
    path: '/api/visits/reports/owed',
    verb: 'visit.read',
    /** Periods that ended between the days, of the last twelve months where none are named; owed to organisations within reach, or to the unit and those below it. */
    input: z.strictObject({ unitId: unitId.optional(), show: z.enum(['missing', 'handed']).optional(), from: daySchema.optional(), to: daySchema.optional(), cursor: z.string().max(500).optional(), limit: pageSize }),
    output: z.object({ items: z.array(owedReportItem), next: z.string().nullable(), counts: owedReportCounts.nullable() }),
    problems: ['visits.periodBackwards'],
    summary: { vi: 'Ai chưa nộp, ai đã nộp báo cáo định kỳ đến hạn', en: 'Who has not handed in the periodic report that is due, and who has' },
  }),
  report: query({
    name: 'visits.report',
    path: '/api/visits/reports/:id',
    verb: 'visit.read',
    input: z.strictObject({ id: reportId }),
    output: wholeReport,
    problems: ['platform.notFound'],
    summary: { vi: 'Một báo cáo định kỳ của cán bộ theo dõi', en: 'One periodic report' },
  }),
  reportFile: query({
    name: 'visits.reportFile',
    path: '/api/visits/reports/:id/report.docx',
    verb: 'visit.read',
    input: z.strictObject({ id: reportId }),
    output: z.unknown(),
    files: [word],
    problems: ['platform.notFound'],
    summary: { vi: 'Báo cáo định kỳ bằng tệp Word', en: 'A periodic report as a Word document' },
  }),
  writeReport: act({
    name: 'visits.writeReport',
    path: '/api/visits/own-reports/write',
    verb: 'self.read',
    /** Begins that of the period where there is none: then without `version`. `isHanded`: hands it in, with the facts as they stand. */
    input: z.strictObject({ unitId, from: daySchema, to: daySchema, version: z.int().optional(), texts: reportTexts, isHanded: z.boolean().default(false) }),
    output: done,
    problems: [...common, 'platform.stale', 'visits.noDuty', 'visits.periodBackwards', 'visits.inFuture', 'visits.reportIsHanded', 'visits.reportEmpty', 'visits.reportAlready'],
    summary: { vi: 'Viết, nộp báo cáo định kỳ', en: 'Write a periodic report, hand it in' },
  }),
  takeReportBack: act({
    name: 'visits.takeReportBack',
    path: '/api/visits/own-reports/:id/take-back',
    verb: 'self.read',
    input: z.strictObject(of),
    output: done,
    problems: [...common, 'platform.stale', 'visits.reportIsRead', 'visits.reportNotHanded'],
    summary: { vi: 'Rút báo cáo đã nộp để sửa, khi cấp trên chưa đọc', en: 'Take a report back that was not read yet' },
  }),
  markReportRead: act({
    name: 'visits.markReportRead',
    path: '/api/visits/reports/:id/read',
    verb: 'oversight.evaluate',
    input: z.strictObject({ ...of, comment: mayBeEmpty(4000) }),
    output: done,
    problems: [...common, 'platform.stale', 'visits.reportNotHanded', 'visits.ownEvaluation'],
    summary: { vi: 'Ghi đã đọc báo cáo, kèm ý kiến', en: 'Note that a report was read, with a comment' },
  }),
  evaluations: query({
    name: 'visits.evaluations',
    path: '/api/visits/evaluations',
    verb: 'oversight.evaluate',
    /** Of the very units of one's assignments. */
    input: z.strictObject({ unitId: unitId.optional(), cursor: z.string().max(500).optional(), limit: pageSize }),
    output: z.object({ items: z.array(evaluationItem), next: z.string().nullable() }),
    summary: { vi: 'Đánh giá cán bộ được phân công theo dõi', en: 'Evaluations of cadres who follow places' },
  }),
  evaluation: query({
    name: 'visits.evaluation',
    path: '/api/visits/evaluations/:id',
    verb: 'oversight.evaluate',
    input: z.strictObject({ id: evaluationId }),
    output: wholeEvaluation,
    problems: ['platform.notFound'],
    summary: { vi: 'Một đánh giá: số liệu, ý kiến nơi theo dõi, kết luận', en: 'One evaluation: facts, what the places say, the decision' },
  }),
  ownEvaluations: query({
    name: 'visits.ownEvaluations',
    path: '/api/own/cadre-evaluations',
    verb: 'self.read',
    input: z.strictObject({}),
    /** Decided ones. */
    output: z.object({ items: z.array(wholeEvaluation).max(40) }),
    summary: { vi: 'Đánh giá về việc theo dõi cơ sở của chính mình', en: 'How one was evaluated as a cadre who follows places' },
  }),
  openEvaluation: act({
    name: 'visits.openEvaluation',
    path: '/api/visits/evaluations/open',
    verb: 'oversight.evaluate',
    input: z.strictObject({ unitId, personId, from: daySchema, to: daySchema }),
    output: evaluated,
    problems: [...common, 'visits.periodBackwards', 'visits.notAssigned', 'visits.ownEvaluation', 'visits.evaluationAlready'],
    summary: { vi: 'Mở đánh giá một cán bộ được phân công', en: 'Begin the evaluation of a cadre' },
  }),
  writeEvaluation: act({
    name: 'visits.writeEvaluation',
    path: '/api/visits/evaluations/:id/write',
    verb: 'oversight.evaluate',
    /** `isDecided`: decides it, with the facts as they stand. */
    input: z.strictObject({ ...ofEvaluation, opinions, words: mayBeEmpty(8000), level: level.nullable().default(null), isDecided: z.boolean().default(false) }),
    output: evaluated,
    problems: [...judged, 'visits.evaluationDecided', 'visits.evaluationEmpty', 'visits.notAssigned'],
    summary: { vi: 'Ghi ý kiến, kết luận đánh giá', en: 'Write an evaluation, decide it' },
  }),
  reopenEvaluation: act({
    name: 'visits.reopenEvaluation',
    path: '/api/visits/evaluations/:id/reopen',
    verb: 'oversight.evaluate',
    input: z.strictObject(ofEvaluation),
    output: evaluated,
    problems: [...judged, 'visits.evaluationNotDecided'],
    summary: { vi: 'Mở lại đánh giá đã kết luận', en: 'Open a decided evaluation again' },
  }),
  dropEvaluation: act({
    name: 'visits.dropEvaluation',
    path: '/api/visits/evaluations/:id/drop',
    verb: 'oversight.evaluate',
    /** While nothing was ever decided in it. */
    input: z.strictObject(ofEvaluation),
    output: z.object({}),
    problems: [...judged, 'visits.evaluationDecided'],
    summary: { vi: 'Bỏ đánh giá mở nhầm', en: 'Drop an evaluation begun by mistake' },
  }),
};
