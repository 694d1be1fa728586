/** The columns of tables of units. */
import { useMemo } from 'react';
import { useText } from '../../../ui/language.tsx';
import type { Column } from '../../../ui/table.ts';
import type { UnitItem } from '../unit.contract.ts';
import { unitTexts } from '../unit.web.messages.ts';
import { kindWords } from './unit.words.ts';

/** Where all stand under the same unit, their path says nothing. */
export function useUnitColumns(withPath: boolean): readonly Column<UnitItem>[] {
  const { t, language, number } = useText();
  return useMemo(() => {
    const name: Column<UnitItem> = { id: 'name', title: t(unitTexts.name), cell: (unit) => unit.name, priority: 1 };
    const kind: Column<UnitItem> = { id: 'kind', title: t(unitTexts.kind), cell: (unit) => kindWords(unit, language), priority: 2 };
    const path: Column<UnitItem> = { id: 'path', title: t(unitTexts.under), cell: (unit) => unit.path.join(', ') || '–', priority: 2 };
    const code: Column<UnitItem> = { id: 'code', title: t(unitTexts.code), cell: (unit) => unit.code ?? '–', priority: 3 };
    const children: Column<UnitItem> = { id: 'children', title: t(unitTexts.childCount), cell: (unit) => (unit.children > 0 ? number(unit.children) : '–'), align: 'end', priority: 3 };
    return [name, kind, ...(withPath ? [path] : []), code, children];
  }, [t, language, number, withPath]);
}
