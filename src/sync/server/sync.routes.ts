/** Binds what phones ask to commands and reads; the sources come from where the modules meet. */
import { bind, bindCourier, type Route } from '../../platform/http/routes.ts';
import type { SyncSources } from '../source.ts';
import type { ConflictSource } from '../conflict.ts';
import { syncContract } from '../sync.contract.ts';
import { listConflicts, listUnsettled, settle, tellSettled } from './conflict.commands.ts';
import { deliver } from './deliver.ts';
import { enrol, findStanding, forget, listDevices, recover, sayWiped } from './device.commands.ts';
import { pull } from './pull.ts';

export function routesOfSync(sources: SyncSources, conflicts: readonly ConflictSource[]): Route[] {
  return [
    bind(syncContract.enrol, enrol),
    bind(syncContract.recover, recover),
    bind(syncContract.pull, (ctx, input) => pull(ctx, input, sources)),
    bind(syncContract.standing, findStanding),
    bind(syncContract.wiped, sayWiped),
    bind(syncContract.devices, listDevices),
    bind(syncContract.forget, forget),
    bindCourier(syncContract.deliver, deliver),
    bind(syncContract.conflicts, (ctx) => listConflicts(ctx, conflicts)),
    bind(syncContract.unsettled, (ctx) => listUnsettled(ctx, conflicts)),
    bindCourier(syncContract.settle, (ctx, input, perform) => settle(ctx, input, { perform, sources: conflicts })),
    bind(syncContract.settled, tellSettled),
  ];
}
