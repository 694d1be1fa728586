/** Lists of people on a day: a page, a quick search, how many there are. Nothing here writes. */
import './person.tables.ts';
import { z } from 'zod';
import type { Verb } from '../../../access/verbs.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { readCursor, pageOf } from '../../../platform/db/paging.ts';
import type { personContract } from '../person.contract.ts';
import { ageOn, type BirthPrecision } from '../person.ts';
import { countRows, keyOfRow, presenceOf, readPeople, type PeopleFilters, type PersonRow } from './person.pages.ts';
import { planReading, planWhole } from './person.plan.ts';
import { searchFor } from './person.search.ts';

type Input<K extends keyof typeof personContract> = z.output<(typeof personContract)[K]['input']>;
type Answer<K extends keyof typeof personContract> = z.input<(typeof personContract)[K]['output']>;
type PersonItem = Answer<'list'>['items'][number];

export async function listPeople(ctx: Ctx, input: Input<'list'>): Promise<Answer<'list'>> {
  const on = input.asOf ?? ctx.today;
  const after = readCursor(input.cursor, z.tuple([z.int32(), z.string(), z.guid()]));
  const found = await readPeople(ctx, input, { verbs: ['person.read'], after, limit: input.limit + 1, contacts: false });
  return pageOf(found, { limit: input.limit, key: keyOfRow, item: (row) => itemOf(row, on) });
}

/** For Ctrl-K: a few names, with where each belongs today; a name typed whole finds those who bear it. */
export async function searchPeople(ctx: Ctx, { q, limit }: Input<'search'>): Promise<Answer<'search'>> {
  const found = await readPeople(ctx, { q }, { verbs: ['person.read'], after: undefined, limit, contacts: false, isQuick: true });
  return { items: found.map(foundOf) };
}

export function foundOf(row: PersonRow): Answer<'search'>['items'][number] {
  const post = row.posts[0];
  return { id: row.id, fullName: row.full_name, birth: birthOf(row), generated: row.generated, unit: post?.unit ?? row.cell, post: post?.kind ?? null };
}

/** Counted no further than this: the list says that there are more. A place small enough to be gathered is counted whole. */
const mostCounted = { walked: 1_000, gathered: 10_000 } as const;

export async function countPeople(ctx: Ctx, input: Input<'count'>): Promise<Answer<'count'>> {
  const asked = presenceOf(ctx, input, ['person.read']);
  const plan = await planReading(ctx, asked, input.mark);
  const most = plan.walked.length > 0 ? mostCounted.walked : mostCounted.gathered;
  const count = await countRows({ ctx, filters: input, asked, plan, search: searchFor(input.q) }, { most: most + 1 });
  return { atLeast: Math.min(count, most), exact: count <= most };
}

export async function countAllPeople(ctx: Ctx, filters: PeopleFilters, verbs: readonly Verb[]): Promise<number> {
  const asked = presenceOf(ctx, filters, verbs);
  return countRows({ ctx, filters, asked, plan: planWhole(ctx, asked), search: searchFor(filters.q) }, { most: undefined });
}

export function birthOf(row: { readonly birth_on: Day | null; readonly birth_precision: BirthPrecision | null }): { on: Day; precision: BirthPrecision } | null {
  return row.birth_on === null || row.birth_precision === null ? null : { on: row.birth_on, precision: row.birth_precision };
}

function itemOf(row: PersonRow, on: Day): PersonItem {
  const birth = birthOf(row);
  return { id: row.id, fullName: row.full_name, sex: row.sex, birth, age: birth && ageOn(birth, on), generated: row.generated, status: row.status, marks: row.marks, cell: row.cell, posts: row.posts };
}
