/** A number that a rule sets, with its paper; leads to what is known of the rule. */
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ruleTitles } from '../../rules/rule.keys.ts';
import { isRuleKey, valueInWords } from '../../rules/web/rule.words.ts';
import type { Citation } from './meeting.words.ts';
import classes from './meetings.module.css';

export function Cited({ citation }: { readonly citation: Citation | undefined }) {
  const writing = useText();
  if (!citation) return null;
  const { key, value, paper } = citation;
  const title = ruleTitles[key];
  const written = isRuleKey(key) ? valueInWords({ key, value }, writing) : writing.number(value);
  return <span className={classes.cited}>{title ? `${writing.t(title)}: ` : ''}{written} (<PageLink href={`/quy-dinh/${key}`}>{paper}</PageLink>)</span>;
}
