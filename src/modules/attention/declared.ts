/** Every alert that the modules declare, the gravest first: the list is in this order. */
import { cascadeAlerts } from '../cascades/cascade.alerts.ts';
import { documentAlerts } from '../documents/document.alerts.ts';
import { meetingAlerts } from '../meetings/meeting.alerts.ts';
import { memberAlerts } from '../membership/member.alerts.ts';
import { taskAlerts } from '../tasks/task.alerts.ts';
import { oversightAlerts } from '../oversight/oversight.alerts.ts';
import { reviewAlerts } from '../reviews/review.alerts.ts';
import { petitionAlerts } from '../petitions/petition.alerts.ts';
import { shortcomingAlerts } from '../shortcomings/shortcoming.alerts.ts';
import { ratingAlerts } from '../ratings/rating.alerts.ts';
import { visitAlerts } from '../visits/visit.alerts.ts';
import type { Alert } from './attention.ts';

const order = [
  'member.absentAtLimit', 'task.veryLate', 'petition.veryLate', 'member.absentOften', 'meeting.regularMissing', 'meeting.leftOpen', 'meeting.thematicMissing', 'meeting.minutesLate', 'task.late', 'petition.late', 'petition.planLate', 'petition.reopened', 'task.reportedWaiting', 'task.unaccepted', 'task.ownerLeft', 'shortcoming.late', 'shortcoming.toConfirm', 'petition.toConfirm', 'oversight.leftPost', 'oversight.uncovered', 'oversight.overQuota', 'cascade.stepLate', 'clause.unanswered', 'review.due', 'document.reviewDue', 'rating.decisionDue', 'rating.personalDecisionDue', 'rating.selfMissing', 'visit.owed', 'visit.reportDue', 'member.notArrived', 'member.contactDue', 'member.exemptionEnding', 'task.dueSoon', 'petition.dueSoon', 'member.absentOnce',
];

const declared: readonly Alert[] = [...meetingAlerts, ...memberAlerts, ...documentAlerts, ...cascadeAlerts, ...taskAlerts, ...shortcomingAlerts, ...ratingAlerts, ...reviewAlerts, ...petitionAlerts, ...oversightAlerts, ...visitAlerts];
if (declared.length !== order.length || new Set(order).size !== order.length) throw new Error('every alert has one place in the order');

export const alerts: readonly Alert[] = order.map((id) => {
  const alert = declared.find((one) => one.id === id);
  if (!alert) throw new Error(`no alert ${id}`);
  return alert;
});

export function findAlert(id: string): Alert | undefined {
  return alerts.find((alert) => alert.id === id);
}
