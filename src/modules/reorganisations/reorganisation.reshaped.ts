/**
 * Of which units the structure has to be derived anew: those whose own life, kind or parents changed, and the lower side
 * of each relation that did. Whoever only takes over stands where it stood; deriving all below a province because a board
 * now belongs to it would be work for nothing.
 */
import type { RelationSpell, UnitHistory, UnitId } from '../units/unit.ts';

export interface Rewritten {
  readonly before: UnitHistory | null;
  readonly after: UnitHistory;
}

export function reshapedBy(rewritten: readonly Rewritten[]): UnitId[] {
  const reshaped = new Set<UnitId>();
  for (const { before, after } of rewritten) {
    if (before === null || JSON.stringify([before.versions, before.parents]) !== JSON.stringify([after.versions, after.parents])) reshaped.add(after.id);
    for (const spell of differing(before?.relations ?? [], after.relations)) reshaped.add(lowerSide(spell));
  }
  return [...reshaped];
}

function differing(before: readonly RelationSpell[], after: readonly RelationSpell[]): RelationSpell[] {
  const [was, is] = [before, after].map((spells) => new Map(spells.map((spell) => [`${spell.unitId}|${spell.kind}|${spell.otherId}|${spell.from}|${spell.to}`, spell])));
  return [...[...was!].filter(([key]) => !is!.has(key)), ...[...is!].filter(([key]) => !was!.has(key))].map(([, spell]) => spell);
}

/** What is led stands under its leader; what belongs to a unit, or governs it, stands under that. */
function lowerSide({ kind, unitId, otherId }: RelationSpell): UnitId {
  return kind === 'leads' ? otherId : unitId;
}
