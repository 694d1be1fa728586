/** The rules that meetings apply, as a phone carries them for one unit: values with their papers, scoring frames, days off. Pure. */
import type { Day } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { ruleKeys, ruleKinds, type RuleKey } from '../rules/rule.keys.ts';
import { valueOn, type Spell } from '../rules/rule.spells.ts';
import type { WorkingCalendar } from '../rules/working.days.ts';
import type { Criterion } from './meeting.parts.ts';

export interface CarriedRules {
  readonly unitId: Id<'unit'>;
  readonly values: Readonly<Partial<Record<RuleKey, readonly Spell<CarriedValue>[]>>>;
  readonly frames: readonly Spell<CarriedFrame>[];
  /** As in `WorkingCalendar`; of last year, this year and the next. */
  readonly off: readonly Day[];
  readonly worked: readonly Day[];
}

export interface CarriedValue {
  readonly value: number;
  /** The document with the place in it. */
  readonly paper: string;
}

export interface CarriedFrame {
  readonly criteria: readonly Criterion[];
  readonly document: string;
}

export const meetingRuleKeys: readonly RuleKey[] = ruleKeys.filter((key) => ruleKinds[key].group === 'meetings');

export function ruleOn({ values }: CarriedRules, key: RuleKey, on: Day): CarriedValue | undefined {
  return valueOn(values[key] ?? [], on);
}

/** Without criteria where none is in force. */
export function frameOn({ frames }: CarriedRules, on: Day): CarriedFrame {
  return valueOn(frames, on) ?? { criteria: [], document: '' };
}

export function calendarOf({ off, worked }: CarriedRules): WorkingCalendar {
  return { off: new Set(off), worked: new Set(worked) };
}
