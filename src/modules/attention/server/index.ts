/** What the composition takes from the attention list. */
export { attentionRoutes } from './attention.routes.ts';
