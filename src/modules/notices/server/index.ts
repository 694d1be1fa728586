/** What the composition takes from notices, and what a module needs to declare its own. */
export { noticeJobs } from './notice.jobs.ts';
export { noticeNumbers } from './notice.numbers.ts';
export { noticeRoutes } from './notice.routes.ts';
export { openOutside, type Outside } from './outside.ts';
export { resealNoticeWays } from './way.reseal.ts';
export type { Dealt, Happened, NoticeSource, Telling } from './notice.source.ts';
