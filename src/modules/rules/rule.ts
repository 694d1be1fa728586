/**
 * Rules as dated data: of one key and one scope (the country, or a unit and all below it) one value holds on a day. Pure: a
 * rule of this file answers the series as it then is, or a refusal.
 */
import { addDays, overlaps, type Day, type Period } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';
import { ruleKinds, type RuleKey } from './rule.keys.ts';

/** Read in the document in force; in one since replaced; elsewhere than in the document; not confirmed. */
export const confidences = ['read', 'replaced', 'secondary', 'unconfirmed'] as const;
export type Confidence = (typeof confidences)[number];

export interface RuleEntry {
  readonly id: Id<'rule'>;
  readonly value: number;
  readonly period: Period;
  readonly document: string;
  readonly article: string | null;
  readonly confidence: Confidence;
}

/** All that was or is in force of one key in one scope, by day. */
export interface RuleSeries {
  readonly key: RuleKey;
  readonly scopeUnitId: Id<'unit'> | null;
  readonly entries: readonly RuleEntry[];
}

/** From its first day on the entry takes the place of whatever held; what begins later must have been taken back before. */
export function setRule(series: RuleSeries, entry: RuleEntry): RuleSeries | Refusal {
  const { least, most } = ruleKinds[series.key];
  if (entry.value < least || entry.value > most) return refuse('rules.valueOutside', 'invalid', { least, most });
  const { from, to } = entry.period;
  if (to !== null && to < from) return refuse('rules.endsBeforeStart', 'invalid', { from });
  // As with ending it: without a national value whatever asks for the rule would have none.
  if (to !== null && series.scopeUnitId === null) return refuse('rules.nationalStays', 'conflict');
  const later = series.entries.find(({ period }) => period.from >= from && overlaps(period, entry.period));
  if (later) return refuse('rules.setAlready', 'conflict', { from: later.period.from });
  const before = series.entries.map((other) => (overlaps(other.period, entry.period) ? { ...other, period: { from: other.period.from, to: addDays(from, -1) } } : other));
  return inOrder({ ...series, entries: [...before, entry] });
}

/** After its last day the value of the scope above holds again. */
export function endRule(series: RuleSeries, { id, lastDay }: { id: Id<'rule'>; lastDay: Day }): RuleSeries | Refusal {
  const entry = series.entries.find((one) => one.id === id);
  if (!entry) return refuse('platform.notFound', 'not_found');
  if (series.scopeUnitId === null) return refuse('rules.nationalStays', 'conflict');
  if (lastDay < entry.period.from) return refuse('rules.endsBeforeStart', 'invalid', { from: entry.period.from });
  if (entry.period.to !== null && entry.period.to <= lastDay) return refuse('rules.endedAlready', 'conflict', { on: entry.period.to });
  return { ...series, entries: series.entries.map((one) => (one.id === id ? { ...one, period: { from: one.period.from, to: lastDay } } : one)) };
}

/** The document with the place in it. */
export function paperOf({ document, article }: Pick<RuleEntry, 'document' | 'article'>): string {
  return article === null ? document : `${document}, ${article}`;
}

function inOrder(series: RuleSeries): RuleSeries {
  return { ...series, entries: series.entries.toSorted((one, other) => (one.period.from < other.period.from ? -1 : 1)) };
}
