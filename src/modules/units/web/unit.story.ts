/**
 * What happened to a unit in the world, told from its versions, its parents and its lineage, newest first. Pure.
 * What was typed in, and what of it was a correction, is another story: the acts.
 */
import type { z } from 'zod';
import { addDays, type Day } from '../../../platform/day.ts';
import type { unitContract, UnitPage } from '../unit.contract.ts';

type Version = z.output<typeof unitContract.history.output>['versions'][number];
type Facts = Version['facts'];

export type StoryEvent =
  | { readonly kind: 'founded'; readonly name: string }
  | { readonly kind: 'renamed'; readonly before: string; readonly after: string }
  | { readonly kind: 'fact'; readonly fact: FactName; readonly before: FactValue; readonly after: FactValue }
  | { readonly kind: 'moved'; readonly parent: UnitPage['parents'][number]['parent'] }
  | { readonly kind: 'ended' }
  | { readonly kind: 'from' | 'continues'; readonly kin: UnitPage['successors'] };

export type FactName = 'shortName' | 'kind' | 'type' | 'rank' | 'code' | 'population' | 'households' | 'areaKm2' | 'ownOffice';
export type FactValue = string | number | boolean | null | undefined;

export interface StoryDay {
  readonly on: Day;
  readonly decisions: readonly string[];
  readonly events: readonly StoryEvent[];
}

type Told = Pick<UnitPage, 'parents' | 'predecessors' | 'successors' | 'life'>;

export function storyOf(versions: readonly Version[], unit: Told): readonly StoryDay[] {
  const told = [...ofVersions(versions), ...ofParents(unit), ...ofLineage(unit), ...ofEnd(unit.life.to)];
  const days = [...new Set(told.map(({ on }) => on))].toSorted().toReversed();
  return days.map((on) => {
    const sameDay = told.filter((one) => one.on === on);
    return { on, decisions: [...new Set(sameDay.flatMap(({ decision }) => decision ?? []))], events: sameDay.map(({ event }) => event) };
  });
}

interface Telling {
  readonly on: Day;
  readonly decision: string | null;
  readonly event: StoryEvent;
}

function ofVersions(versions: readonly Version[]): Telling[] {
  return versions.flatMap(({ from, decision, facts }, index) => {
    const before = versions[index - 1]?.facts;
    const events: StoryEvent[] = before ? differences(before, facts) : [{ kind: 'founded', name: facts.name }];
    return events.map((event) => ({ on: from, decision, event }));
  });
}

/** What differs from one version to the next. */
export function differences(before: Facts, after: Facts): StoryEvent[] {
  const events: StoryEvent[] = before.name === after.name ? [] : [{ kind: 'renamed', before: before.name, after: after.name }];
  const plain = ['shortName', 'kind', 'type', 'rank', 'code'] as const;
  const counted = ['population', 'households', 'areaKm2', 'ownOffice'] as const;
  for (const fact of plain) if (before[fact] !== after[fact]) events.push({ kind: 'fact', fact, before: before[fact], after: after[fact] });
  for (const fact of counted) {
    if (before.properties[fact] !== after.properties[fact]) events.push({ kind: 'fact', fact, before: before.properties[fact], after: after.properties[fact] });
  }
  return events;
}

function ofParents({ parents }: Told): Telling[] {
  return parents.map(({ from, decision, parent }) => ({ on: from, decision, event: { kind: 'moved', parent } }));
}

function ofLineage({ predecessors, successors }: Told): Telling[] {
  const from = byDay(predecessors).map(([on, kin]) => ({ on, decision: kin[0]?.decision ?? null, event: { kind: 'from' as const, kin } }));
  const onwards = byDay(successors).map(([on, kin]) => ({ on, decision: kin[0]?.decision ?? null, event: { kind: 'continues' as const, kin } }));
  return [...from, ...onwards];
}

function byDay(kin: UnitPage['successors']): [Day, UnitPage['successors']][] {
  return [...new Set(kin.map(({ on }) => on))].map((on) => [on, kin.filter((one) => one.on === on)]);
}

/** Told on the first day without the unit, where its successors stand too. */
function ofEnd(lastDay: Day | null): Telling[] {
  return lastDay === null ? [] : [{ on: addDays(lastDay, 1), decision: null, event: { kind: 'ended' } }];
}
