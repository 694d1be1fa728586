/** Working far from home: gone, kept in touch with, back. Pure, as `membership.ts`. */
import { holdsOn, overlaps, type Day } from '../../platform/day.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';
import { coversSpell, monthsAfter, until, type AwaySpell, type MembershipHistory } from './membership.ts';

export function goAway(history: MembershipHistory, spell: AwaySpell): MembershipHistory | Refusal {
  if (!coversSpell(history, spell.period)) return refuse('membership.notMember', 'conflict');
  if (history.awaySpells.some(({ period }) => overlaps(period, spell.period))) return refuse('membership.alreadyAway', 'conflict');
  return { ...history, awaySpells: [...history.awaySpells, spell] };
}

/** The day proposed for the next call. No rule says how often to call: once a month, so that nobody is forgotten. */
export function nextCallAfter(on: Day): Day {
  return monthsAfter(on, 1);
}

/** What is agreed with a member who is away. */
export type Agreed = Pick<AwaySpell, 'contactedOn' | 'contactDueOn' | 'assignedWork'>;

interface Contact {
  readonly on: Day;
  readonly dueOn: Day | null;
  readonly work: string | null;
  /** What was agreed when it was recorded: what somebody else has agreed since is not written over. */
  readonly seen?: Agreed | undefined;
}

/** The cell has spoken to a member who is away: when to call next, and what work is agreed. */
export function keepContact(history: MembershipHistory, { on, dueOn, work, seen }: Contact): MembershipHistory | Refusal {
  const spell = history.awaySpells.find(({ period }) => holdsOn(period, on));
  if (!spell) return refuse('membership.notAway', 'conflict');
  if (spell.contactedOn !== null && spell.contactedOn > on) return refuse('membership.laterChange', 'conflict');
  if (dueOn !== null && dueOn <= on) return refuse('membership.dueBeforeContact', 'invalid', { on });
  const kept = { ...spell, contactedOn: on, contactDueOn: dueOn, assignedWork: work ?? spell.assignedWork };
  if (seen && !isAgreed(spell, seen) && !isAgreed(spell, kept)) return refuse('membership.changedMeanwhile', 'conflict', { agreed: agreedIn(spell) });
  return { ...history, awaySpells: history.awaySpells.map((other) => (other === spell ? kept : other)) };
}

function isAgreed(one: Agreed, other: Agreed): boolean {
  return one.contactedOn === other.contactedOn && one.contactDueOn === other.contactDueOn && one.assignedWork === other.assignedWork;
}

function agreedIn({ contactedOn, contactDueOn, assignedWork }: Agreed): Agreed {
  return { contactedOn, contactDueOn, assignedWork };
}

/** Back on `on`: the day before was the last one away. */
export function comeBack(history: MembershipHistory, { on }: { on: Day }): MembershipHistory | Refusal {
  const spell = history.awaySpells.find(({ period }) => holdsOn(period, on));
  if (!spell) return refuse('membership.notAway', 'conflict');
  if (spell.period.from === on) return refuse('membership.sameDay', 'conflict');
  return { ...history, awaySpells: history.awaySpells.map((other) => (other === spell ? { ...other, period: until(other.period, on) } : other)) };
}
