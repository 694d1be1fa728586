/** The pages of rules: what holds where, one rule over time, the calendar of days off. */
import { lazyPage, type PageRoute } from '../../../shell/page.ts';
import { ruleProblems } from '../rule.messages.ts';
import { rulesTitles } from './rules.titles.messages.ts';

export const routes: readonly PageRoute[] = [
  { path: '/quy-dinh', component: lazyPage(() => import('./RulesPage.tsx'), 'RulesPage'), title: rulesTitles.rulesTitle, needs: 'rule.read' },
  { path: '/quy-dinh/ngay-nghi', component: lazyPage(() => import('./HolidaysPage.tsx'), 'HolidaysPage'), title: rulesTitles.holidaysTitle, needs: 'rule.read' },
  { path: '/quy-dinh/$key', component: lazyPage(() => import('./RulePage.tsx'), 'RulePage'), title: rulesTitles.ruleTitle, needs: 'rule.read' },
];
export const problemTexts = ruleProblems;
