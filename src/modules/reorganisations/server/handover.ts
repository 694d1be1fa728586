/**
 * What a unit holds besides other units, and how it is handed over when the unit ends. Each module that keeps something
 * in units says it here once: plan (fill its lists, say what is wrong), carry out, what stands in the way of undoing,
 * undo. The lists are the plan: what is carried out and undone is what they say.
 */
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import type { UnitHistory, UnitId } from '../../units/unit.ts';
import type { Digest } from '../reorganisation.digest.ts';
import type { Report, ReorganisationFinding } from '../reorganisation.findings.ts';
import type { ReorganisationId } from '../reorganisation.ts';
import { memberHandover } from './member.handover.ts';
import { postHandover } from './post.handover.ts';

export interface AppliedReform {
  readonly id: ReorganisationId;
  /** The first day of what is new. */
  readonly on: Day;
  readonly decision: string;
}

export interface Reform extends AppliedReform {
  readonly set: Digest;
  /** Of the units named: their histories as they will be. */
  readonly after: ReadonlyMap<UnitId, UnitHistory>;
}

export interface Handover {
  plan(ctx: Ctx, reform: Reform, report: Report): Promise<void>;
  carryOut(ctx: Ctx, reform: AppliedReform): Promise<void>;
  obstacles(ctx: Ctx, reform: AppliedReform): Promise<ReorganisationFinding[]>;
  undo(ctx: Ctx, reform: AppliedReform): Promise<void>;
}

export const handovers: readonly Handover[] = [memberHandover, postHandover];
