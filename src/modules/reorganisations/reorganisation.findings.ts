/** What a dry run says about a change set: which item, which unit or person, and whether it stops the change set. */
import type { PersonId } from './reorganisation.ts';
import type { UnitId } from '../units/unit.ts';
import type { findingTexts } from './reorganisation.messages.ts';

export type FindingCode = keyof typeof findingTexts;
export type Severity = 'error' | 'warning';

export interface ReorganisationFinding {
  readonly severity: Severity;
  readonly code: FindingCode;
  /** Number of the item in the change set; null where it follows from several. */
  readonly item: number | null;
  readonly unitId?: UnitId | undefined;
  /** The other unit that the finding speaks of. */
  readonly otherId?: UnitId | undefined;
  readonly personId?: PersonId | undefined;
  readonly data?: Readonly<Record<string, string | number>> | undefined;
}

export type Report = (finding: ReorganisationFinding) => void;
