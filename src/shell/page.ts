/** What a module gives the frame: its pages, what can be searched in it, and the sentences of its problems. */
import { lazyRouteComponent, useParams } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { Text } from '../platform/contract.ts';
import type { ProblemTexts } from '../platform/problem.ts';
import type { SearchProvider } from './search.ts';

export interface PageRoute {
  /** `/to-chuc/$id`; address words are Vietnamese without diacritics. */
  readonly path: string;
  /** By `lazyPage`, so that its code comes only when the page is opened or pointed at. */
  readonly component: ComponentType & { readonly preload?: () => Promise<void> };
  readonly title: Text;
  /** The verb without which the page shows nothing. */
  readonly needs?: string;
}

/** Exports of `src/modules/<module>/web/routes.tsx`. */
export interface ModulePages {
  readonly routes: readonly PageRoute[];
  readonly searchProviders?: readonly SearchProvider[];
  readonly problemTexts?: ProblemTexts;
}

/** `lazyPage(() => import('./UnitPage.tsx'), 'UnitPage')` */
export function lazyPage<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name): PageRoute['component'] {
  // The router's own type wants the name of a default export here; any export's name will do.
  return lazyRouteComponent(load as () => Promise<Record<string, ComponentType>>, name as never) as PageRoute['component'];
}

/** The part of the address written `$name` in the page's path. */
export function usePathPart(name: string): string {
  const parts = useParams({ strict: false }) as Record<string, string | undefined>;
  const value = parts[name];
  if (value === undefined) throw new Error(`the path of this page has no $${name}`);
  return value;
}
