/** What other modules may use of cascades. */
export { cascadeRefusals } from './cascade.refusals.ts';
export { cascadeRoutes } from './cascade.routes.ts';
