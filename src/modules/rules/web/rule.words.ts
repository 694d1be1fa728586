/** A rule in words: its value with its unit, its paper, who it holds for. */
import type { z } from 'zod';
import type { Writing } from '../../../ui/language.tsx';
import type { ruleContract } from '../rule.contract.ts';
import { ruleKinds, ruleUnits, type RuleKey } from '../rule.keys.ts';
import { ruleMessages } from '../rule.messages.ts';
import type { Confidence } from '../rule.ts';
import { rulesWeb as texts } from './rules.web.messages.ts';

export type RuleItem = z.output<(typeof ruleContract)['list']['output']>['items'][number];

export function isRuleKey(key: string | undefined): key is RuleKey {
  return key !== undefined && Object.hasOwn(ruleKinds, key);
}

/** "90 phút", "90%", "ngày 25 hằng tháng", "có". */
export function valueInWords({ key, value }: Pick<RuleItem, 'key' | 'value'>, { t, number, percent, language }: Writing): string {
  const { unit } = ruleKinds[key];
  if (unit === 'share') return percent(Math.round(value * 1000) / 10);
  if (unit === 'dayOfMonth') return language === 'vi' ? `ngày ${number(value)} ${t(ruleUnits[unit])}` : `day ${number(value)} ${t(ruleUnits[unit])}`;
  if (unit === 'flag') return t(value === 0 ? texts.no : texts.yes);
  return `${number(value)} ${t(ruleUnits[unit])}`;
}

export function scopeName({ scope }: { readonly scope: { readonly name: string } | null }, { t }: Writing): string {
  return scope?.name ?? t(texts.country);
}

interface Sourced {
  readonly confidence: Confidence;
  readonly replacedBy?: string | null;
  readonly scope: { readonly name: string } | null;
  readonly setOn?: string | null;
}

/** How sure the value is; of a unit's own who set it, whose document it is. */
export function sourceInWords({ confidence, replacedBy, scope, setOn }: Sourced, { t, day }: Writing): string {
  if (scope) return setOn ? t(ruleMessages.ownOn, { scope: scope.name, day: day(setOn) }) : t(ruleMessages.own, { scope: scope.name });
  return confidence === 'replaced' && replacedBy ? t(ruleMessages.replacedBy, { paper: replacedBy }) : t(ruleMessages[confidence]);
}

/** A share is typed in percent. */
export function typedValue(key: RuleKey, typed: string | number): number | undefined {
  if (typed === '') return undefined;
  return ruleKinds[key].unit === 'share' ? Number(typed) / 100 : Number(typed);
}
