/** Collects what the modules give the frame. A folder with `web/routes.tsx` is found by itself; without it, its pages are gone. */
import { accessProblems } from '../access/access.messages.ts';
import type { Text } from '../platform/contract.ts';
import type { ProblemTexts } from '../platform/problem.ts';
import type { AccountPart, ModulePages, OpenRoute, PageRoute } from './page.ts';
import type { SearchProvider } from './search.ts';

const found = import.meta.glob<ModulePages>(
  ['../modules/*/web/routes.tsx', '../access/web/routes.tsx', '../figures/web/routes.tsx', '../sync/web/routes.tsx'],
  { eager: true },
);
const modules = Object.values(found);

export const pageRoutes: readonly PageRoute[] = modules.flatMap((module) => module.routes);
export const openRoutes: readonly OpenRoute[] = modules.flatMap((module) => module.openRoutes ?? []);
export const searchProviders: readonly SearchProvider[] = modules.flatMap((module) => module.searchProviders ?? []);
export const accountParts: readonly AccountPart[] = modules.flatMap((module) => module.accountParts ?? []);
export const problemWords: Readonly<Record<string, Text>> = Object.assign({}, ...modules.map((module) => module.problemWords ?? {}));
export const problemTexts: ProblemTexts = Object.assign({}, accessProblems, ...modules.map((module) => module.problemTexts ?? {}));
