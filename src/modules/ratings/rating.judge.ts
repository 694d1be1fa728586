/** Whether a level may be entered: its points and its gates (rulebook R4.5). Proposes nothing: it looks at the level that a person chose. Pure. */
import { refuse, type Refusal } from '../../platform/problem.ts';
import { boundOf, hasPoints, type Frame } from './rating.frame.ts';
import { stateOf, type FactCode, type Gate, type GateState, type Measure } from './rating.gates.ts';
import type { Level } from './rating.kinds.ts';

export type Measures = Readonly<Partial<Record<FactCode, Measure>>>;

export interface Judged {
  readonly level: Level;
  /** Null where none were given. */
  readonly points: number | null;
  readonly measures: Measures;
  /** Why the level is entered although a gate that takes a reason fails. */
  readonly reason: string | null;
}

export interface GateFinding extends Gate {
  readonly state: GateState;
}

/** The gates of one level, each with what is known. */
export function findingsOf({ gates }: Pick<Frame, 'gates'>, { level, measures }: Pick<Judged, 'level' | 'measures'>): GateFinding[] {
  return gates.filter((gate) => gate.levels.includes(level)).map((gate) => ({ ...gate, state: stateOf(gate, measures[gate.fact]) }));
}

export function refusalOfLevel(frame: Frame, judged: Judged): Refusal | undefined {
  const bound = boundOf(frame, judged.level);
  if (!bound) return refuse('ratings.levelUnknown', 'invalid');
  return refusalOfPoints(frame, { points: judged.points, least: bound.least }) ?? refusalOfGates(frame, judged);
}

/** Whoever has the points for more may be rated lower: a gate may bar the way up. */
function refusalOfPoints(frame: Frame, { points, least }: { readonly points: number | null; readonly least: number | null }): Refusal | undefined {
  if (!hasPoints(frame)) return undefined;
  if (points === null) return refuse('ratings.pointsMissing', 'conflict');
  return points < (least ?? 0) ? refuse('ratings.pointsTooFew', 'conflict', { points, least }) : undefined;
}

function refusalOfGates(frame: Frame, { reason, ...judged }: Judged): Refusal | undefined {
  const findings = findingsOf(frame, judged);
  const barred = findings.find(({ state, onFail }) => state === 'failed' && onFail === 'refuse');
  if (barred) return refuse('ratings.gateFailed', 'conflict', { fact: barred.fact });
  const open = findings.find(({ state, onFail }) => state === 'unknown' && onFail === 'refuse');
  if (open) return refuse('ratings.gateUnknown', 'conflict', { fact: open.fact });
  const doubtful = findings.find(({ state }) => state === 'failed');
  return doubtful && reason === null ? refuse('ratings.reasonMissing', 'conflict', { fact: doubtful.fact }) : undefined;
}
