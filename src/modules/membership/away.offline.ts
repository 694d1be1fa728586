/**
 * Acts on members away and on exemptions, laid over what a phone carries: by the rules of membership, run on as much of a
 * history as a roster tells. Pure.
 */
import { dayIn, holdsOn, type Day } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { orThrow, Problem, type Refusal } from '../../platform/problem.ts';
import type { z } from 'zod';
import { carriedOrThrow } from '../../sync/carried.ts';
import type { OutboxCommand } from '../../sync/outbox.ts';
import type { OfflineOutcome, Replica } from '../../sync/phone/phone.ts';
import type { RosterPerson, RosterRecord } from '../meetings/meeting.record.ts';
import type { CarriedUnit } from '../units/unit.offline.ts';
import type { AwayRecord } from './away.record.ts';
import { comeBack, goAway, keepContact } from './away.ts';
import { endExemption, exempt } from './exemption.ts';
import type { membershipContract } from './membership.contract.ts';
import type { AwaySpell, MembershipHistory } from './membership.ts';
import { confirmTemporary } from './placement.ts';

type Input<K extends keyof typeof membershipContract> = z.output<(typeof membershipContract)[K]['input']>;
type PersonId = Id<'person'>;

export const awayActs = {
  'membership.goAway': ({ personId, period, place, withLeave, contactDueOn, assignedWork }: Input<'goAway'>, replica: Replica, command: OutboxCommand) => {
    // How to reach the member is not kept on the phone in the clear, and no rule reads it.
    const spell: AwaySpell = { id: madeId(command), period, place, withLeave, contactSealed: null, contactedOn: null, contactDueOn, assignedWork };
    const outcome = laid(replica, command, { personId, on: period.from, rule: (history) => goAway(history, spell) });
    return holdsOn(period, dayOf(command)) ? withAway(outcome, personId, rowOf(replica, personId, { spell, on: dayOf(command) })) : outcome;
  },
  'membership.comeBack': ({ personId, on }: Input<'comeBack'>, replica: Replica, command: OutboxCommand) =>
    withAway(laid(replica, command, { personId, on, rule: (history) => comeBack(history, { on }) }), personId, undefined),
  'membership.keepContact': ({ personId, on, dueOn, work, seen }: Input<'keepContact'>, replica: Replica, command: OutboxCommand) => {
    const row = carriedOrThrow(awayRow(replica, personId));
    const outcome = laid(replica, command, { personId, on, rule: (history) => keepContact(history, { on, dueOn, work, seen }) });
    return withAway(outcome, personId, { ...row, contactedOn: on, contactDueOn: dueOn, assignedWork: work ?? row.assignedWork });
  },
  'membership.confirmTemporary': ({ personId, on }: Input<'confirmTemporary'>, replica: Replica, command: OutboxCommand) =>
    laid(replica, command, { personId, on, rule: (history) => confirmTemporary(history, { on }) }),
  'membership.exempt': ({ personId, period, decision }: Input<'exempt'>, replica: Replica, command: OutboxCommand) =>
    laid(replica, command, { personId, on: period.from, rule: (history) => exempt(history, { id: madeId(command), period, decision }) }),
  'membership.endExemption': ({ personId, on }: Input<'endExemption'>, replica: Replica, command: OutboxCommand) =>
    laid(replica, command, { personId, on, rule: (history) => endExemption(history, { on }) }),
};

function dayOf({ at }: OutboxCommand): Day {
  return dayIn(new Date(at));
}

function madeId<Name extends string>({ id }: OutboxCommand): Id<Name> {
  return id as Id<Name>; // stands for the id that the server will give; nothing refers to it
}

interface Laying {
  readonly personId: PersonId;
  readonly on: Day;
  readonly rule: (history: MembershipHistory) => MembershipHistory | Refusal;
}

function laid(replica: Replica, command: OutboxCommand, { personId, on, rule }: Laying): OfflineOutcome {
  const rosters = replica.all<RosterRecord>('roster').filter(({ people }) => people.some(({ id }) => id === personId));
  carriedOrThrow(rosters[0]);
  if (on > dayOf(command)) throw new Problem({ code: 'membership.inFuture', kind: 'conflict' });
  const records = rosters.map((roster) => {
    const people = roster.people.map((person) => (person.id === personId ? personAfter(person, orThrow(rule(historyOf(person, { roster, row: awayRow(replica, personId) })))) : person));
    return { type: 'roster' as const, id: roster.unitId, body: { ...roster, people } satisfies RosterRecord };
  });
  return { answer: { actId: madeId(command), personId }, records };
}

function withAway({ answer, records }: OfflineOutcome, personId: PersonId, body: AwayRecord | undefined): OfflineOutcome {
  return { answer, records: [...records, { type: 'away', id: personId, body }] };
}

/** As much of a history as the rules of these acts read. */
function historyOf(person: RosterPerson, { roster, row }: { readonly roster: RosterRecord; readonly row: AwayRecord | undefined }): MembershipHistory {
  return {
    memberships: person.memberships.map((membership) => ({ ...membership, endReason: null, decision: null })),
    placements: person.placements.map(({ isHere, ...placement }) => ({ ...placement, cellId: isHere ? roster.unitId : elsewhere, inReason: null, outReason: null, decision: null })),
    exemptions: person.exemptions.map((period) => ({ id: unnamed<'exemption'>(), period, decision: null })),
    awaySpells: person.awaySpells.map(({ period, withLeave }) => {
      const told = row?.since === period.from ? row : undefined;
      return { id: unnamed<'awaySpell'>(), period, withLeave, place: told?.place ?? null, contactSealed: null, contactedOn: told?.contactedOn ?? null, contactDueOn: told?.contactDueOn ?? null, assignedWork: told?.assignedWork ?? null };
    }),
  };
}

function personAfter(person: RosterPerson, { placements, exemptions, awaySpells }: MembershipHistory): RosterPerson {
  const confirmed = new Map(placements.map(({ id, confirmedOn }) => [id, confirmedOn]));
  return {
    ...person, placements: person.placements.map((one) => ({ ...one, confirmedOn: confirmed.get(one.id) ?? null })),
    exemptions: exemptions.map(({ period }) => period), awaySpells: awaySpells.map(({ period, withLeave }) => ({ period, withLeave })),
  };
}

function awayRow(replica: Replica, personId: string): AwayRecord | undefined {
  return replica.get<AwayRecord>('away', personId);
}

/** The new row of the register, by the cell that the member officially belongs to; where that cell is not carried the register stays without it. */
function rowOf(replica: Replica, personId: PersonId, { spell, on }: { readonly spell: AwaySpell; readonly on: Day }): AwayRecord | undefined {
  const holding = replica.all<RosterRecord>('roster').flatMap((roster) => roster.people.filter(({ id }) => id === personId).flatMap(({ fullName, placements }) => placements
    .filter(({ isHere, period }) => isHere && holdsOn(period, on)).map(({ kind }) => ({ kind, fullName, roster, unit: replica.get<CarriedUnit>('unit', roster.unitId) }))));
  const own = holding.find(({ kind }) => kind === 'official');
  const host = holding.find(({ kind }) => kind === 'temporary');
  if (!own?.unit) return undefined;
  const isElsewhere = own.roster.people.some(({ id, placements }) => id === personId && placements.some(({ kind, period }) => kind === 'temporary' && holdsOn(period, on)));
  return {
    personId, fullName: own.fullName, cell: { id: own.unit.id, name: own.unit.name }, since: spell.period.from, until: spell.period.to, place: spell.place, withLeave: spell.withLeave,
    contactedOn: null, contactDueOn: spell.contactDueOn, assignedWork: spell.assignedWork, isElsewhere, hostCell: host?.unit?.name ?? null, mayRecord: own.roster.may.includes('member.record'),
  };
}

const elsewhere = '' as Id<'unit'>; // of another cell only that it is another is carried

function unnamed<Name extends string>(): Id<Name> {
  return '' as Id<Name>; // the rules tell spells apart by their days
}

