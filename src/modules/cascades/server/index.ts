/** What other modules may use of cascades. */
export { cascadeRefusals } from './cascade.refusals.ts';
export { answerClauses, measureClause, settleClause } from './answer.commands.ts';
export { openCascade, recordUnitStep } from './cascade.commands.ts';
export { writeClauses } from './clause.commands.ts';
export { cascadeRoutes } from './cascade.routes.ts';
