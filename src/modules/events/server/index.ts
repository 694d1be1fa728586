/** What other modules may use of the log. */
export { eventRoutes } from './event.routes.ts';
