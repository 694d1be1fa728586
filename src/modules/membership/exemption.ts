/** Excused from the activities of the Party for a time. Pure, as `membership.ts`. */
import { holdsOn, overlaps, type Day } from '../../platform/day.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';
import { coversSpell, until, type Exemption, type MembershipHistory } from './membership.ts';

/** Excused from work and activity for age or health, by decision of the cell; the reason is not recorded (232-QĐ/TW, Art. 7). */
export function exempt(history: MembershipHistory, exemption: Exemption): MembershipHistory | Refusal {
  if (!coversSpell(history, exemption.period)) return refuse('membership.notMember', 'conflict');
  if (history.exemptions.some(({ period }) => overlaps(period, exemption.period))) return refuse('membership.alreadyExempt', 'conflict');
  return { ...history, exemptions: [...history.exemptions, exemption] };
}

export function endExemption(history: MembershipHistory, { on }: { on: Day }): MembershipHistory | Refusal {
  const exemption = history.exemptions.find(({ period }) => holdsOn(period, on));
  if (!exemption) return refuse('membership.notExempt', 'conflict');
  if (exemption.period.from === on) return refuse('membership.sameDay', 'conflict');
  return { ...history, exemptions: history.exemptions.map((other) => (other === exemption ? { ...other, period: until(other.period, on) } : other)) };
}
