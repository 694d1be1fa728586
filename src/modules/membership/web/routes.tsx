/** Membership has no page of its own: it is shown and recorded on the person's page. Its refusals are said everywhere. */
import type { PageRoute } from '../../../shell/page.ts';
import { membershipProblems } from '../membership.messages.ts';

export const routes: readonly PageRoute[] = [];
export const problemTexts = membershipProblems;
