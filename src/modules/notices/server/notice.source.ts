/**
 * What a module declares of the notices about its subjects: which events give rise to one, whom it concerns, and what a
 * reader may see of it now. Who may read is not decided when it is written: `shown` asks reach each time it is read.
 */
import type { RawBuilder } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Id } from '../../../platform/ids.ts';
import type { NoticeKind } from '../notice.ts';

/** An event of the log. */
export interface Happened {
  readonly home: number;
  readonly seq: number;
  readonly at: Date;
  readonly type: string;
  readonly actorId: Id<'account'> | null;
  readonly subjectId: Id | null;
  readonly unitId: Id<'unit'> | null;
  readonly personId: Id<'person'> | null;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Telling {
  readonly kind: NoticeKind;
  readonly unitId: Id<'unit'>;
  readonly subjectId: Id;
  /** Those of them who have an account. */
  readonly people?: readonly Id<'person'>[];
  readonly accounts?: readonly Id<'account'>[];
  /** The same is told once for each occasion; the event itself where nothing is said. */
  readonly occasion?: string;
  /** Kept with the notice for `shown`: ids, never words. */
  readonly facts?: Readonly<Record<string, Id>>;
}

/** Whoever did what happened has dealt with the notices of these kinds about its subject. */
export interface Dealt {
  readonly kinds: readonly NoticeKind[];
  readonly account: Id<'account'>;
}

export interface NoticeSource {
  readonly kinds: readonly NoticeKind[];
  readonly events: readonly string[];
  /** In the name of the system: whoever is answered here is told only what he may read. */
  tell(ctx: Ctx, happened: Happened): Promise<readonly Telling[]>;
  /** Notices that are read by what happened, as they ask for nothing more. */
  dealt?(ctx: Ctx, happened: Happened): Promise<Dealt | undefined>;
  /** For the notice `n` (unit_id, subject_id, facts) a select of its `facts` for who asks; no row where he may not see it. */
  shown(ctx: Ctx): RawBuilder<unknown>;
}
