/**
 * The roll of a day from what a phone carries of a unit: the same answer as the SQL of `server/meeting.people.ts`, which says
 * why somebody is expected or not. Pure.
 */
import { holdsOn, type Day, type Period } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import type { PostKind } from '../posts/post.kinds.ts';
import type { Basis, MeetingKind } from './meeting.kinds.ts';
import type { RosterPerson, RosterRecord } from './meeting.record.ts';
import type { Attendance } from './meeting.ts';

export const committeePosts: readonly PostKind[] = ['secretary', 'standing_deputy_secretary', 'deputy_secretary', 'standing_member', 'committee_member', 'inspection_head'];
export const standingPosts: readonly PostKind[] = ['secretary', 'standing_deputy_secretary', 'deputy_secretary'];

export interface RollAsked {
  readonly kind: MeetingKind;
  readonly on: Day;
  /** What the rule `meeting.expectsAway` says on the day. */
  readonly expectsAway: boolean;
  /** Of a further sitting the first one. */
  readonly seriesId?: string | null;
}

/** Nobody marked yet, in the order of names. Undefined where the roster does not tell: of earlier days, and of assemblies of all cells below. */
export function rollOn(roster: RosterRecord, asked: RollAsked): Attendance[] | undefined {
  if (asked.on < roster.since) return undefined;
  switch (asked.kind) {
    case 'regular':
    case 'thematic':
      return membersOn(roster, asked);
    case 'conference':
      return roster.unitKind === 'cell' ? membersOn(roster, asked) : undefined;
    case 'study':
      // A further sitting leaves out who has studied, which a roster does not know.
      return roster.unitKind === 'cell' && !asked.seriesId ? membersOn(roster, asked) : undefined;
    case 'briefing':
      return holdersOn(roster, asked.on, standingPosts);
    case 'committee':
    case 'working_session':
      return holdersOn(roster, asked.on, committeePosts);
  }
}

/** Who is in the register of those away, as `awayAmong` of `server/meeting.people.ts` answers it. */
export function awayOn({ people }: RosterRecord, on: Day): Id<'person'>[] {
  const holds = ({ period }: { readonly period: Period }) => holdsOn(period, on);
  return people.flatMap(({ id, awaySpells, placements }) => (awaySpells.some(holds) && !placements.some((one) => one.isHere && one.kind === 'temporary' && holds(one)) ? [id] : []));
}

function membersOn({ people }: RosterRecord, asked: RollAsked): Attendance[] {
  return people.flatMap((person) => attendanceOf(person, asked) ?? []);
}

/** Once, also who is here officially and as a guest: expected goes before the rest. */
function attendanceOf(person: RosterPerson, asked: RollAsked): Attendance | undefined {
  const { on } = asked;
  const here = person.placements.filter(({ isHere, period }) => isHere && holdsOn(period, on)).flatMap((placement) => {
    const membership = person.memberships.find(({ id, period }) => id === placement.membershipId && holdsOn(period, on));
    return membership ? [{ basis: basisOf(person, placement.kind, asked), standing: membership.recognisedOn !== null && membership.recognisedOn <= on ? 'full' as const : 'probationary' as const }] : [];
  });
  const [first] = here.toSorted((one, other) => rankOf(one.basis) - rankOf(other.basis));
  return first && { personId: person.id, ...first, mark: null, reason: null };
}

function basisOf(person: RosterPerson, kind: 'official' | 'temporary', { on, expectsAway }: RollAsked): Basis {
  const holds = ({ period }: { readonly period: Period }) => holdsOn(period, on);
  if (kind === 'official' && person.placements.some((other) => other.kind === 'temporary' && !other.isHere && holds(other))) return 'elsewhere';
  if (person.exemptions.some((period) => holdsOn(period, on))) return 'exempt';
  // Who takes part here for a time is here, wherever the own cell has let him go.
  const isAway = kind === 'official' && !expectsAway && person.awaySpells.some((spell) => spell.withLeave === true && holds(spell));
  return isAway ? 'away' : 'expected';
}

function rankOf(basis: Basis): number {
  return (['expected', 'away', 'elsewhere', 'exempt'] as const).indexOf(basis);
}

/** Exemption is from the life of the cell; who holds a post of the committee is expected in it. */
function holdersOn({ posts, people }: RosterRecord, on: Day, kinds: readonly PostKind[]): Attendance[] {
  const standing = posts.filter(({ kind, period }) => kinds.includes(kind) && holdsOn(period, on));
  const holders = new Set(standing.flatMap(({ tenures }) => tenures.filter(({ period }) => holdsOn(period, on)).map(({ personId }) => personId)));
  return people.filter(({ id }) => holders.has(id)).map(({ id }) => ({ personId: id, basis: 'expected', standing: null, mark: null, reason: null }));
}
