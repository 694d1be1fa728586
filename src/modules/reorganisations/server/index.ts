/** What composition roots and other modules may use of reorganisations. */
export { draftFromRows } from './reorganisation.file.commands.ts';
export { applyDraft, applyReorganisation, checkDraft, draftReorganisation, type Applied, type ReorganisationOptions } from './reorganisation.commands.ts';
export { type Progress } from './reorganisation.plan.ts';
export { reorganisationRefusals } from './reorganisation.refusals.ts';
export { reorganisationRoutes } from './reorganisation.routes.ts';
export { undoReorganisation } from './reorganisation.undo.ts';
