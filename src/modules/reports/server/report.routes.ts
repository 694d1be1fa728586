/** Binds the contract of reports to commands and reads. */
import { bind } from '../../../platform/http/routes.ts';
import { reportContract } from '../report.contract.ts';
import { correctIssued, draftNewReport, dropDraft, issueDraft, writeDraft } from './report.commands.ts';
import { excelFile, wordPaper } from './report.files.ts';
import { listReportRecords, listReports, readReport } from './report.reads.ts';

export const reportRoutes = [
  bind(reportContract.list, listReports),
  bind(reportContract.report, readReport),
  bind(reportContract.records, listReportRecords),
  bind(reportContract.word, wordPaper),
  bind(reportContract.excel, excelFile),
  bind(reportContract.draft, draftNewReport),
  bind(reportContract.write, writeDraft),
  bind(reportContract.issue, issueDraft),
  bind(reportContract.correct, correctIssued),
  bind(reportContract.drop, dropDraft),
];
