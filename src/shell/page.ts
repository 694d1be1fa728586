/** What a module gives the frame: its pages, what can be searched in it, and the sentences of its problems. */
import { useParams } from '@tanstack/react-router';
import { createElement, use, type ComponentType, type FunctionComponent } from 'react';
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

/** A page that names its window itself. */
export interface OpenRoute {
  readonly path: string;
  readonly component: FunctionComponent & { readonly preload: () => Promise<void> };
}

/** A part of the page of one's own account, by `lazyPage`. */
export type AccountPart = ComponentType;

/** Exports of `src/modules/<module>/web/routes.tsx`. */
export interface ModulePages {
  readonly routes: readonly PageRoute[];
  /** Pages outside the frame, for anybody without an account. */
  readonly openRoutes?: readonly OpenRoute[];
  readonly searchProviders?: readonly SearchProvider[];
  readonly problemTexts?: ProblemTexts;
  /** Codes that its problems carry, in words. */
  readonly problemWords?: Readonly<Record<string, Text>>;
  readonly accountParts?: readonly AccountPart[];
}

/** The page's code could not be fetched: no connection, or a newer version has replaced it. */
export class CodeMissing extends Error {
  /** Tells whether the code has come this time. */
  readonly fetchAgain: () => Promise<boolean>;

  constructor(cause: unknown, fetchAgain: () => Promise<boolean>) {
    super('the code of the page could not be fetched', { cause });
    this.name = 'CodeMissing';
    this.fetchAgain = fetchAgain;
  }
}

/**
 * `lazyPage(() => import('./UnitPage.tsx'), 'UnitPage')`. The router's own way loads the whole window anew
 * when code is missing, which without a connection leaves the app for the browser's error page.
 */
export function lazyPage<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name): FunctionComponent & { readonly preload: () => Promise<void> } {
  let Page: ComponentType | undefined;
  let failure: CodeMissing | undefined;
  let underway: Promise<void> | undefined;
  const preload = () => {
    underway ??= load()
      .then((module) => { Page = module[name]; failure = undefined; }, (cause: unknown) => { failure = new CodeMissing(cause, fetchAgain); })
      .finally(() => { if (!Page) underway = undefined; });
    return underway;
  };
  const fetchAgain = async () => {
    await preload();
    return Page !== undefined;
  };
  function LazyPage() {
    if (Page) return createElement(Page);
    if (failure) throw failure;
    use(preload());
    return null;
  }
  return Object.assign(LazyPage, { preload });
}

/** The part of the address written `$name` in the page's path. */
export function usePathPart(name: string): string {
  const parts = useParams({ strict: false }) as Record<string, string | undefined>;
  const value = parts[name];
  if (value === undefined) throw new Error(`the path of this page has no $${name}`);
  return value;
}
