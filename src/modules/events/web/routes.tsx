/** The page of the log. */
import { lazyPage, type PageRoute } from '../../../shell/page.ts';
import { eventMessages } from '../event.messages.ts';

export const routes: readonly PageRoute[] = [
  { path: '/nhat-ky', component: lazyPage(() => import('./EventsPage.tsx'), 'EventsPage'), title: eventMessages.title, needs: 'event.read' },
];
