/** Rules as dated data: of one key and one scope one value holds on a day (`series.ts`), within the bounds of its key. Pure. */
import type { Day } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';
import type { UnitKind } from '../units/unit.kinds.ts';
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

/** Who may set a value of their own, and in which direction alone it may differ from that of the level above. Data, as the values are. */
export interface RuleLimit {
  readonly lowest: (typeof lowestLevels)[number];
  readonly stricter: (typeof directions)[number] | null;
}

export const lowestLevels = ['country', 'province', 'any'] as const;
export const directions = ['more', 'less'] as const;

/** Whether the rule leaves a unit of the kind a value of its own. */
export function refusalOfScope({ lowest }: RuleLimit, unitKind: UnitKind): Refusal | undefined {
  if (!unitKind.endsWith('_party')) return refuse('rules.notAScope', 'conflict');
  if (lowest === 'country') return refuse('rules.countryOnly', 'conflict');
  return lowest === 'province' && unitKind !== 'provincial_party' ? refuse('rules.provinceOnly', 'conflict') : undefined;
}

/** What the level above has set is not loosened below it. */
export function refusalOfLooser(key: RuleKey, { value, above, stricter }: Pick<RuleLimit, 'stricter'> & { readonly value: number; readonly above: number }): Refusal | undefined {
  const isLooser = (stricter === 'more' && value < above) || (stricter === 'less' && value > above);
  return isLooser ? refuse(stricter === 'more' ? 'rules.belowAbove' : 'rules.overAbove', 'conflict', { above: ruleKinds[key].unit === 'share' ? `${above * 100}%` : above }) : undefined;
}

/** The document with the place in it. */
export function paperOf({ document, article }: Pick<RuleEntry, 'document' | 'article'>): string {
  return article === null ? document : `${document}, ${article}`;
}
