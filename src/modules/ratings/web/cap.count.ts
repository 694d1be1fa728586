/** What the caps of a season leave with the levels that are chosen in a sheet, beside what is decided already. Pure. */
import { noCounts, useOf, type CapBase, type CapUse, type LevelCounts } from '../rating.cap.ts';
import type { Level } from '../rating.kinds.ts';
import type { Season } from './rating.words.ts';

type Group = Season['groups'][number];

export interface ChosenUse extends CapUse {
  readonly code: string;
  readonly name: string;
  readonly of: CapBase;
}

/** Of the groups in which something is chosen and that have a cap. */
export function chosenUses({ groups, frames }: Pick<Season, 'groups' | 'frames'>, chosen: readonly { readonly group: string | null; readonly level: Level | '' }[]): ChosenUse[] {
  return groups.flatMap((group) => {
    const cap = capOfGroup({ frames }, group);
    const levels = chosen.filter((line) => line.group === group.code).flatMap(({ level }) => (level === '' ? [] : [level]));
    if (!cap || levels.length === 0) return [];
    return [{ code: group.code, name: group.name, of: cap.base, ...useOf(cap, { counts: countsWith(group, levels), override: group.override }) }];
  });
}

export function capOfGroup({ frames }: Pick<Season, 'frames'>, { kind }: Pick<Group, 'kind'>) {
  return frames.find((one) => one.kind === kind)?.frame.cap ?? null;
}

function countsWith({ levels: known }: Group, chosen: readonly Level[]): LevelCounts {
  const counts = { ...noCounts, ...Object.fromEntries(known.map(({ level, decided }) => [level, decided])) };
  for (const level of chosen) counts[level] += 1;
  return counts;
}
