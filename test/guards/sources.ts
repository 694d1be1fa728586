/** What the modules declare, found in their files: a module that was forgotten in a composition root is found all the same. */
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ConstraintRefusals } from '../../src/platform/db/errors.ts';
import type { Route } from '../../src/platform/http/routes.ts';
import type { ProblemTexts } from '../../src/platform/problem.ts';

const root = join(import.meta.dirname, '../..');

export async function findRoutes(): Promise<Route[]> {
  const lists = await exportsEnding<readonly Route[]>('src/**/*.routes.ts', 'Routes');
  return lists.flat();
}

export async function findRefusals(): Promise<ConstraintRefusals> {
  return Object.assign({}, ...(await exportsEnding<ConstraintRefusals>('src/**/*.refusals.ts', 'Refusals'))) as ConstraintRefusals;
}

export async function findProblemTexts(): Promise<ProblemTexts> {
  const texts = [...(await exportsEnding<ProblemTexts>('src/**/*.messages.ts', 'Problems')), ...(await exportsEnding<ProblemTexts>('src/**/*.problems.ts', 'Problems'))];
  return Object.assign({}, ...texts) as ProblemTexts;
}

/** The name of an export says what it holds; the shape is what each module's type check has made sure of. */
async function exportsEnding<T>(pattern: string, ending: string): Promise<T[]> {
  const found: T[] = [];
  for (const file of (await Array.fromAsync(glob(pattern, { cwd: root }))).toSorted()) {
    const module = (await import(pathToFileURL(join(root, file)).href)) as Record<string, unknown>;
    for (const [name, value] of Object.entries(module)) if (name.endsWith(ending)) found.push(value as T);
  }
  return found;
}
