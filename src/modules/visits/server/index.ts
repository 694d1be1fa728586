/** What other modules may use of visits. */
export { resealEvaluations } from './evaluation.store.ts';
export { obligationsIn } from './obligation.reads.ts';
export { dueDayOf, dueReports } from './report.due.ts';
export { deleteReports, insertReports, lockReport, lockReportOf, saveReport } from './report.store.ts';
export { givePromises } from './visit.commands.ts';
export { promisesBelow, visitsOfLeaver } from './visit.hand.over.ts';
export { visitRefusals } from './visit.refusals.ts';
export { visitRoutes } from './visit.routes.ts';
export { openPromisesOf, visitsIn, type OpenPromise, type ToldVisit } from './visit.shared.ts';
export { deleteVisits, insertVisits, lockVisit, saveVisit } from './visit.store.ts';
export { placeSource, visitSource } from './visit.sync.ts';
