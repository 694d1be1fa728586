/** How the unit is related to others beside its place in the trees, with the act that ends a relation. */
import { useState } from 'react';
import { useAsOf } from '../../../shell/asOf.ts';
import { Act } from '../../../ui/Act.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import type { Column } from '../../../ui/table.ts';
import type { UnitPage } from '../unit.contract.ts';
import { unitTexts } from '../unit.web.messages.ts';
import { RelateSheet, UnrelateSheet } from './RelationSheets.tsx';
import { kindWords, unitHref } from './unit.words.ts';

type Relation = UnitPage['relations'][number];

export function UnitRelations({ unit }: { readonly unit: UnitPage }) {
  const { t } = useText();
  const [isAdding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Relation>();
  const mayManage = unit.may.includes('unit.manage') && unit.state === 'stands';
  const columns = useColumns({ mayManage, onEnd: setEnding });
  const add = mayManage && <Act onPress={() => setAdding(true)}>{t(unitTexts.relate)}</Act>;
  return (
    <>
      <DataTable
        label={t(unitTexts.relations)}
        columns={columns}
        rows={unit.relations}
        rowId={({ kind, direction, other, from }) => `${kind} ${direction} ${other.id} ${from}`}
        tools={unit.relations.length > 0 && add}
        empty={<EmptyState title={t(unitTexts.noRelationsTitle)} why={t(unitTexts.noRelationsWhy)} act={add} importHref="/nhap-du-lieu" />}
      />
      {isAdding && <RelateSheet unit={unit} onClose={() => setAdding(false)} />}
      {ending && <UnrelateSheet unit={unit} relation={ending} onClose={() => setEnding(undefined)} />}
    </>
  );
}

function useColumns({ mayManage, onEnd }: { mayManage: boolean; onEnd: (relation: Relation) => void }): readonly Column<Relation>[] {
  const { t, language, period } = useText();
  const { day } = useAsOf();
  const columns: Column<Relation>[] = [
    { id: 'other', title: t(unitTexts.otherUnit), cell: ({ other }) => <PageLink href={unitHref(other.id)}>{other.name}</PageLink>, priority: 1 },
    { id: 'relation', title: t(unitTexts.relation), cell: ({ kind, direction }) => t(unitTexts[`relation.${kind}.${direction}`]), priority: 2 },
    { id: 'kind', title: t(unitTexts.kind), cell: ({ other }) => kindWords(other, language), priority: 3 },
    { id: 'period', title: t(unitTexts.time), cell: (relation) => period(relation), priority: 2 },
    { id: 'decision', title: t(unitTexts.decision), cell: ({ decision }) => decision ?? '–', priority: 3 },
  ];
  if (!mayManage) return columns;
  const endable = (relation: Relation) => relation.direction === 'out' && relation.from <= day && (relation.to === null || day <= relation.to);
  return [...columns, {
    id: 'act', title: t(unitTexts.act), priority: 2,
    cell: (relation) => endable(relation) && <Act kind="quiet" aria-label={t(unitTexts.unrelateWith, { name: relation.other.name })} onPress={() => onEnd(relation)}>{t(unitTexts.unrelate)}</Act>,
  }];
}
