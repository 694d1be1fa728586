/** What other parts of the server may use of reports. */
export { reportRefusals } from './report.refusals.ts';
export { resealReports } from './report.reseal.ts';
export { reportRoutes } from './report.routes.ts';
