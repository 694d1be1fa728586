/** Whom and what the import is about, by name. */
import { Facts } from '../../../ui/Facts.tsx';
import { useText } from '../../../ui/language.tsx';
import type { Checked } from '../imports.contract.ts';
import { importTexts } from '../imports.web.messages.ts';

const SHOWN = 30;

export function TouchedNames({ touched }: { readonly touched: Checked['touched'] }) {
  const { t, number } = useText();
  const written = (names: readonly string[], count: number) => {
    const shown = names.slice(0, SHOWN).join(', ');
    return count > SHOWN ? t(importTexts.andMore, { names: shown, count: number(count - SHOWN) }) : shown;
  };
  return <Facts facts={touched.map(({ sheet, isNew, count, names }) => ({ label: t(importTexts[`touched.${sheet}.${isNew ? 'new' : 'known'}`], { count: number(count) }), value: written(names, count) }))} />;
}
