/** The tree of pages: sign-in, and within the frame whatever the modules give. */
import type { QueryClient } from '@tanstack/react-query';
import { createRootRoute, createRoute, createRouter, Outlet, retainSearchParams } from '@tanstack/react-router';
import { useLayoutEffect } from 'react';
import { parseSearch, stringifySearch, type AddressSearch } from '../ui/address.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useText } from '../ui/language.tsx';
import { PageSkeleton } from '../ui/Loading.tsx';
import { AS_OF_PARAM, COMPARE_PARAM } from './asOf.ts';
import { SIGN_IN_PATH, turnAway } from './gate.ts';
import { openRoutes, pageRoutes } from './modules.ts';
import { ForbiddenPage, NotFoundPage, PageError } from './PageFailure.tsx';
import { lazyPage, type PageRoute } from './page.ts';
import { useMayVisit } from './session.ts';
import { shellMessages } from './shell.messages.ts';

/** No waiting is shown before. */
const PATIENCE_MS = 300;

export function createAppRouter(client: QueryClient) {
  const root = createRootRoute({
    validateSearch: (search: Record<string, unknown>) => search as AddressSearch,
    search: { middlewares: [retainSearchParams<AddressSearch>([AS_OF_PARAM, COMPARE_PARAM])] },
    component: Outlet,
    notFoundComponent: NotFoundPage,
  });
  const signIn = createRoute({
    getParentRoute: () => root, path: SIGN_IN_PATH, component: lazyPage(() => import('./SignInPage.tsx'), 'SignInPage'),
  });
  const open = openRoutes.map(({ path, component }) => createRoute({ getParentRoute: () => root, path, component }));
  const frame = createRoute({
    getParentRoute: () => root, id: 'frame', component: lazyPage(() => import('./Gate.tsx'), 'Gate'), notFoundComponent: NotFoundPage,
    // Before the code of any page is fetched.
    beforeLoad: ({ location }) => turnAway(client, location),
  });
  const pages = withHome(pageRoutes).map((page) => createRoute({ getParentRoute: () => frame, path: page.path, component: guarded(page) }));
  const lost = createRoute({ getParentRoute: () => frame, path: '$', component: NotFoundPage });
  return createRouter({
    routeTree: root.addChildren([signIn, ...open, frame.addChildren([...pages, lost])]),
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPendingComponent: PageSkeleton,
    defaultPendingMs: PATIENCE_MS,
    defaultErrorComponent: PageError,
    scrollRestoration: true,
    trailingSlash: 'never',
  });
}

function withHome(pages: readonly PageRoute[]): readonly PageRoute[] {
  if (pages.some((page) => page.path === '/')) return pages;
  return [{ path: '/', component: NothingYet, title: shellMessages.home }, ...pages];
}

/** Names the window, and shows the page only to those who may see something on it. */
function guarded(page: PageRoute) {
  function GuardedPage() {
    const { t } = useText();
    const mayVisit = useMayVisit(page.needs);
    const title = t(page.title);
    useLayoutEffect(() => {
      document.title = `${title} · Sát Cơ Sở`;
    }, [title]);
    return mayVisit ? <page.component /> : <ForbiddenPage />;
  }
  return Object.assign(GuardedPage, page.component.preload ? { preload: page.component.preload } : {});
}

function NothingYet() {
  const { t } = useText();
  return <EmptyState title={t(shellMessages.nothingYetTitle)} why={t(shellMessages.nothingYetWhy)} />;
}
