/**
 * The checks that need no database, on all sheets together. They see only rows without errors of their own; what
 * refers to a row that was left out isn't reported again. The database has the last word afterwards.
 */
import type { Finding } from '../read/findings.ts';
import type { WorkbookContent } from '../read/workbook.ts';
import type { CheckContext, KnownRef, Namesakes } from './context.ts';
import { checkCascades } from './cascades.check.ts';
import { checkDocuments } from './documents.check.ts';
import { checkMeetings } from './meetings.check.ts';
import { checkMemberships } from './memberships.check.ts';
import { checkVisits } from './visits.check.ts';
import { checkOversight } from './oversight.check.ts';
import { checkPeople } from './people.check.ts';
import { checkPeriods } from './periods.check.ts';
import { checkPosts } from './posts.check.ts';
import { checkPetitions } from './petitions.check.ts';
import { checkRatings } from './ratings.check.ts';
import { checkRefs } from './refs.check.ts';
import { checkReviews } from './reviews.check.ts';
import { checkRules } from './rules.check.ts';
import { checkShortcomings } from './shortcomings.check.ts';
import { checkTasks } from './tasks.check.ts';
import { checkUnits } from './units.check.ts';

const checks: readonly ((context: CheckContext) => void)[] = [checkRefs, checkPeriods, checkUnits, checkPeople, checkMemberships, checkPosts, checkMeetings, checkRules, checkDocuments, checkCascades, checkShortcomings, checkReviews, checkTasks, checkRatings, checkOversight, checkVisits, checkPetitions];

/** Adds to the log of the content and gives all findings, those of reading and those of checking. */
export function checkWorkbook({ sheets, log }: WorkbookContent, known: KnownRef = () => false, namesakes: Namesakes = () => 0): readonly Finding[] {
  for (const check of checks) check({ sheets, known, namesakes, log });
  return log.list();
}
