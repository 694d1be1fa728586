/** Acts on units: one function each; take → rule → save → record. */
import { mayDo, take } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { addDays, type Day } from '../../../platform/day.ts';
import { record } from '../../../platform/events.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { orThrow, Problem } from '../../../platform/problem.ts';
import type { z } from 'zod';
import type { unitContract } from '../unit.contract.ts';
import { applyAct, foundUnit, lifeOf, sameHistory, type UnitAct, type UnitFacts, type UnitHistory, type UnitId } from '../unit.ts';
import { requireEmptyAfter } from './unit.contents.ts';
import { lockUnit } from './unit.life.ts';
import { homeOfUnit } from './unit.reads.ts';
import { deleteUnit, findAct, findHistory, insertAct, insertUnit, lockStructure, saveHistory } from './unit.store.ts';

type Input<K extends keyof typeof unitContract> = z.output<(typeof unitContract)[K]['input']>;

interface Acted {
  readonly unitId: UnitId;
  readonly actId: Id<'unitAct'>;
}

const noFacts = { shortName: null, type: null, rank: null, code: null, properties: {} };

export async function found(ctx: Ctx, input: Input<'found'>): Promise<Acted> {
  for (const { parentId } of input.parents) await take(ctx, 'unit.manage', parentId);
  await lockStructure(ctx);
  const id = newId<'unit'>(await homeOfUnit(ctx, input.parents[0]!.parentId));
  const facts: UnitFacts = { ...noFacts, ...input.facts } as UnitFacts;
  const history = orThrow(foundUnit({ id, facts, from: input.from, parents: input.parents, decision: input.decision }));
  await insertUnit(ctx, { id });
  return keep(ctx, { kind: 'found', nature: 'change', on: input.from, decision: input.decision, reason: null, before: null, after: history });
}

export async function change(ctx: Ctx, input: Input<'change'>): Promise<Acted> {
  const { id, on, decision } = input;
  return changeUnit(ctx, { id, act: { kind: 'change', on, decision, facts: given(input.facts) } });
}

export async function move(ctx: Ctx, input: Input<'move'>): Promise<Acted> {
  const { id, on, decision, hierarchy, parentId } = input;
  if (parentId !== null) await take(ctx, 'unit.manage', parentId);
  const acted = await changeUnit(ctx, { id, act: { kind: 'move', on, decision, hierarchy, parentId } });
  // A topmost unit may stand alone, but not where whoever put it there can no longer reach it to take it back.
  if (!(await mayDo(ctx, 'unit.manage', id))) throw new Problem({ code: 'unit.outOfReach', kind: 'conflict' });
  return acted;
}

export async function dissolve(ctx: Ctx, { id, on, decision }: Input<'dissolve'>): Promise<Acted> {
  await take(ctx, 'unit.manage', id);
  await lockHistory(ctx, id);
  await requireEmptyAfter(ctx, id, on);
  return changeUnit(ctx, { id, act: { kind: 'dissolve', on, decision } });
}

export async function relate(ctx: Ctx, input: Input<'relate'>): Promise<Acted> {
  const { id, on, decision, relation, otherId } = input;
  await take(ctx, 'unit.manage', otherId);
  return changeUnit(ctx, { id, act: { kind: 'relate', on, decision, relation, otherId } });
}

export async function unrelate(ctx: Ctx, input: Input<'unrelate'>): Promise<Acted> {
  const { id, on, decision, relation, otherId } = input;
  return changeUnit(ctx, { id, act: { kind: 'unrelate', on, decision, relation, otherId } });
}

/** A mistaken entry put right: kept apart from changes in the world, with its reason. */
export async function correct(ctx: Ctx, input: Input<'correct'>): Promise<Acted> {
  await take(ctx, 'unit.correct', input.id);
  if (input.parent) await take(ctx, 'unit.correct', input.parent.parentId);
  const before = await lockHistory(ctx, input.id);
  const after = corrections(input).reduce((history, act) => orThrow(applyAct(history, act)), before);
  return keep(ctx, { kind: 'correct', nature: 'correction', on: input.on, decision: null, reason: input.reason, before, after });
}

/** Puts back what stood before the act, as long as nothing came after it. */
export async function undo(ctx: Ctx, { actId }: Input<'undo'>): Promise<{ unitId: UnitId }> {
  const act = await findAct(ctx, actId);
  if (!act) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  await take(ctx, 'unit.manage', act.unitId);
  const current = await lockHistory(ctx, act.unitId);
  if (!act.after || !sameHistory(current, act.after)) throw new Problem({ code: 'unit.actNotLast', kind: 'conflict' });
  if (act.before) await saveHistory(ctx, act.before);
  else await unfound(ctx, act.unitId, lifeOf(current).from);
  await insertAct(ctx, { ...act, kind: 'undo', nature: 'correction', reason: null, before: act.after, after: act.before });
  record(ctx, { type: 'unit.actUndone', subjectId: act.unitId, unitId: act.unitId, data: { act: actId, kind: act.kind } });
  return { unitId: act.unitId };
}

async function unfound(ctx: Ctx, id: UnitId, from: Day): Promise<void> {
  await requireEmptyAfter(ctx, id, addDays(from, -1));
  await deleteUnit(ctx, id);
}

async function changeUnit(ctx: Ctx, { id, act }: { id: UnitId; act: UnitAct & { decision: string | null } }): Promise<Acted> {
  await take(ctx, 'unit.manage', id);
  const before = await lockHistory(ctx, id);
  const after = orThrow(applyAct(before, act));
  return keep(ctx, { kind: act.kind, nature: 'change', on: act.on, decision: act.decision, reason: null, before, after });
}

interface Kept {
  readonly kind: string;
  readonly nature: 'change' | 'correction';
  readonly on: Day;
  readonly decision: string | null;
  readonly reason: string | null;
  readonly before: UnitHistory | null;
  readonly after: UnitHistory;
}

async function keep(ctx: Ctx, kept: Kept): Promise<Acted> {
  const unitId = kept.after.id;
  await saveHistory(ctx, kept.after);
  // What the database gives back is what undo will compare with.
  const after = await findHistory(ctx, unitId);
  const actId = await insertAct(ctx, { ...kept, unitId, after: after ?? null });
  record(ctx, { type: eventOf[kept.kind] ?? 'unit.changed', subjectId: unitId, unitId, data: { act: actId, on: kept.on } });
  return { unitId, actId };
}

const eventOf: Readonly<Record<string, string>> = {
  found: 'unit.founded',
  change: 'unit.changed',
  move: 'unit.moved',
  dissolve: 'unit.dissolved',
  relate: 'unit.related',
  unrelate: 'unit.relationEnded',
  correct: 'unit.corrected',
};

async function lockHistory(ctx: Ctx, id: UnitId): Promise<UnitHistory> {
  await lockStructure(ctx);
  await lockUnit(ctx, id);
  const history = await findHistory(ctx, id);
  if (!history) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  return history;
}

function corrections(input: Input<'correct'>): UnitAct[] {
  const acts: UnitAct[] = [];
  if (input.foundedOn) acts.push({ kind: 'correctFounding', on: input.foundedOn });
  if (input.parent) acts.push({ kind: 'correctParent', on: input.on, ...input.parent });
  if (input.facts) acts.push({ kind: 'correct', on: input.on, facts: given(input.facts) });
  if (acts.length === 0) throw new Problem({ code: 'unit.nothingCorrected', kind: 'invalid' });
  return acts;
}

/** Leaves out the keys that were not sent: `undefined` would overwrite. */
function given(facts: Input<'change'>['facts']): Partial<UnitFacts> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
