/** The registers of members who are elsewhere, and acts on them, on a phone without signal. */
import { holdsOn } from '../../../platform/day.ts';
import type { z } from 'zod';
import type { OfflineModule, Replica } from '../../../sync/phone/phone.ts';
import { pageOfAll, shaped } from '../../../sync/phone/pages.ts';
import type { RosterRecord } from '../../meetings/meeting.record.ts';
import { isCarried, standsUnder } from '../../meetings/meeting.offline.answers.ts';
import type { CarriedUnit } from '../../units/unit.offline.ts';
import { awayActs } from '../away.offline.ts';
import type { AwayRecord } from '../away.record.ts';
import { membershipContract } from '../membership.contract.ts';

type Asked<K extends 'away' | 'guests'> = z.input<(typeof membershipContract)[K]['input']>;

const shapes = new Map(Object.values(membershipContract).map(({ name, input }) => [name, input]));
/** Stands behind every day: no next contact is agreed. */
const never = '9999-12-31';

export const awayOffline: OfflineModule = {
  answers: {
    /** The register is carried as of today alone. */
    'membership.away': ({ asOf, unitId, leave, isDue, ...paging }: Asked<'away'>, replica, { today }) => {
      if ((asOf ?? today) !== today || !isCarried(unitId, replica)) return undefined;
      const told = { yes: true, no: false, unknown: null };
      const isDueNow = ({ contactDueOn }: AwayRecord) => contactDueOn !== null && contactDueOn <= today;
      const found = replica.all<AwayRecord>('away').filter((row) => isOf(row.cell.id, unitId, replica) && (leave === undefined || row.withLeave === told[leave]) && (isDue === undefined || isDueNow(row) === (isDue === 'true' || isDue === '1')));
      const key = ({ contactDueOn, since, personId }: AwayRecord) => `${contactDueOn ?? never} ${since} ${personId}`;
      return pageOfAll(found.toSorted((one, other) => (key(one) < key(other) ? -1 : 1)), paging);
    },
    'membership.guests': ({ asOf, unitId, ...paging }: Asked<'guests'>, replica, { today }) => {
      if (!isCarried(unitId, replica)) return undefined;
      const found = replica.all<RosterRecord>('roster').filter((roster) => isOf(roster.unitId, unitId, replica)).flatMap((roster) => guestsOf(roster, asOf ?? today, replica));
      return pageOfAll(found.toSorted((one, other) => (one.key < other.key ? -1 : 1)).map(({ guest }) => guest), paging);
    },
  },
  acts: awayActs,
  complete: (procedure, input) => (procedure in awayActs ? shaped(shapes.get(procedure), input) : undefined),
  about: (procedure, input: { readonly personId: string }) => (procedure in awayActs ? { type: 'membership', id: input.personId } : undefined),
};

function isOf(cellId: string, unitId: string | undefined, replica: Replica): boolean {
  return unitId === undefined || cellId === unitId || standsUnder(cellId, unitId, replica);
}

/** Those who are not confirmed yet come first. */
function guestsOf({ unitId, people, may }: RosterRecord, on: string, replica: Replica) {
  if (!may.includes('member.read')) return [];
  const unit = replica.get<CarriedUnit>('unit', unitId);
  return people.flatMap(({ id, fullName, placements }) => placements.filter(({ isHere, kind, period }) => isHere && kind === 'temporary' && holdsOn(period, on as typeof period.from)).map(({ id: placementId, period, confirmedOn }) => ({
    key: `${confirmedOn === null ? 0 : 1} ${period.from} ${placementId}`,
    guest: { personId: id, fullName, hostCell: { id: unitId, name: unit?.name ?? '' }, period, confirmedOn, mayConfirm: may.includes('member.record') && confirmedOn === null },
  })));
}
