/** The units directly under one, hierarchy by hierarchy, page by page. */
import { useRows } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { unitContract, type UnitPage } from '../unit.contract.ts';
import type { Hierarchy } from '../unit.kinds.ts';
import { unitTexts } from '../unit.web.messages.ts';
import { useUnitColumns } from './unit.columns.tsx';
import { kindName } from '../unit.kinds.ts';
import { hierarchyName, unitHref } from './unit.words.ts';

export function UnitChildren({ unit }: { readonly unit: UnitPage }) {
  const { language } = useText();
  const held = [...new Set(unit.childKinds.map(({ hierarchy }) => hierarchy))];
  const [only, ...others] = held;
  if (only && others.length === 0) return <ChildTable unit={unit} hierarchy={only} />;
  return held.map((hierarchy) => (
    <Section key={hierarchy} title={hierarchyName(hierarchy, language)}><ChildTable unit={unit} hierarchy={hierarchy} /></Section>
  ));
}

function ChildTable({ unit, hierarchy }: { readonly unit: UnitPage; readonly hierarchy: Hierarchy }) {
  const { t, number, language, day: written } = useText();
  const { day } = useAsOf();
  const { rows, more, error, retry } = useRows(unitContract.children, { id: unit.id, hierarchy, asOf: day, limit: 100 });
  const columns = useUnitColumns(false);
  const counts = unit.childKinds.filter((one) => one.hierarchy === hierarchy).map(({ kind, count }) => `${number(count)} ${kindName(kind, language).toLowerCase()}`);
  if (error) return <ProblemNotice problem={error} onRetry={retry} />;
  return (
    <DataTable
      label={t(unitTexts.children)}
      columns={columns}
      rows={rows}
      rowId={({ id }) => id}
      rowName={({ name }) => name}
      rowHref={({ id }) => unitHref(id)}
      countText={counts.join(' · ')}
      more={more}
      empty={<EmptyState title={t(unitTexts.noChildrenTitle)} why={t(unitTexts.noChildrenWhy, { day: written(day) })} importHref="/nhap-du-lieu" />}
    />
  );
}
