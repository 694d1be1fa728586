/**
 * What holds at one unit day after day, of values set for it, for units above it and for the country: the nearest holds. For
 * whoever judges many days without asking again: a phone without signal. Pure.
 */
import { canonicalJson } from '../../platform/canonical.ts';
import { addDays, holdsOn, type Day, type Period } from '../../platform/day.ts';

export interface Spell<Value> {
  readonly period: Period;
  readonly value: Value;
}

/** Something set for a scope, as long as the unit lay in that scope. */
export interface Candidate<Value> extends Spell<Value> {
  /** Steps up from the unit; null for the country, which lies above all. */
  readonly depth: number | null;
}

/** In the order of days, none touching one that says the same; no spell where nothing is set. */
export function spellsOf<Value>(candidates: readonly Candidate<Value>[]): Spell<Value>[] {
  const turns = [...new Set(candidates.flatMap(({ period: { from, to } }) => (to === null ? [from] : [from, addDays(to, 1)])))].toSorted();
  const found: Spell<Value>[] = [];
  for (const [at, from] of turns.entries()) {
    const nearest = nearestOn(candidates, from);
    const next = turns[at + 1];
    if (!nearest) continue;
    const spell = { period: { from, to: next === undefined ? null : addDays(next, -1) }, value: nearest.value };
    const last = found.at(-1);
    if (last && goesOn(last, spell)) found[found.length - 1] = { ...spell, period: { from: last.period.from, to: spell.period.to } };
    else found.push(spell);
  }
  return found;
}

function goesOn<Value>(one: Spell<Value>, next: Spell<Value>): boolean {
  return one.period.to === addDays(next.period.from, -1) && canonicalJson(one.value) === canonicalJson(next.value);
}

export function valueOn<Value>(spells: readonly Spell<Value>[], on: Day): Value | undefined {
  return spells.find(({ period }) => holdsOn(period, on))?.value;
}

function nearestOn<Value>(candidates: readonly Candidate<Value>[], on: Day): Candidate<Value> | undefined {
  const holding = candidates.filter(({ period }) => holdsOn(period, on));
  return holding.toSorted((a, b) => (a.depth ?? Infinity) - (b.depth ?? Infinity))[0];
}
