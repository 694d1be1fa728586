/** What phones carry, gathered from the modules. A new source adds a line; the first are answered before the others. */
import { findHosts, meetingSource, rosterSource, rulesSource } from './modules/meetings/server/index.ts';
import { awaySource } from './modules/membership/server/index.ts';
import { taskSource } from './modules/tasks/server/index.ts';
import { unitSource } from './modules/units/server/index.ts';
import type { SyncSources } from './sync/source.ts';

export const allSources: SyncSources = {
  findUnits: findHosts,
  sources: [unitSource, rulesSource, rosterSource, meetingSource, taskSource, awaySource],
};
