/** What must be filled in before a form is sent, as sentences under its fields. Pure. */
import type { Text } from '../../../platform/contract.ts';
import { unitTexts } from '../unit.web.messages.ts';
import { faultsOf, type FactsDraft } from './unit.draft.ts';

export interface Filled {
  readonly draft?: FactsDraft;
  readonly on?: string | undefined;
  /** Fields that need a unit, a reason: true where they have it. */
  readonly needs?: Readonly<Partial<Record<'parent' | 'other' | 'reason', boolean>>>;
}

const sentences = { parent: unitTexts.unitMissing, other: unitTexts.unitMissing, reason: unitTexts.reasonMissing } as const;

export function missingIn({ draft, on, needs = {} }: Filled, t: (text: Text) => string): Readonly<Record<string, string>> {
  const facts = draft ? faultsOf(draft).map((field) => [field, t(field === 'name' ? unitTexts.nameMissing : unitTexts.numberWrong)]) : [];
  const fields = (['parent', 'other', 'reason'] as const).filter((field) => needs[field] === false).map((field) => [field, t(sentences[field])]);
  return Object.fromEntries([...facts, ...fields, ...(on === undefined ? [['on', t(unitTexts.dayMissing)]] : [])]);
}
