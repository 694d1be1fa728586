/** What the composition takes from the attention list. */
export { attentionConflicts } from './attention.conflicts.ts';
export { attentionNotices, listNeeding, type Needing } from './attention.notices.ts';
export { attentionRoutes } from './attention.routes.ts';
export { attentionSource } from './attention.sync.ts';
