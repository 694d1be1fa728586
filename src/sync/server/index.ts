/** What the composition uses of sync. */
export { commandLog } from './command.log.ts';
