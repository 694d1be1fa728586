/** The units directly under one, hierarchy by hierarchy, page by page; of a Party organisation with secretary and members. */
import { useState } from 'react';
import { figuresContract } from '../../../figures/figures.contract.ts';
import { foldVietnamese } from '../../../platform/text/fold.ts';
import { useProcedure, useRows } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { SearchBox } from '../../../ui/SearchBox.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { Column } from '../../../ui/table.ts';
import { postContract } from '../../posts/post.contract.ts';
import { unitContract, type UnitItem, type UnitPage } from '../unit.contract.ts';
import type { Hierarchy } from '../unit.kinds.ts';
import { unitTexts } from '../unit.web.messages.ts';
import { useUnitColumns } from './unit.columns.tsx';
import { kindName } from '../unit.kinds.ts';
import { hierarchyName, unitHref } from './unit.words.ts';

const PAGE = 100;
/** A commune has some forty cells. */
const MOST_POSTS = 500;
/** From here on a name is looked for rather than read. */
const SEARCHED_FROM = 12;

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
  const [typed, setTyped] = useState('');
  const { rows, more, error, retry } = useRows(unitContract.children, { id: unit.id, hierarchy, asOf: day, limit: PAGE });
  const columns = useChildColumns(unit, hierarchy);
  const counts = unit.childKinds.filter((one) => one.hierarchy === hierarchy).map(({ kind, count }) => `${number(count)} ${kindName(kind, language).toLowerCase()}`);
  if (error) return <ProblemNotice problem={error} onRetry={retry} />;
  const words = foldVietnamese(typed);
  const isSearched = rows !== undefined && rows.length >= SEARCHED_FROM && !more;
  return (
    <DataTable
      label={t(unitTexts.children)}
      columns={columns}
      rows={isSearched && words !== '' ? rows.filter(({ name }) => foldVietnamese(name).includes(words)) : rows}
      rowId={({ id }) => id}
      rowName={({ name }) => name}
      rowHref={({ id }) => unitHref(id)}
      countText={counts.join(' · ')}
      more={more}
      tools={isSearched && <SearchBox label={t(unitTexts.findChild)} value={typed} onChange={setTyped} />}
      empty={words === ''
        ? <EmptyState title={t(unitTexts.noChildrenTitle)} why={t(unitTexts.noChildrenWhy, { day: written(day) })} importHref="/nhap-du-lieu" />
        : <EmptyState title={t(unitTexts.noChildMatches)} why={t(unitTexts.noChildMatchesWhy)} />}
    />
  );
}

/** Cells are told by who leads them and how many they are; codes and units under them they have none. */
function useChildColumns(unit: UnitPage, hierarchy: Hierarchy): readonly Column<UnitItem>[] {
  const { t, number } = useText();
  const usual = useUnitColumns(false);
  const { day } = useAsOf();
  const hasCells = hierarchy === 'party' && unit.childKinds.some(({ kind }) => kind === 'cell');
  const members = useProcedure(figuresContract.breakdown, { figure: 'members', unit: unit.id, on: day, by: 'child' }, { enabled: hasCells && unit.may.includes('figure.read') });
  const secretaries = useProcedure(postContract.list, { unitId: unit.id, kind: ['secretary'], asOf: day, limit: MOST_POSTS }, { enabled: hasCells && unit.may.includes('post.read') });
  if (!hasCells) return usual;
  const counts = new Map(members.data?.items.map(({ code, count }) => [code, count]));
  const heldBy = Map.groupBy(secretaries.data?.items ?? [], (post) => post.unit.id);
  const wordOf = (id: UnitItem['id']) => heldBy.get(id)?.flatMap(({ holders }) => holders.map(({ person }) => person.fullName)).join(', ') || '–';
  return [
    ...usual.filter(({ id }) => id === 'name' || id === 'kind'),
    { id: 'secretary', title: t(unitTexts.secretary), priority: 2, cell: ({ id }) => wordOf(id) },
    { id: 'members', title: t(unitTexts.members), priority: 2, align: 'end', cell: ({ id }) => { const count = counts.get(id); return count === undefined ? '–' : number(count); } },
  ];
}
