/** What other modules may use of people. */
export { recordLooks } from './person.looks.ts';
export { searchPeople } from './person.reads.ts';
export { personRefusals } from './person.refusals.ts';
export { personRoutes } from './person.routes.ts';
export { contactColumns, numberHash, type ContactColumns, type NumberKind } from './person.seal.ts';
export { resealPeople } from './person.store.ts';
