/** Whether this device can be worked on without signal just now, and if not, why. Pure. */
import { isOverdue } from '../sync/device.ts';
import type { PhoneState } from '../sync/phone/phone.ts';

/**
 * `ready`: what is recorded is kept. `preparing`: not all has come yet, and nothing that is carried is shown before. `overdue`: out of
 * contact for too long, so that it stays closed. `off`: never prepared, locked, or it carries nothing as the account reaches too much.
 */
export type Readiness = 'ready' | 'preparing' | 'overdue' | 'off';

export function readinessOf(state: PhoneState | undefined, now: number): Readiness {
  if (state?.is !== 'open') return 'off';
  if (state.pulledAt === null) return 'preparing';
  if (isOverdue(state.pulledAt, now)) return 'overdue';
  return state.units && state.units.count > state.units.most ? 'off' : 'ready';
}
