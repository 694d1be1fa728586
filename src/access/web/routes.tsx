/** The pages about accounts, roles and who sees what. The sentences of access problems are known to the frame already. */
import { lazyPage, type PageRoute } from '../../shell/page.ts';
import { accessTitles } from './access.titles.messages.ts';

export const routes: readonly PageRoute[] = [
  { path: '/tai-khoan', component: lazyPage(() => import('./AccountsPage.tsx'), 'AccountsPage'), title: accessTitles.accountsTitle, needs: 'account.manage' },
  { path: '/tai-khoan/$name', component: lazyPage(() => import('./AccountPage.tsx'), 'AccountPage'), title: accessTitles.account, needs: 'account.manage' },
  { path: '/phan-quyen', component: lazyPage(() => import('./UnitAssignmentsPage.tsx'), 'UnitAssignmentsPage'), title: accessTitles.unitAssignmentsTitle, needs: 'assignment.read' },
  { path: '/ai-xem-duoc', component: lazyPage(() => import('./WhoSeesPage.tsx'), 'WhoSeesPage'), title: accessTitles.whoTitle, needs: 'assignment.read' },
  // Open to everybody signed in, also while nothing else is: the password given by somebody else is changed here.
  { path: '/tai-khoan-cua-toi', component: lazyPage(() => import('./OwnAccountPage.tsx'), 'OwnAccountPage'), title: accessTitles.ownTitle },
];
