/** Rules that a screen applies, as they hold at a unit on a day, each with its value and its paper; leads to the rule. */
import { useProcedure } from '../../../shell/api.ts';
import { useMayVisit } from '../../../shell/session.ts';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { paperOf } from '../rule.ts';
import { ruleContract } from '../rule.contract.ts';
import { ruleKinds, type RuleKey } from '../rule.keys.ts';
import { isRuleKey, valueInWords } from './rule.words.ts';
import classes from './rules.module.css';

interface RulesInForceProps {
  readonly keys: readonly string[];
  readonly unitId: string | undefined;
  readonly on: string;
}

/** Nothing is shown to whoever may not read rules, and nothing while they are not known. */
export function RulesInForce({ keys, unitId, on }: RulesInForceProps) {
  const known = keys.filter(isRuleKey);
  const mayRead = useMayVisit('rule.read');
  const { data } = useProcedure(ruleContract.list, { asOf: on, ...(unitId ? { unitId } : {}) }, { enabled: mayRead && known.length > 0 });
  const found = data?.items.filter(({ key }) => known.includes(key)) ?? [];
  if (found.length === 0) return null;
  return <ul className={classes.cited}>{found.map((rule) => <li key={rule.id}><RuleCitation citation={{ key: rule.key, value: rule.value, paper: paperOf(rule) }} /></li>)}</ul>;
}

export interface Citation {
  readonly key: string;
  readonly value: number;
  readonly paper: string;
}

/** "Thời gian dự bị: 12 tháng (Điều lệ Đảng, Điều 5)". */
export function RuleCitation({ citation: { key, value, paper } }: { readonly citation: Citation }) {
  const writing = useText();
  if (!isRuleKey(key)) return null;
  return <span className={classes.citation}>{writing.t(titleOf(key))}: {valueInWords({ key, value }, writing)} (<PageLink href={`/quy-dinh/${key}`}>{paper}</PageLink>)</span>;
}

function titleOf(key: RuleKey) {
  return ruleKinds[key].title;
}
