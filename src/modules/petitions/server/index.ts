/** What other modules may use of petitions. */
export { openClocks, type Clocks } from './petition.clocks.ts';
export { openPetitionsOf, petitionsOf } from './petition.reads.ts';
export { openPetitions } from './petition.hand.over.ts';
export { petitionNotices } from './petition.notices.ts';
export { petitionJobs } from './petition.purge.ts';
export { petitionRefusals } from './petition.refusals.ts';
export { petitionRoutes } from './petition.routes.ts';
export { insertPetition, lockPetition, savePetition } from './petition.store.ts';
export { petitionSource, topicSource } from './petition.sync.ts';
export { resealPetitions } from './petition.reseal.ts';
