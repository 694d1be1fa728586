/**
 * What phones carry, gathered from the modules: a new source adds a line; the first are answered before the others. And of which
 * refusals a person keeps one of two sides.
 */
import { attentionConflicts, attentionSource } from './modules/attention/server/index.ts';
import { findHosts, meetingConflicts, meetingSource, rosterSource, rulesSource } from './modules/meetings/server/index.ts';
import { awayConflicts, awaySource } from './modules/membership/server/index.ts';
import { petitionSource, topicSource } from './modules/petitions/server/index.ts';
import { taskSource } from './modules/tasks/server/index.ts';
import { unitSource } from './modules/units/server/index.ts';
import { placeSource, visitSource } from './modules/visits/server/index.ts';
import type { ConflictSource } from './sync/conflict.ts';
import type { SyncSources } from './sync/source.ts';

export const allSources: SyncSources = {
  findUnits: findHosts,
  sources: [unitSource, rulesSource, rosterSource, meetingSource, taskSource, placeSource, visitSource, awaySource, attentionSource, petitionSource, topicSource],
};

export const allConflicts: readonly ConflictSource[] = [...meetingConflicts, awayConflicts, attentionConflicts];
