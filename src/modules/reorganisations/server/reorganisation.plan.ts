/**
 * Plans a change set whole: brings the items together, works out the structure in memory, lets every handover fill its
 * lists, and gathers what is wrong. Writes outcomes only; dry run and apply both begin here.
 */
import { sql } from 'kysely';
import { reach } from '../../../access/reach.ts';
import type { Verb } from '../../../access/verbs.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { Problem } from '../../../platform/problem.ts';
import type { UnitHistory, UnitId } from '../../units/unit.ts';
import { digest, type Digest, type NumberedItem } from '../reorganisation.digest.ts';
import type { Report, ReorganisationFinding } from '../reorganisation.findings.ts';
import { unitsNamed } from '../reorganisation.ts';
import { planStructure, type PlannedMove, type StructurePlan } from '../reorganisation.structure.ts';
import { peopleBeyond, unitsBeyond } from './finding.reach.ts';
import { handovers, type Reform } from './handover.ts';
import { clearOutcomes, insertOutcomes, readItems, type Outcome, type Reorganisation } from './reorganisation.store.ts';
import { loadStructure } from './structure.load.ts';

export interface Progress {
  readonly phase: 'reading' | 'planning' | 'checking' | 'writing' | 'settling' | 'done';
  readonly done: number;
  readonly total: number;
}

export interface Planned {
  readonly reform: Reform;
  readonly structure: StructurePlan;
  /** Histories as they stand. */
  readonly before: ReadonlyMap<UnitId, UnitHistory>;
  readonly findings: FindingList;
}

/** Beyond this many of one kind, findings are only counted. */
const keptPerKind = 1000;

export interface FindingList {
  readonly report: Report;
  readonly kept: ReorganisationFinding[];
  count(severity: ReorganisationFinding['severity']): number;
}

export function findingList(): FindingList {
  const kept: ReorganisationFinding[] = [];
  const perKind = new Map<string, number>();
  const totals = { error: 0, warning: 0 };
  return {
    kept,
    report(finding) {
      totals[finding.severity] += 1;
      const count = (perKind.get(finding.code) ?? 0) + 1;
      perKind.set(finding.code, count);
      if (count <= keptPerKind) kept.push(finding);
    },
    count: (severity) => totals[severity],
  };
}

export async function planReorganisation(ctx: Ctx, { reorganisation, verb, onProgress }: { reorganisation: Reorganisation; verb: Verb; onProgress?: ((progress: Progress) => void) | undefined }): Promise<Planned> {
  const { id, effectiveOn: on } = reorganisation;
  const findings = findingList();
  const { report } = findings;
  onProgress?.({ phase: 'reading', done: 0, total: 0 });
  const items = await readItems(ctx, id);
  if (items.length === 0) throw new Problem({ code: 'reorganisations.empty', kind: 'conflict' });
  const set = digest(items, report);
  const decision = decisionText(reorganisation);
  const loaded = await loadStructure(ctx, { set, on }, report);
  onProgress?.({ phase: 'planning', done: 0, total: items.length });
  const structure = planStructure({ set, on, decision, ...loaded }, report);
  const reform: Reform = { id, on, decision, set, after: structure.after };
  await requirePeopleWithinReach(ctx, items);
  await clearOutcomes(ctx, id);
  const beyond = await unitsBeyond(ctx, verb, unitsTouched(loaded.histories, structure));
  // Not even the numbers of what a unit beyond reach holds are told.
  if (beyond.size > 0) return { reform, structure: { ...structure, moves: [], movesWithin: [] }, before: loaded.histories, findings: beyondReach(findings, { items, structure, beyond }) };
  if (verb === 'reorganisation.apply') await lockHanding(ctx, set);
  await insertOutcomes(ctx, { id, list: 'unit' }, unitOutcomes(set));
  await insertOutcomes(ctx, { id, list: 'relation' }, structure.relations.map(relationOutcome));
  await insertOutcomes(ctx, { id, list: 'place' }, structure.movesWithin.map(moveOutcome));
  for (const handover of handovers) await handover.plan(ctx, reform, report);
  await requireHeldWithinReach(ctx, id, verb);
  return { reform, structure, before: loaded.histories, findings };
}

export function decisionText({ decision: { number, issuer } }: Pick<Reorganisation, 'decision'>): string {
  return issuer === null ? number : `${number}, ${issuer}`;
}

/** Every unit that stands and is touched: those named, those that follow, those that they come under or are related to. */
function unitsTouched(histories: ReadonlyMap<UnitId, UnitHistory>, { moves, relations }: StructurePlan): UnitId[] {
  return [...histories.keys(), ...moves.map(({ unitId }) => unitId), ...relations.flatMap(({ spell }) => [spell.unitId, spell.otherId])];
}

/**
 * Instead of all that was found: which of the units named lie beyond reach, by their ids, as whoever drafted named them; of
 * those that only follow or are related nothing is told but under which unit they are.
 */
function beyondReach(found: FindingList, { items, structure, beyond }: { items: readonly NumberedItem[]; structure: StructurePlan; beyond: ReadonlySet<UnitId> }): FindingList {
  const findings = findingList();
  const isTold = (id: UnitId | undefined) => id === undefined || !beyond.has(id);
  for (const finding of found.kept) if (isTold(finding.unitId) && isTold(finding.otherId)) findings.report(finding);
  const named = new Map(items.flatMap(({ seq, item }) => unitsNamed(item).map((id) => [id, seq] as const)));
  for (const [unitId, item] of named) if (beyond.has(unitId)) findings.report({ severity: 'error', code: 'unit.beyondReach', item, unitId });
  for (const unitId of holdingBeyond(structure, { named, beyond })) findings.report({ severity: 'error', code: 'unit.holdsBeyondReach', item: named.get(unitId) ?? null, unitId });
  return findings;
}

/** Units within reach that hold, or are related to, such as are not and that nobody named. */
function holdingBeyond({ moves, relations }: StructurePlan, { named, beyond }: { named: ReadonlyMap<UnitId, number>; beyond: ReadonlySet<UnitId> }): Set<UnitId> {
  const isHidden = (id: UnitId) => beyond.has(id) && !named.has(id);
  const holding = [
    ...moves.flatMap(({ unitId, fromId }) => (isHidden(unitId) && fromId !== null ? [fromId] : [])),
    ...relations.flatMap(({ spell: { unitId, otherId } }) => [...(isHidden(otherId) ? [unitId] : []), ...(isHidden(unitId) ? [otherId] : [])]),
  ];
  return new Set(holding.filter((id) => !beyond.has(id)));
}

/**
 * From the plan until it is written nobody is put into a unit that is about to end, or into one that takes over; what
 * anybody does meanwhile to the rows listed is found when they are written.
 */
async function lockHanding(ctx: Ctx, { endings, founded, places, seats }: Digest): Promise<void> {
  const units = new Set([
    ...[...endings.values()].flatMap(({ unitId, successorIds, heirId }) => [unitId, ...successorIds, ...(heirId === null ? [] : [heirId])]),
    ...[...places.values()].map(({ cellId }) => cellId), ...seats.map(({ unitId }) => unitId),
  ]);
  await sql`select from units where id = any(${[...units].filter((id) => !founded.has(id))}::uuid[]) order by id for update`.execute(ctx.db);
}

/** Somebody named row by row must be known to whoever names him; else he is as good as nobody. */
async function requirePeopleWithinReach(ctx: Ctx, items: readonly NumberedItem[]): Promise<void> {
  const people = items.flatMap(({ item }) => (item.kind === 'place' || item.kind === 'seat' ? [item.personId] : []));
  if ((await peopleBeyond(ctx, people)).size > 0) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
}

/** Whom and what the change set takes out of a unit, it may take only from units within reach. */
async function requireHeldWithinReach(ctx: Ctx, id: Reorganisation['id'], verb: Verb): Promise<void> {
  const beyond = await rows(ctx.db, sql`select from reorganisation_outcomes o
    where o.reorganisation_id = ${id} and o.list in ('member', 'tenure') and not ${reach(ctx, verb).over('o.unit_id')} limit 1`);
  if (beyond.length > 0) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
}

const endedAs = { merge: 'merged', split: 'split', dissolve: 'dissolved' } as const;

function unitOutcomes(set: Digest): Outcome[] {
  return [
    ...[...set.founded.values()].map(({ seq, unitId, facts }) => ({ outcome: 'founded', item: seq, unitId, aspect: facts.kind, note: facts.name })),
    ...[...set.endings.values()].flatMap(({ seq, unitId, how, successorIds, heirId }) => (successorIds.length > 0 ? successorIds : [heirId]).map((toId) => ({ outcome: endedAs[how], item: seq, unitId, toId }))),
    ...set.partings.flatMap(({ seq, unitId, successorIds }) => successorIds.map((toId) => ({ outcome: 'parted', item: seq, unitId, toId }))),
    ...set.changes.map(({ seq, unitId, facts }) => ({ outcome: 'changed', item: seq, unitId, note: facts.name ?? null })),
  ];
}

function relationOutcome({ spell, outcome, to, item }: StructurePlan['relations'][number]): Outcome {
  return { outcome, item, unitId: spell.unitId, aspect: spell.kind, fromId: spell.otherId, toId: to?.otherId ?? null };
}

export function moveOutcome({ unitId, hierarchy, fromId, toId, outcome, item }: PlannedMove): Outcome {
  return { outcome, item, unitId, aspect: hierarchy, fromId, toId };
}
