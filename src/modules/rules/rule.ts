/** Rules as dated data: of one key and one scope one value holds on a day (`series.ts`), within the bounds of its key. Pure. */
import type { Day } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';
import { ruleKinds, type RuleKey } from './rule.keys.ts';
import { endInSeries, setInSeries, type Entry, type Series } from './series.ts';

/** Read in the document in force; in one since replaced; elsewhere than in the document; not confirmed. */
export const confidences = ['read', 'replaced', 'secondary', 'unconfirmed'] as const;
export type Confidence = (typeof confidences)[number];

export interface RuleEntry extends Entry {
  readonly id: Id<'rule'>;
  readonly value: number;
  readonly document: string;
  readonly article: string | null;
  readonly confidence: Confidence;
}

/** All that was or is in force of one key in one scope, by day. */
export interface RuleSeries extends Series<RuleEntry> {
  readonly key: RuleKey;
}

const problems = { endsBeforeStart: 'rules.endsBeforeStart', nationalStays: 'rules.nationalStays', setAlready: 'rules.setAlready', endedAlready: 'rules.endedAlready' };

export function setRule(series: RuleSeries, entry: RuleEntry): RuleSeries | Refusal {
  const { least, most } = ruleKinds[series.key];
  if (entry.value < least || entry.value > most) return refuse('rules.valueOutside', 'invalid', { least, most });
  return setInSeries(series, { entry, problems });
}

export function endRule(series: RuleSeries, ended: { id: Id<'rule'>; lastDay: Day }): RuleSeries | Refusal {
  return endInSeries(series, { ...ended, problems });
}

/** The document with the place in it. */
export function paperOf({ document, article }: Pick<RuleEntry, 'document' | 'article'>): string {
  return article === null ? document : `${document}, ${article}`;
}
