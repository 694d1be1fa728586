/** A unit as a phone carries it. Pure. */
import type { Id } from '../../platform/ids.ts';
import type { UnitKind } from './unit.kinds.ts';

export interface CarriedUnit {
  readonly id: Id<'unit'>;
  readonly name: string;
  readonly kind: UnitKind;
  /** The Party organisation directly above. */
  readonly parent: string | null;
}
