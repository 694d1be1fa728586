/** What the composition uses of sync. */
export { commandLog } from './command.log.ts';
export { resealDevices } from './device.store.ts';
export { routesOfSync } from './sync.routes.ts';
