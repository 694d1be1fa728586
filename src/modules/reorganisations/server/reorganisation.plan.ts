/**
 * Plans a change set whole: brings the items together, works out the structure in memory, lets every handover fill its
 * lists, and gathers what is wrong. Writes outcomes only; dry run and apply both begin here.
 */
import { sql } from 'kysely';
import { reach } from '../../../access/reach.ts';
import { wherePersonWithin } from '../../../access/server/index.ts';
import type { Verb } from '../../../access/verbs.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { Problem } from '../../../platform/problem.ts';
import type { UnitHistory, UnitId } from '../../units/unit.ts';
import { digest, type Digest, type NumberedItem } from '../reorganisation.digest.ts';
import type { Report, ReorganisationFinding } from '../reorganisation.findings.ts';
import { planStructure, type PlannedMove, type StructurePlan } from '../reorganisation.structure.ts';
import { handovers, type Reform } from './handover.ts';
import { batches, clearOutcomes, insertOutcomes, readItems, type Outcome, type Reorganisation } from './reorganisation.store.ts';
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
  const isBeyond = await reportBeyondReach(ctx, { units: touchedUnits(items, loaded.histories, structure), verb, report });
  await clearOutcomes(ctx, id);
  // Not even the numbers of what a unit beyond reach holds are told.
  if (isBeyond) return { reform, structure, before: loaded.histories, findings };
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

/** Every unit that stands and is touched: those named, those that follow, and those that they come under. */
function touchedUnits(items: readonly NumberedItem[], histories: ReadonlyMap<UnitId, UnitHistory>, { moves }: StructurePlan): Map<UnitId, number | null> {
  const touched = new Map<UnitId, number | null>([...histories.keys()].map((id) => [id, null]));
  for (const { unitId, item } of moves) touched.set(unitId, item);
  for (const { seq, item } of items) {
    if (item.kind !== 'place' && item.kind !== 'merge' && touched.has(item.unitId)) touched.set(item.unitId, seq);
    if (item.kind === 'merge') for (const id of item.unitIds) touched.set(id, seq);
  }
  return touched;
}

async function reportBeyondReach(ctx: Ctx, { units, verb, report }: { units: ReadonlyMap<UnitId, number | null>; verb: Verb; report: Report }): Promise<boolean> {
  const within = reach(ctx, verb);
  if (ctx.actor?.grants.some((grant) => grant.reach === 'everything')) return false;
  let isBeyond = false;
  for (const batch of batches([...units.keys()])) {
    const beyond = await rows(ctx.db, sql<{ id: UnitId }>`select n.id from unnest(${batch}::uuid[]) n (id) join units u on u.id = n.id where not ${within.over('n.id')} order by n.id`);
    isBeyond ||= beyond.length > 0;
    for (const { id } of beyond) report({ severity: 'error', code: 'unit.beyondReach', item: units.get(id) ?? null, unitId: id });
  }
  return isBeyond;
}

/** Somebody named row by row must be known to whoever names him; else he is as good as nobody. */
async function requirePeopleWithinReach(ctx: Ctx, items: readonly NumberedItem[]): Promise<void> {
  if (ctx.actor?.grants.some((grant) => grant.reach === 'everything')) return;
  const people = items.flatMap(({ item }) => (item.kind === 'place' || item.kind === 'seat' ? [item.personId] : []));
  for (const batch of batches([...new Set(people)])) {
    const beyond = await rows(ctx.db, sql`select from (select i.id, home_of(i.id) as home_id from unnest(${batch}::uuid[]) i (id)) n
      where not ${wherePersonWithin(ctx, 'person.read', { home: 'n.home_id', id: 'n.id' }, { when: 'ever' })} limit 1`);
    if (beyond.length > 0) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  }
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
