/**
 * What is handed over when a cadre leaves a unit: what is open there, gathered from the modules that keep it. A module adds its part
 * where the parts are gathered (`src/hand.over.ts`); each is read with the rights of the reader. Pure.
 */
import type { Ctx } from '../../platform/context.ts';
import type { Text } from '../../platform/contract.ts';
import type { Day } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';

export interface HandOverItem {
  /** What it is one of, said before the text in the language of the reader. */
  readonly kind?: Text;
  readonly text: string;
  /** Since when, or on which day. */
  readonly on: Day | null;
  readonly dueOn: Day | null;
  readonly isLate: boolean;
  readonly href: string | null;
}

export interface AskedHandOver {
  /** The unit, or the heir that it was merged into. */
  readonly unitId: Id<'unit'>;
  /** The unit and those that it took over whole: what lies at them lies at the unit itself. */
  readonly bodyIds: readonly Id<'unit'>[];
  readonly personId: Id<'person'>;
  /** From the first to the last day on which he followed it; today where that is not over. */
  readonly from: Day;
  readonly to: Day;
}

export interface HandOverPart {
  readonly code: string;
  readonly title: Text;
  readonly empty: Text;
  /** Cut off at `mostHandedOver`. */
  readonly read: (ctx: Ctx, asked: AskedHandOver) => Promise<readonly HandOverItem[]>;
}

export const mostHandedOver = 100;
export const mostParts = 12;
