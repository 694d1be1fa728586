/** What other modules may use of cascades. */
export { cascadeNotices } from './cascade.notices.ts';
export { cascadeRefusals } from './cascade.refusals.ts';
export { answerClauses, measureClause, settleClause } from './answer.commands.ts';
export { linkUpwards, unlinkUpwards, type LinkedUpwards } from './answer.links.ts';
export { answersOf, deleteAnswers, haveTasks, haveValues, saveAnswers } from './answer.store.ts';
export { openCascade, recordUnitStep } from './cascade.commands.ts';
export { writeClauses } from './clause.commands.ts';
export { findCascade, lockAsked } from './cascade.store.ts';
export { areAnswered, clausesOf, findClause, holdClauses, insertClauses, isAnybodyAsked, saveClause } from './clause.store.ts';
export { cascadeRoutes } from './cascade.routes.ts';
export { markClauses } from './cascade.marks.ts';
export { cascadeJobs } from './unit.marks.ts';
