/** What other modules may use of documents. */
export { documentRefusals } from './document.refusals.ts';
export { documentRoutes } from './document.routes.ts';
export { documentJobs } from './text.reading.ts';
