/** The sentence of every problem code, gathered from the modules. A new module adds two lines. */
import { accessProblems } from './access/access.messages.ts';
import { figuresProblems } from './figures/figures.messages.ts';
import { attentionProblems } from './modules/attention/attention.messages.ts';
import { cascadeProblems } from './modules/cascades/cascade.messages.ts';
import { importsProblems } from './modules/imports/imports.problems.ts';
import { meetingProblems } from './modules/meetings/meeting.messages.ts';
import { membershipProblems } from './modules/membership/membership.messages.ts';
import { oversightProblems } from './modules/oversight/oversight.messages.ts';
import { personProblems } from './modules/people/person.messages.ts';
import { postProblems } from './modules/posts/post.messages.ts';
import { petitionProblems } from './modules/petitions/petition.messages.ts';
import { ratingProblems } from './modules/ratings/rating.messages.ts';
import { reorganisationProblems } from './modules/reorganisations/reorganisation.messages.ts';
import { ruleProblems } from './modules/rules/rule.messages.ts';
import { taskProblems } from './modules/tasks/task.messages.ts';
import { reportProblems } from './modules/reports/report.messages.ts';
import { reviewProblems } from './modules/reviews/review.messages.ts';
import { shortcomingProblems } from './modules/shortcomings/shortcoming.messages.ts';
import { documentProblems } from './modules/documents/document.messages.ts';
import { unitProblems } from './modules/units/unit.messages.ts';
import { visitProblems } from './modules/visits/visit.messages.ts';
import { platformProblems } from './platform/platform.problems.ts';
import { syncProblems } from './sync/sync.messages.ts';
import type { ProblemTexts } from './platform/problem.ts';

export const allProblems: ProblemTexts = {
  ...platformProblems,
  ...syncProblems,
  ...accessProblems,
  ...unitProblems,
  ...personProblems,
  ...membershipProblems,
  ...postProblems,
  ...figuresProblems,
  ...importsProblems,
  ...reorganisationProblems,
  ...ruleProblems,
  ...meetingProblems,
  ...taskProblems,
  ...documentProblems,
  ...shortcomingProblems,
  ...cascadeProblems,
  ...ratingProblems,
  ...reviewProblems,
  ...oversightProblems,
  ...petitionProblems,
  ...visitProblems,
  ...reportProblems,
  ...attentionProblems,
};
