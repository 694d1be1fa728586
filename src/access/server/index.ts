/** What the rest of the system may use of access besides its three questions in `reach.ts`. */
export { routesOfAccess } from './access.routes.ts';
export { accessRefusals } from './access.refusals.ts';
export { accountsOfPeople, findAccountActor, hasLostItsRights, holdersAt, listHolders, nearestHolders, nearestHoldersOf } from './account.actor.ts';
export { listSampleAccounts } from './account.reads.ts';
export { attemptSucceeded, commitSoFar, countAttempt } from './attempts.ts';
export { resealAccounts } from './account.reseal.ts';
export { findActor, mustChangePassword, requireActor } from './actor.ts';
export { personWithin, unitsOfPerson, wherePersonWithin, type PersonColumns } from './person.within.ts';
export { createFirstAdministrator, sampleAccounts, type SamplePlaces } from './first.accounts.ts';
export { endGrantWith, grantWith, isGrantOf, takeGrantBack } from './assignment.with.ts';
export { requirePassword } from './session.commands.ts';
export { forgetStale } from './session.store.ts';
