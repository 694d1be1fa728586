/** A rule that a meeting is held by, where one is in force. */
import { RuleCitation, type Citation } from '../../rules/web/RulesInForce.tsx';

export function Cited({ citation }: { readonly citation: Citation | undefined }) {
  return citation ? <RuleCitation citation={citation} /> : null;
}
