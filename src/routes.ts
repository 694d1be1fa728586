/** Every procedure of the API and every refusal of the database, gathered from the modules. A new module adds two lines. */
import { accessRefusals, routesOfAccess } from './access/server/index.ts';
import { figuresRoutes } from './figures/server/index.ts';
import { attentionRoutes } from './modules/attention/server/index.ts';
import { cascadeRefusals, cascadeRoutes } from './modules/cascades/server/index.ts';
import { caseRoutes } from './modules/cases/server/index.ts';
import { reportRefusals, reportRoutes } from './modules/reports/server/index.ts';
import { reviewRefusals, reviewRoutes } from './modules/reviews/server/index.ts';
import { shortcomingRefusals, shortcomingRoutes } from './modules/shortcomings/server/index.ts';
import { documentRefusals, documentRoutes } from './modules/documents/server/index.ts';
import { eventRoutes } from './modules/events/server/index.ts';
import { homeRoutes } from './modules/home/server/index.ts';
import { importRefusals, importRoutes } from './modules/imports/server/index.ts';
import { meetingRefusals, meetingRoutes } from './modules/meetings/server/index.ts';
import { membershipRefusals, membershipRoutes } from './modules/membership/server/index.ts';
import { noticeRoutes } from './modules/notices/server/index.ts';
import { oversightRefusals, rolesOfAssignments, routesOfOversight } from './modules/oversight/server/index.ts';
import { personRefusals, personRoutes } from './modules/people/server/index.ts';
import { postRefusals, postRoutes } from './modules/posts/server/index.ts';
import { petitionRefusals, petitionRoutes } from './modules/petitions/server/index.ts';
import { ratingRefusals, ratingRoutes } from './modules/ratings/server/index.ts';
import { reorganisationRefusals, reorganisationRoutes } from './modules/reorganisations/server/index.ts';
import { ruleRefusals, ruleRoutes } from './modules/rules/server/index.ts';
import { taskRefusals, taskRoutes } from './modules/tasks/server/index.ts';
import { unitRefusals, unitRoutes } from './modules/units/server/index.ts';
import { handOverParts } from './hand.over.ts';
import { visitRefusals, visitRoutes } from './modules/visits/server/index.ts';
import type { ConstraintRefusals } from './platform/db/errors.ts';
import type { Route } from './platform/http/routes.ts';
import { allConflicts, allSources } from './records.ts';
import { routesOfSync } from './sync/server/index.ts';

export const allRoutes: readonly Route[] = [
  ...routesOfAccess(rolesOfAssignments),
  ...unitRoutes,
  ...personRoutes,
  ...membershipRoutes,
  ...postRoutes,
  ...figuresRoutes,
  ...importRoutes,
  ...reorganisationRoutes,
  ...ruleRoutes,
  ...meetingRoutes,
  ...taskRoutes,
  ...documentRoutes,
  ...shortcomingRoutes,
  ...cascadeRoutes,
  ...ratingRoutes,
  ...reviewRoutes,
  ...routesOfOversight(handOverParts),
  ...petitionRoutes,
  ...visitRoutes,
  ...reportRoutes,
  ...attentionRoutes,
  ...noticeRoutes,
  ...homeRoutes,
  ...caseRoutes,
  ...eventRoutes,
  ...routesOfSync(allSources, allConflicts),
];

export const allRefusals: ConstraintRefusals = {
  ...accessRefusals,
  ...unitRefusals,
  ...personRefusals,
  ...membershipRefusals,
  ...postRefusals,
  ...importRefusals,
  ...reorganisationRefusals,
  ...ruleRefusals,
  ...meetingRefusals,
  ...taskRefusals,
  ...documentRefusals,
  ...shortcomingRefusals,
  ...cascadeRefusals,
  ...ratingRefusals,
  ...reviewRefusals,
  ...oversightRefusals,
  ...petitionRefusals,
  ...visitRefusals,
  ...reportRefusals,
};
