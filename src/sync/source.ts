/**
 * What a module gives for phones to carry: records of one kind, each whole, for the units that a phone carries. A source asks
 * access about its own verb all the same: that a unit is carried says only that its meetings may be recorded.
 */
import type { Ctx } from '../platform/context.ts';
import type { Id } from '../platform/ids.ts';
import type { RecordType } from './record.ts';

export interface SyncSource {
  readonly type: RecordType;
  /** Asked also for an account that carries no unit: it has things of its owner's own. */
  readonly isPersonal?: true;
  /** Bodies are plain JSON, and of what did not change they are the same to the letter: versions are made of them. */
  readonly records: (ctx: Ctx, units: readonly Id<'unit'>[]) => Promise<readonly SourceRecord[]>;
}

export interface SourceRecord {
  readonly id: string;
  readonly body: unknown;
}

/** Put together where the modules meet (`src/records.ts`). */
export interface SyncSources {
  /** The units whose meetings the account may record, in the order of ids; no more than so many. */
  readonly findUnits: (ctx: Ctx, most: number) => Promise<Id<'unit'>[]>;
  /** The first are answered before the others. */
  readonly sources: readonly SyncSource[];
}
