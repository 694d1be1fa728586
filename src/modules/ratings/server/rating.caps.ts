/** How many of each level the groups of a season have, and whether their caps hold. Nothing here writes. */
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { Problem } from '../../../platform/problem.ts';
import { isOver, noCounts, useOf, type Cap, type CapUse, type LevelCounts } from '../rating.cap.ts';
import { levels, type Level, type SubjectKind } from '../rating.kinds.ts';
import type { Season } from '../rating.season.ts';

export interface GroupCounts {
  readonly group: string;
  readonly kind: SubjectKind;
  readonly subjects: number;
  readonly excluded: number;
  readonly undecided: number;
  readonly decided: LevelCounts;
  /** As decided, and of those undecided as proposed. */
  readonly proposed: LevelCounts;
}

interface CountRow {
  readonly group_code: string | null;
  readonly kind: SubjectKind;
  readonly level: Level | null;
  readonly proposed: Level | null;
  readonly excluded: boolean;
  readonly count: number;
}

/** Asks no access: whoever decides must be told of the whole group. */
export async function countGroups(ctx: Pick<Ctx, 'db'>, { id }: Pick<Season, 'id'>): Promise<ReadonlyMap<string, GroupCounts>> {
  const found = await rows(ctx.db, sql<CountRow>`select r.group_code, r.kind, r.level, coalesce(r.level, r.appraisal ->> 'level') as proposed, r.exclusion is not null as excluded, count(*)::int as count
    from ratings r where r.season_id = ${id} group by 1, 2, 3, 4, 5`);
  const byGroup = Map.groupBy(found, (row) => row.group_code ?? '');
  return new Map([...byGroup].map(([group, of]) => [group, countsOf(group, of)]));
}

export function capOf({ frames, groups }: Season, { group, kind, decided }: GroupCounts): CapUse | null {
  return useIn({ cap: frames[kind]?.cap ?? null, groups, group, counts: decided });
}

/** Should everything be decided as it is proposed. */
export function proposedCapOf({ frames, groups }: Season, { group, kind, proposed }: GroupCounts): CapUse | null {
  return useIn({ cap: frames[kind]?.cap ?? null, groups, group, counts: proposed });
}

/** @throws ratings.overCap: asked after it is written, with the season locked, so that nobody else decides meanwhile. */
export async function requireCaps(ctx: Ctx, season: Season): Promise<void> {
  for (const counts of (await countGroups(ctx, season)).values()) {
    const use = capOf(season, counts);
    if (use && isOver(use)) throw new Problem({ code: 'ratings.overCap', kind: 'conflict', data: { group: nameOf(season, counts.group), used: use.used, most: use.most, rate: `${Math.round(use.rate * 1000) / 10}%`, base: use.base } });
  }
}

function useIn({ cap, groups, group, counts }: { readonly cap: Cap | null; readonly groups: Season['groups']; readonly group: string; readonly counts: LevelCounts }): CapUse | null {
  return cap && useOf(cap, { counts, override: groups.find(({ code }) => code === group)?.override ?? null });
}

function countsOf(group: string, of: readonly CountRow[]): GroupCounts {
  const sum = (where: (row: CountRow) => boolean) => of.filter(where).reduce((total, { count }) => total + count, 0);
  const byLevel = (key: 'level' | 'proposed') => Object.fromEntries(levels.map((level) => [level, sum((row) => !row.excluded && row[key] === level)]));
  return {
    group, kind: kindOf(of), subjects: sum(() => true), excluded: sum(({ excluded }) => excluded), undecided: sum(({ excluded, level }) => !excluded && level === null),
    decided: { ...noCounts, ...byLevel('level') }, proposed: { ...noCounts, ...byLevel('proposed') },
  };
}

/** Of most in the group, as the figure on the use of caps takes it. */
function kindOf(of: readonly CountRow[]): SubjectKind {
  const kinds = [...Map.groupBy(of, ({ kind }) => kind)].map(([kind, some]) => ({ kind, count: some.reduce((sum, { count }) => sum + count, 0) }));
  return kinds.toSorted((one, other) => other.count - one.count || (one.kind < other.kind ? -1 : 1))[0]!.kind;
}

function nameOf({ groups }: Season, group: string): string {
  return groups.find(({ code }) => code === group)?.name ?? group;
}
