/** Oversight: what one follows oneself, and the board of a regulation: units, cadres, gaps with proposals, gaps over a time. */
import { Select } from '@mantine/core';
import { useState } from 'react';
import { useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { useMayVisit } from '../../../shell/session.ts';
import { Act } from '../../../ui/Act.tsx';
import { useAddressValue } from '../../../ui/address.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageSkeleton } from '../../../ui/Loading.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { oversightContract } from '../oversight.contract.ts';
import { OwnAssignments, useOwnAssignments } from './OwnAssignments.tsx';
import { oversightTitles } from './oversight.titles.messages.ts';
import { oversightWeb as texts } from './oversight.web.messages.ts';
import { params } from './oversight.words.ts';
import { RegulationBoard } from './RegulationBoard.tsx';
import { RegulationSheet } from './RegulationSheet.tsx';
import classes from './oversight.module.css';

export function OversightPage() {
  const { t } = useText();
  const mayAssign = useMayVisit('oversight.assign');
  const [isAdding, setAdding] = useState(false);
  const [, choose] = useAddressValue(params.regulation, 'push');
  const add = mayAssign && <Act onPress={() => setAdding(true)}>{t(texts.addRegulation)}</Act>;
  return (
    <>
      <PageHead title={t(oversightTitles.oversight)} description={t(texts.about)} acts={<>{add}<PrintButton /></>} />
      <OwnAssignments />
      <Chosen onAdd={mayAssign ? () => setAdding(true) : undefined} />
      {isAdding && <RegulationSheet onClose={() => setAdding(false)} onDone={choose} />}
    </>
  );
}

/** The one in the address; else that which has the unit in the address followed, else the latest that is in force. */
function Chosen({ onAdd }: { readonly onAdd: (() => void) | undefined }) {
  const { t } = useText();
  const { today } = useAsOf();
  const [unitId] = useAddressValue(params.unit);
  const [wanted, choose] = useAddressValue(params.regulation, 'push');
  const { data, error, refetch } = useProcedure(oversightContract.regulations, { show: 'all', limit: 200 });
  const covering = useProcedure(oversightContract.regulations, { covers: unitId ?? '', limit: 1 }, { enabled: unitId !== undefined });
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!data || (unitId !== undefined && covering.isPending)) return <PageSkeleton />;
  if (data.items.length === 0) return <NothingYet onAdd={onAdd} />;
  const proposed = data.items.find(({ unit }) => unit.id === unitId) ?? data.items.find(({ id }) => id === covering.data?.items[0]?.id) ?? data.items.find(({ period }) => period.to === null || period.to >= today);
  const chosen = data.items.find(({ id }) => id === wanted) ?? proposed;
  return (
    <>
      {(data.items.length > 1 || !chosen) && (
        <div className={classes.pick} data-screen-only>
          <Select
            label={t(texts.regulation)} value={chosen?.id ?? null} onChange={(id) => choose(id ?? undefined)} allowDeselect={false} searchable
            data={data.items.map(({ id, title, unit, period }) => ({ value: id, label: `${period.to === null ? title : t(texts.ended, { title })} · ${unit.name}` }))}
          />
        </div>
      )}
      {chosen && <RegulationBoard key={chosen.id} id={chosen.id} />}
    </>
  );
}

/** Who may assign is told what to enter first; whoever sits at a unit below, whether somebody follows it: who does stands above. */
function NothingYet({ onAdd }: { readonly onAdd: (() => void) | undefined }) {
  const { t } = useText();
  const { own, here } = useOwnAssignments();
  if (!onAdd && (own.isLoading || here.isLoading || own.data?.items.length || here.data?.items.length)) return null;
  if (!onAdd) return <EmptyState title={t(texts.nobodyHereTitle)} why={t(texts.nobodyHereWhy)} />;
  return <EmptyState title={t(texts.emptyTitle)} why={t(texts.emptyWhy)} act={<Act onPress={onAdd}>{t(texts.addRegulation)}</Act>} />;
}
