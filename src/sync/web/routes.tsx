/** The pages of working without signal: preparing a device, what waits on it, a file brought to the office. */
import { lazyPage, type PageRoute } from '../../shell/page.ts';
import { phoneProblems } from '../phone/phone.messages.ts';
import { syncProblems } from '../sync.messages.ts';
import { syncTitles } from './sync.titles.messages.ts';

export const routes: readonly PageRoute[] = [
  { path: '/khong-can-mang', component: lazyPage(() => import('./PreparePage.tsx'), 'PreparePage'), title: syncTitles.prepareTitle, needs: 'task.report' },
  // Open to everybody: who may record nowhere any more still sees what was not sent.
  { path: '/cho-gui', component: lazyPage(() => import('./WaitingPage.tsx'), 'WaitingPage'), title: syncTitles.waitingTitle },
  { path: '/nhan-tep', component: lazyPage(() => import('./DeliverPage.tsx'), 'DeliverPage'), title: syncTitles.deliverTitle, needs: 'meeting.read' },
];
export const problemTexts = { ...syncProblems, ...phoneProblems };
export const accountParts = [lazyPage(() => import('./DevicesSection.tsx'), 'DevicesSection')];
