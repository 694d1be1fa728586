/** What the explorer asks the list of units for: the same for the table of what was found and for the exported file. Pure. */
import type { z } from 'zod';
import type { unitContract } from '../unit.contract.ts';
import type { Hierarchy, UnitKind } from '../unit.kinds.ts';
import { kindsOf } from './unit.words.ts';

export type UnitsAsked = Omit<z.input<(typeof unitContract)['list']['input']>, 'cursor' | 'limit'>;

export interface Explored {
  readonly text: string;
  /** None chosen: all of the hierarchy. */
  readonly kinds: readonly UnitKind[];
  readonly hierarchy: Hierarchy;
  /** Search in every hierarchy. */
  readonly everywhere: boolean;
}

export function unitsAsked({ text, kinds, hierarchy, everywhere }: Explored, asOf: string): UnitsAsked {
  const kind = kinds.length > 0 ? [...kinds] : everywhere ? undefined : kindsOf(hierarchy).map(({ code }) => code);
  return { asOf, ...(text ? { q: text } : {}), ...(kind ? { kind } : {}) };
}
