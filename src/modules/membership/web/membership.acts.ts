/** Each act of membership as a form: its words, its fields, what is sent. One table, so that all behave alike. */
import { call } from '../../../shell/api.ts';
import type { Text } from '../../../platform/contract.ts';
import { membershipContract as contract } from '../membership.contract.ts';
import type { RuleKey } from '../../rules/rule.keys.ts';
import type { Agreed } from '../away.ts';
import type { EndReason } from '../membership.ts';
import type { MembershipActId } from './membership.state.ts';
import { membershipWeb as texts } from './membership.web.messages.ts';

export type ActField = 'to' | 'cell' | 'reason' | 'place' | 'leave' | 'contact' | 'contactDue' | 'work' | 'decision';

export interface ActValues {
  readonly personId: string;
  readonly on: string | undefined;
  readonly to: string | undefined;
  readonly cellId: string | undefined;
  readonly reason: EndReason | undefined;
  readonly place: string;
  readonly leave: 'yes' | 'no' | 'unknown';
  readonly contact: string;
  readonly contactDueOn: string | undefined;
  readonly work: string;
  readonly decision: string;
  /** What was agreed with a member away, as the form was opened. */
  readonly agreed: Agreed | undefined;
}

export interface MembershipAct {
  readonly label: Text;
  readonly onLabel: Text;
  /** What is pressed, where the label says it by itself. */
  readonly verb?: Text;
  readonly hint?: Text;
  readonly done: Text;
  readonly fields: readonly ActField[];
  /** Rules by which the act is judged: told on the form. */
  readonly rules?: readonly RuleKey[];
  /** The rule finds the day itself where none is given. */
  readonly mayOmitDay?: true;
  /** Its day is the first of what comes after; the last one before it is told beside the field. */
  readonly isFirstDayAfter?: true;
  readonly send: (values: ActValues) => Promise<{ readonly actId: string }>;
}

export const membershipActs: Readonly<Record<MembershipActId, MembershipAct>> = {
  admit: {
    ...words('admit'), rules: ['admission.leastAge'], fields: ['cell', 'decision'],
    send: (v) => call(contract.admit, { personId: v.personId, cellId: given(v.cellId), on: given(v.on), decision: paper(v) }),
  },
  recognise: {
    ...words('recognise'), rules: ['probation.months'], hint: texts['recognise.hint'], fields: ['decision'], mayOmitDay: true,
    send: (v) => call(contract.recognise, { personId: v.personId, ...(v.on ? { on: v.on } : {}), decision: paper(v) }),
  },
  transfer: {
    ...words('transfer'), hint: texts['transfer.hint'], isFirstDayAfter: true, fields: ['cell', 'decision'],
    send: (v) => call(contract.transfer, { personId: v.personId, toCellId: given(v.cellId), on: given(v.on), decision: paper(v) }),
  },
  transferOut: {
    ...words('transferOut'), rules: ['transfer.presentWorkingDays'], isFirstDayAfter: true, hint: texts['transferOut.hint'], fields: ['decision'],
    send: (v) => call(contract.transferOut, { personId: v.personId, on: given(v.on), decision: paper(v) }),
  },
  arrive: {
    ...words('arrive'), fields: ['cell', 'decision'],
    send: (v) => call(contract.arrive, { personId: v.personId, cellId: given(v.cellId), on: given(v.on), decision: paper(v) }),
  },
  placeTemporarily: {
    ...words('placeTemporarily'), rules: ['temporaryTransfer.minMonths', 'temporaryTransfer.maxMonths'], hint: texts['placeTemporarily.hint'], fields: ['to', 'cell', 'decision'],
    send: (v) => call(contract.placeTemporarily, { personId: v.personId, cellId: given(v.cellId), period: spell(v), decision: paper(v) }),
  },
  exempt: {
    ...words('exempt'), hint: texts['exempt.hint'], fields: ['to', 'decision'],
    send: (v) => call(contract.exempt, { personId: v.personId, period: spell(v), decision: paper(v) }),
  },
  endExemption: {
    ...words('endExemption'), isFirstDayAfter: true, fields: ['decision'],
    send: (v) => call(contract.endExemption, { personId: v.personId, on: given(v.on), decision: paper(v) }),
  },
  goAway: {
    ...words('goAway'), fields: ['to', 'place', 'leave', 'contact', 'contactDue', 'work'],
    send: (v) => call(contract.goAway, {
      personId: v.personId, period: spell(v), place: v.place.trim() || null, contact: v.contact.trim() || null,
      withLeave: v.leave === 'unknown' ? null : v.leave === 'yes', contactDueOn: v.contactDueOn ?? null, assignedWork: v.work.trim() || null,
    }),
  },
  keepContact: {
    ...words('keepContact'), verb: texts['keepContact.label'], fields: ['contactDue', 'work'],
    send: (v) => call(contract.keepContact, { personId: v.personId, on: given(v.on), dueOn: v.contactDueOn ?? null, work: v.work.trim() || null, ...(v.agreed ? { seen: v.agreed } : {}) }),
  },
  confirmTemporary: { ...words('confirmTemporary'), hint: texts['confirmTemporary.hint'], fields: [], send: (v) => call(contract.confirmTemporary, { personId: v.personId, on: given(v.on) }) },
  takeBackTemporary: {
    ...words('takeBackTemporary'), hint: texts['takeBackTemporary.hint'], fields: ['decision'],
    send: (v) => call(contract.takeBackTemporary, { personId: v.personId, on: given(v.on), decision: paper(v) }),
  },
  comeBack: { ...words('comeBack'), isFirstDayAfter: true, fields: [], send: (v) => call(contract.comeBack, { personId: v.personId, on: given(v.on) }) },
  end: {
    ...words('end'), isFirstDayAfter: true, fields: ['reason', 'decision'],
    send: (v) => call(contract.end, { personId: v.personId, on: given(v.on), reason: given(v.reason), decision: paper(v) }),
  },
};

/** Which field of the form a refusal is about, where its data don't say. */
export const fieldOfCode: Readonly<Record<string, string>> = {
  'membership.inFuture': 'on', 'membership.sameDay': 'on', 'membership.laterChange': 'on', 'membership.recognisedTooEarly': 'on', 'membership.notPlaced': 'on',
  'membership.notMember': 'on', 'membership.notExempt': 'on', 'membership.notAway': 'on', 'membership.alreadyExempt': 'on', 'membership.alreadyAway': 'on',
  'membership.alreadyTemporary': 'on', 'membership.notTemporary': 'on', 'membership.confirmedAlready': 'on', 'membership.dueBeforeContact': 'contactDueOn', 'membership.tooYoung': 'on', 'membership.notACell': 'cellId', 'membership.sameCell': 'cellId', 'membership.cellEnds': 'cellId',
};

function words<Id extends MembershipActId>(id: Id) {
  return { label: texts[`${id}.label`], onLabel: texts[`${id}.on`], done: texts[`${id}.done`] };
}

function spell({ on, to }: ActValues) {
  return { from: given(on), to: to ?? null };
}

function paper({ decision }: ActValues): string | null {
  return decision.trim() || null;
}

/** The form has asked for it before it sends anything. */
function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a needed field is empty');
  return value;
}
