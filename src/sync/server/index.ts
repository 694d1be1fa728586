/** What the composition uses of sync. */
export { commandLogWith } from './command.log.ts';
export { forgetConflicts } from './conflict.store.ts';
export { resealDevices } from './device.store.ts';
export { routesOfSync } from './sync.routes.ts';
