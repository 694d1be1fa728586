/** Binds the contracts of visits, places, reports and evaluations to commands and reads. */
import { bind } from '../../../platform/http/routes.ts';
import { placeContract } from '../place.contract.ts';
import { reportContract } from '../report.contract.ts';
import { visitContract } from '../visit.contract.ts';
import { readBrief } from './brief.reads.ts';
import { dropEvaluation, openEvaluation, reopenCadreEvaluation, writeCadreEvaluation } from './evaluation.commands.ts';
import { listEvaluations, listOwnEvaluations, readEvaluation } from './evaluation.reads.ts';
import { listObligations } from './obligation.reads.ts';
import { listPlaces } from './place.reads.ts';
import { markReportRead, takeOwnReportBack, writeOwnReport } from './report.commands.ts';
import { reportFile } from './report.docx.ts';
import { listOwedReports } from './report.owed.reads.ts';
import { draftReport, listOwnReports, listReports, readReport } from './report.reads.ts';
import { correctVisit, putVisitBack, recordVisit, withdrawVisit } from './visit.commands.ts';
import { attachToVisit, readVisitFile } from './visit.files.ts';
import { listVisits, readVisit, visitsOfMeeting } from './visit.reads.ts';

export const visitRoutes = [
  bind(visitContract.list, listVisits),
  bind(placeContract.places, listPlaces),
  bind(placeContract.brief, readBrief),
  bind(placeContract.obligations, listObligations),
  bind(visitContract.ofMeeting, visitsOfMeeting),
  bind(reportContract.ownReports, listOwnReports),
  bind(reportContract.draft, draftReport),
  bind(reportContract.reports, listReports),
  bind(reportContract.owedReports, listOwedReports),
  bind(reportContract.report, readReport),
  bind(reportContract.reportFile, reportFile),
  bind(reportContract.writeReport, writeOwnReport),
  bind(reportContract.takeReportBack, takeOwnReportBack),
  bind(reportContract.markReportRead, markReportRead),
  bind(reportContract.evaluations, listEvaluations),
  bind(reportContract.ownEvaluations, listOwnEvaluations),
  bind(reportContract.evaluation, readEvaluation),
  bind(reportContract.openEvaluation, openEvaluation),
  bind(reportContract.writeEvaluation, writeCadreEvaluation),
  bind(reportContract.reopenEvaluation, reopenCadreEvaluation),
  bind(reportContract.dropEvaluation, dropEvaluation),
  bind(visitContract.visit, readVisit),
  bind(visitContract.file, readVisitFile),
  bind(visitContract.record, recordVisit),
  bind(visitContract.correct, correctVisit),
  bind(visitContract.withdraw, withdrawVisit),
  bind(visitContract.putBack, putVisitBack),
  bind(visitContract.attach, attachToVisit),
];
