/**
 * No list is unbounded: a procedure that answers rows with a way to go on takes a limit with a maximum and a cursor, and
 * a read of its own that answers many rows says how many. What is bounded by what it hangs on is named here.
 */
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { query, type Procedure } from '../../src/platform/contract.ts';
import { pageSize } from '../../src/platform/http/query.schema.ts';
import { allRoutes } from '../../src/routes.ts';

const root = join(import.meta.dirname, '../..');
const mostRows = 500;

interface Shape {
  readonly properties?: Record<string, Shape>;
  readonly type?: string;
  readonly maximum?: number;
}

/** A read that goes on from page to page: it answers `next`. */
function isList({ method, output }: Procedure): boolean {
  return method === 'GET' && 'next' in (shapeOf(output, 'output').properties ?? {});
}

/** What is wrong with a list, in words; nothing where it is bounded. */
function faultsOf({ input }: Procedure, isPaged = true): string[] {
  const { limit, cursor } = shapeOf(input, 'input').properties ?? {};
  return [
    ...(limit?.maximum !== undefined && limit.maximum <= mostRows ? [] : [`limit has no maximum up to ${mostRows}`]),
    ...(cursor || !isPaged ? [] : ['no cursor']),
  ];
}

function shapeOf(schema: z.ZodType, io: 'input' | 'output'): Shape {
  return z.toJSONSchema(schema, { unrepresentable: 'any', io }) as Shape;
}

/** Finds names by a few letters and never goes on: a search, not a list. */
const neverGoesOn = ['units.find'];

describe('every list procedure', () => {
  const lists = allRoutes.map((route) => route.procedure).filter(isList);

  test('is found at all', () => {
    expect(lists.map(({ name }) => name)).toEqual(expect.arrayContaining(['people.list', 'units.list', 'units.children', 'posts.list', 'posts.heads', 'events.list', 'home.lately']));
  });

  test.each(lists.map((procedure) => [procedure.name, procedure] as const))('%s takes a limit with a maximum, and a cursor', (name, procedure) => {
    expect(faultsOf(procedure, !neverGoesOn.includes(name))).toEqual([]);
  });
});

test('a list without limit or cursor is found out', () => {
  const output = z.object({ items: z.array(z.string()), next: z.string().nullable() });
  const planted = (input: z.ZodType) => query({ name: 'planted.list', path: '/planted', verb: 'unit.read', summary: { vi: '', en: '' }, input, output });
  expect(isList(planted(z.strictObject({})))).toBe(true);
  expect(faultsOf(planted(z.strictObject({})))).toEqual(['limit has no maximum up to 500', 'no cursor']);
  expect(faultsOf(planted(z.strictObject({ limit: z.coerce.number().int().min(1), cursor: z.string().optional() })))).toEqual(['limit has no maximum up to 500']);
  expect(faultsOf(planted(z.strictObject({ limit: z.coerce.number().int().max(100_000), cursor: z.string().optional() })))).toEqual(['limit has no maximum up to 500']);
  expect(faultsOf(planted(z.strictObject({ limit: pageSize, cursor: z.string().optional() })))).toEqual([]);
});

/** A function of the reads whose name says that it answers a page, with its text. */
interface ReadFunction {
  readonly file: string;
  readonly name: string;
  readonly text: string;
}

const pagingNames = /^(list|search|find[A-Z]\w*Names$|read[A-Z]\w*s$)/;

function readFunctionsIn(file: string, source: string): ReadFunction[] {
  const starts = [...source.matchAll(/^export async function (\w+)/gm)];
  return starts.map((start, at) => ({ file, name: start[1]!, text: source.slice(start.index, starts[at + 1]?.index) })).filter(({ name }) => pagingNames.test(name));
}

/** It says `limit` in its SQL, or hands the limit it was given on to the function that does. */
function isBounded({ text }: ReadFunction): boolean {
  return /\blimit \$\{|\blimit \d+|\blimit: |\blimit\b[^\n]*\)/.test(text);
}

/** Bounded by the one thing that they are asked about. */
const boundedBySubject = ['listPostsOfUnit', 'listPostsOfPerson', 'listMembershipActs', 'listSampleAccounts'];

test('a read that answers many rows says how many', async () => {
  const found: ReadFunction[] = [];
  for (const file of (await Array.fromAsync(glob('src/{access,modules/*}/**/*.{reads,pages}.ts', { cwd: root }))).toSorted()) {
    found.push(...readFunctionsIn(file, await readFile(join(root, file), 'utf8')));
  }
  expect(found.map(({ name }) => name)).toEqual(expect.arrayContaining(['listPeople', 'listUnits', 'listPosts', 'listEvents', 'listLately']));
  const unbounded = found.filter((each) => !isBounded(each) && !boundedBySubject.includes(each.name));
  expect(unbounded.map(({ file, name }) => `${file} ${name}`)).toEqual([]);
});

test('a read that answers everything it finds is found out', () => {
  const planted = readFunctionsIn('planted.reads.ts', 'export async function listPlanted(ctx) {\n  return rows(ctx.db, sql`select * from people order by id`);\n}\n');
  expect(planted.filter(isBounded)).toEqual([]);
  expect(planted).toHaveLength(1);
});
