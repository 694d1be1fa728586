// Communes that become one: the old ones end, and whatever lay under them (villages, cells, boards of the
// Front) goes on under the new one with its people and officers. Used for 2024-09-01, 2025-01-01 and 2025-07-01.

import { dayBefore } from './days.ts';
import type { Commune } from './commune.ts';
import { handOverMembers } from './membership.ts';
import { changeUnit, currentVersion, dissolveUnit, inherit, originOf, runningUnits } from './units.ts';
import type { UnitVersion, World } from './world.ts';

export type Merger = { from: readonly Commune[]; into: Commune; on: string; decision: string };

export function mergeCommunes(world: World, merger: Merger): void {
  for (const old of merger.from) {
    moveUnder(world, { old, merger });
    if (old.agency !== '' && merger.into.agency !== '') mergeAgencyCells(world, { old, merger });
    for (const part of ['ref', 'party', 'government', 'council', 'front'] as const) {
      if (old[part] === '') continue;
      if (merger.into[part] !== '') succeed(world, { predecessor: old[part], successor: merger.into[part], merger });
      dissolveUnit(world, old[part], dayBefore(merger.on));
    }
  }
  tellApart(world, merger);
}

function moveUnder(world: World, facts: { old: Commune; merger: Merger }): void {
  const { old, merger } = facts;
  const { into, on, decision } = merger;
  for (const ref of runningUnits(world, (unit) => unit.partyParent === old.party)) {
    if (ref !== old.agency) changeUnit(world, { ref, on, facts: { partyParent: into.party } });
  }
  for (const ref of runningUnits(world, (unit) => unit.territoryParent === old.ref)) {
    changeUnit(world, { ref, on, facts: { territoryParent: into.ref, decision } });
  }
  if (old.front === '') return;
  for (const ref of runningUnits(world, (unit) => unit.frontParent === old.front)) {
    changeUnit(world, { ref, on, facts: { frontParent: into.front } });
  }
}

function mergeAgencyCells(world: World, facts: { old: Commune; merger: Merger }): void {
  const { old, merger } = facts;
  handOverMembers(world, { from: old.agency, to: merger.into.agency, on: merger.on });
  succeed(world, { predecessor: old.agency, successor: merger.into.agency, merger });
  dissolveUnit(world, old.agency, dayBefore(merger.on));
}

function succeed(world: World, facts: { predecessor: string; successor: string; merger: Merger }): void {
  const { predecessor, successor, merger } = facts;
  inherit(world, { predecessor, successor, on: merger.on, decision: merger.decision });
}

/** Villages, boards and cells whose name occurs more than once under the new commune carry the name of their old one. */
function tellApart(world: World, { into, on }: Merger): void {
  const below = runningUnits(world, (unit) => [unit.partyParent, unit.territoryParent, unit.frontParent].some((parent) => [into.party, into.ref, into.front].includes(parent) && parent !== ''));
  for (const alike of Map.groupBy(below, (ref) => currentVersion(world, ref).name).values()) {
    if (alike.length > 1) for (const ref of alike) changeUnit(world, { ref, on, facts: namedAfterOrigin(world, ref) });
  }
}

function namedAfterOrigin(world: World, ref: string): Partial<UnitVersion> {
  const { name, shortName, decision } = currentVersion(world, ref);
  const told = `${name} (${originOf(world, ref).shortName})`;
  return { name: told, shortName: shortName === name ? told : shortName, decision, note: 'tên được tạo, thêm tên xã cũ để phân biệt' };
}
