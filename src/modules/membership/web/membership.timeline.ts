/** The spells of a person as one story, latest first. Pure: what each entry says, not how it looks. */
import { addDays, type Day } from '../../../platform/day.ts';
import type { Text } from '../../../platform/contract.ts';
import type { MessageParams } from '../../../platform/messages.ts';
import { membershipWeb as texts } from './membership.web.messages.ts';
import type { Spells } from './membership.state.ts';

export interface StoryEntry {
  readonly id: string;
  readonly on: Day;
  /** Absent: it happened on one day. */
  readonly period?: { readonly from: Day; readonly to: Day | null };
  readonly title: Text;
  readonly params?: MessageParams;
  readonly unit?: { readonly id: string; readonly name: string };
  /** `on` is written as a day where the sentence is shown. */
  readonly notes: readonly { readonly text: Text; readonly params?: MessageParams; readonly on?: Day }[];
}

/** What had begun by the day, and how many entries come after it. */
export function membershipStory(spells: Spells, on: Day): { entries: readonly StoryEntry[]; later: number } {
  const all = [...spells.memberships.flatMap(membershipEntries), ...spells.placements.flatMap((placement) => placementEntries(placement, spells)), ...spells.exemptions.map(exemptionEntry), ...spells.awaySpells.map(awayEntry)];
  const begun = all.filter((entry) => entry.on <= on);
  return { entries: begun.toSorted(latestFirst), later: all.length - begun.length };
}

function membershipEntries({ id, period, recognisedOn, endReason, decision }: Spells['memberships'][number]): StoryEntry[] {
  return [
    { id: `${id} admitted`, on: period.from, title: texts.admitted, notes: endReason === null ? paper(decision) : [] },
    ...(recognisedOn === null ? [] : [{ id: `${id} recognised`, on: recognisedOn, title: texts.recognised, notes: [] }]),
    ...(endReason === null || period.to === null ? [] : [{ id: `${id} ended`, on: addDays(period.to, 1), title: texts[`end.${endReason}`], notes: paper(decision) }]),
  ];
}

function placementEntries({ id, cell, kind, period, inReason, outReason, decision, confirmedOn }: Spells['placements'][number], { memberships }: Spells): StoryEntry[] {
  const title = kind === 'official' ? texts.placedAt : texts.guestAt;
  const came = inReason ? [{ text: texts[`in.${inReason}`] }] : [];
  const stay: StoryEntry = { id, on: period.from, period, title, params: { cell: cell.name }, unit: cell, notes: [...came, ...confirmation({ kind, confirmedOn }), ...paper(decision)] };
  // Where the membership ended with the stay, its end is told already, and nobody is on the road.
  const isOver = memberships.some((membership) => membership.endReason !== null && membership.period.to === period.to);
  if (outReason !== 'transfer_out' || period.to === null || isOver) return [stay];
  return [stay, { id: `${id} left`, on: addDays(period.to, 1), title: texts.left, notes: [] }];
}

function confirmation({ kind, confirmedOn }: Pick<Spells['placements'][number], 'kind' | 'confirmedOn'>): StoryEntry['notes'] {
  if (kind !== 'temporary') return [];
  return [confirmedOn === null ? { text: texts.notConfirmed } : { text: texts.confirmedOn, on: confirmedOn }];
}

function exemptionEntry({ id, period, decision }: Spells['exemptions'][number]): StoryEntry {
  return { id, on: period.from, period, title: texts.exempted, notes: paper(decision) };
}

function awayEntry({ id, period, place, withLeave, contact, contactedOn, contactDueOn, assignedWork }: Spells['awaySpells'][number]): StoryEntry {
  const leave = withLeave === null ? [] : [{ text: withLeave ? texts.withLeave : texts.withoutLeave }];
  const reached = contact === null ? [] : [{ text: texts.contactThere, params: { contact } }];
  const kept = [
    ...(contactedOn === null ? [] : [{ text: texts.contactedOn, on: contactedOn }]), ...(contactDueOn === null ? [] : [{ text: texts.contactNext, on: contactDueOn }]),
    ...(assignedWork === null ? [] : [{ text: texts.workThere, params: { work: assignedWork } }]),
  ];
  return { id, on: period.from, period, title: place === null ? texts.away : texts.awayAt, ...(place === null ? {} : { params: { place } }), notes: [...leave, ...reached, ...kept] };
}

function paper(decision: string | null): StoryEntry['notes'] {
  return decision === null ? [] : [{ text: texts.decision, params: { decision } }];
}

/** Of one day, the later step stands higher: recognised above admitted, placed above admitted. */
function latestFirst(one: StoryEntry, other: StoryEntry): number {
  if (one.on !== other.on) return one.on < other.on ? 1 : -1;
  return rank(other) - rank(one);
}

function rank({ title }: StoryEntry): number {
  return title === texts.admitted ? 0 : title === texts.placedAt ? 1 : 2;
}
