/** What other modules may use of oversight. */
export { assignmentsIn, assignmentsOn, followedUnitsOf, type Followed, type FollowedUnit, type Whom } from './followed.reads.ts';
export { isCovered, postsHeld } from './assignment.requires.ts';
export { rolesOfAssignments } from './assignment.roles.ts';
export { deleteAssignment, insertAssignments, lockAssignment, saveAssignment } from './assignment.store.ts';
export { markFollowed } from './coverage.sql.ts';
export { oversightRefusals } from './oversight.refusals.ts';
export { openShortcomings, openTasks } from './hand.over.open.ts';
export { routesOfOversight } from './oversight.routes.ts';
export { markCovered } from './regulation.commands.ts';
export { assignedUnder, deleteRegulation, findRegulation, findRegulationByTitle, insertRegulation, lockRegulation, saveRegulation } from './regulation.store.ts';
