/** What the search box and the filter of kinds find, as a table. */
import { useRows } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { Act } from '../../../ui/Act.tsx';
import { useAddressValue } from '../../../ui/address.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import type { Column } from '../../../ui/table.ts';
import { unitContract, type UnitItem } from '../unit.contract.ts';
import type { Hierarchy, UnitKind } from '../unit.kinds.ts';
import { unitTexts } from '../unit.web.messages.ts';
import { useUnitColumns } from './unit.columns.tsx';
import { unitHref } from './unit.words.ts';
import { unitsAsked } from './units.asked.ts';

export interface FoundUnitsProps {
  readonly text: string;
  readonly kinds: readonly UnitKind[];
  readonly hierarchy: Hierarchy;
}

export function FoundUnits({ text, kinds, hierarchy }: FoundUnitsProps) {
  const { t, number } = useText();
  const { day } = useAsOf();
  const [everywhere, setEverywhere] = useAddressValue('moi');
  const { rows, more, error, retry } = useRows(unitContract.list, { ...unitsAsked({ text, kinds, hierarchy, everywhere: Boolean(everywhere) }, day), limit: 100 });
  const columns: readonly Column<UnitItem>[] = useUnitColumns(true);
  if (error) return <ProblemNotice problem={error} onRetry={retry} />;
  const wider = !everywhere && text !== '' && <Act onPress={() => setEverywhere('1')}>{t(unitTexts.everyHierarchy)}</Act>;
  return (
    <DataTable
      label={t(unitTexts.units)}
      columns={columns}
      rows={rows}
      rowId={(unit) => unit.id}
      rowName={(unit) => unit.name}
      rowHref={(unit) => unitHref(unit.id)}
      countText={rows && t(more ? unitTexts.shownMore : unitTexts.shown, { count: number(rows.length) })}
      more={more}
      empty={<EmptyState title={t(unitTexts.noMatchTitle)} why={t(unitTexts.noMatchWhy)} act={wider} />}
    />
  );
}
