/**
 * What a phone carries of meetings: each whole (record `meeting`, by its id), and of each unit who may be on a roll (record
 * `roster`, by the unit's id). Pure.
 */
import type { z } from 'zod';
import type { Day, Period } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import type { PostKind } from '../posts/post.kinds.ts';
import type { UnitKind } from '../units/unit.kinds.ts';
import type { LeaveReason } from './meeting.kinds.ts';
import type { wholeMeeting } from './meeting.shapes.ts';

export type WholeMeeting = z.output<typeof wholeMeeting>;
export type RollEntry = WholeMeeting['roll'][number];

export interface MeetingAnswer {
  readonly personId: Id<'person'>;
  readonly answer: 'coming' | 'leave';
  readonly reason: LeaveReason | null;
  readonly decision: 'granted' | 'refused' | null;
}

export interface MeetingRecord {
  readonly whole: WholeMeeting;
  /** Also of those who are not on the roll of the day that it is planned for. */
  readonly answers: readonly MeetingAnswer[];
  /** The one held before, which may be too long ago to be carried itself. */
  readonly lastMeeting: { readonly id: Id<'meeting'>; readonly on: Day; readonly conclusions: readonly string[] } | null;
  /** Names of those who are named in it without being on the roll. */
  readonly names: Readonly<Record<string, string>>;
}

export interface RosterPerson {
  readonly id: Id<'person'>;
  readonly fullName: string;
  /** Only of those whose name another of the roster bears too. */
  readonly bornIn: number | null;
  readonly memberships: readonly { readonly id: Id<'membership'>; readonly period: Period; readonly recognisedOn: Day | null }[];
  /** `isHere`: in this unit; of other cells it is only said that the member takes part elsewhere for a time. */
  readonly placements: readonly { readonly id: Id<'placement'>; readonly membershipId: Id<'membership'>; readonly isHere: boolean; readonly kind: 'official' | 'temporary'; readonly period: Period; readonly confirmedOn: Day | null }[];
  readonly exemptions: readonly Period[];
  readonly awaySpells: readonly { readonly period: Period; readonly withLeave: boolean | null }[];
}

export interface RosterRecord {
  readonly unitId: Id<'unit'>;
  readonly unitKind: UnitKind;
  /** Of days before nothing is told. */
  readonly since: Day;
  /** In the order of names. */
  readonly people: readonly RosterPerson[];
  /** Posts of the committee and who holds them. */
  readonly posts: readonly { readonly kind: PostKind; readonly period: Period; readonly tenures: readonly { readonly personId: Id<'person'>; readonly period: Period }[] }[];
  /** What the owner of the phone may do at the unit: of meetings, members and tasks. */
  readonly may: readonly string[];
}
