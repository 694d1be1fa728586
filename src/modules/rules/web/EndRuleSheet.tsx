/** Ends a unit's own value. */
import { call } from '../../../shell/api.ts';
import { useText } from '../../../ui/language.tsx';
import { ruleContract } from '../rule.contract.ts';
import { ruleKinds } from '../rule.keys.ts';
import { EndSheet } from './EndSheet.tsx';
import { useRuleRecording } from './rule.recording.ts';
import { scopeName, valueInWords, type RuleItem } from './rule.words.ts';
import { rulesWeb as texts } from './rules.web.messages.ts';

export function EndRuleSheet({ entry, onClose }: { readonly entry: Pick<RuleItem, 'id' | 'key' | 'value' | 'period' | 'scope'>; readonly onClose: () => void }) {
  const writing = useText();
  const { t } = writing;
  const { key, id, period } = entry;
  const title = t(ruleKinds[key].title);
  const intro = `${title}: ${valueInWords(entry, writing)}, ${scopeName(entry, writing)}. ${t(texts.endIntro)}`;
  return <EndSheet intro={intro} since={period.from} recording={useRuleRecording(onClose)} send={(ended) => call(ruleContract.end, { key, id, ...ended })} told={t(texts.valueEnded, { rule: title })} />;
}
