/** What other modules may use of membership. */
export { admitNew, awayContactField, enterMember, type EntryInput } from './membership.commands.ts';
export { membershipNotices } from './membership.notices.ts';
export { spellsOf, type SpellRows } from './membership.reads.ts';
export { membershipRefusals } from './membership.refusals.ts';
export { resealAwaySpells } from './membership.reseal.ts';
export { awayConflicts } from './away.conflicts.ts';
export { awaySource } from './away.sync.ts';
export { membershipRoutes } from './membership.routes.ts';
