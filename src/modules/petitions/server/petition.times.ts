/** How long places wait in the middle, by group of topics: medians of what the figure `petitions.times` counts. Nothing here writes. */
import './petition.tables.ts';
import { sql } from 'kysely';
import type { z } from 'zod';
import { mayDo } from '../../../access/reach.ts';
import { readMedians } from '../../../figures/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Text } from '../../../platform/contract.ts';
import { rows } from '../../../platform/db/database.ts';
import { Problem } from '../../../platform/problem.ts';
import type { petitionContract } from '../petition.contract.ts';

type Input = z.output<(typeof petitionContract)['times']['input']>;
type Answer = z.input<(typeof petitionContract)['times']['output']>;

const mostGroups = 100;

export async function readTimes(ctx: Ctx, { unitId, on = ctx.today }: Input): Promise<Answer> {
  if (!(await mayDo(ctx, 'figure.read', unitId))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  const { medians, notes } = await readMedians(ctx, { figure: 'petitions.times', unit: unitId, on });
  const names = await namesOf(ctx, medians.flatMap(({ by }) => (by === null ? [] : [by])));
  const items = [...Map.groupBy(medians, ({ by }) => by)].map(([group, those]) => {
    const of = (what: string) => those.find((one) => one.what === what);
    return { group, name: (group !== null && names.get(group)) || null, answered: of('first')?.count ?? 0, first: of('first')?.median ?? null, final: of('final')?.median ?? null };
  });
  return { notes: [...notes], items: items.toSorted((a, b) => Number(a.group !== null) - Number(b.group !== null) || b.answered - a.answered || ((a.group ?? '') < (b.group ?? '') ? -1 : 1)).slice(0, mostGroups) };
}

/** As they were called last: an office may have groups of its own. */
async function namesOf(ctx: Ctx, codes: readonly string[]): Promise<ReadonlyMap<string, Text>> {
  const found = await rows(ctx.db, sql<Text & { code: string }>`select distinct on (code) code, vi, en from petition_topics where code = any(${[...new Set(codes)]}::text[]) order by code, lower(valid) desc`);
  return new Map(found.map(({ code, vi, en }) => [code, { vi, en }]));
}
