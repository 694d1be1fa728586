/** Evaluations that the own committee makes of the cadres it has assigned. */
import { useState } from 'react';
import { searchPeople } from '../../../access/web/PersonChoice.tsx';
import { call, useProcedure, useRows } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { useSession } from '../../../shell/session.ts';
import { PagePath } from '../../../shell/PagePath.tsx';
import { Act } from '../../../ui/Act.tsx';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useGo } from '../../../ui/address.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { Lookup, type LookupChoice } from '../../../ui/Lookup.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import type { Column } from '../../../ui/table.ts';
import { day as asDay } from '../../../platform/day.ts';
import type { z } from 'zod';
import { RegisterField, useRegisterChoice } from '../../documents/web/RegisterField.tsx';
import { introOf } from '../../membership/web/unit.choices.ts';
import { oversightContract } from '../../oversight/oversight.contract.ts';
import { levelNames } from '../../ratings/rating.kinds.ts';
import { yearOf } from '../quarter.ts';
import { reportContract } from '../report.contract.ts';
import { evaluationTexts as texts } from './reports.messages.ts';
import { useVisitRecording } from './visit.recording.ts';
import { visitsTitles } from './visits.titles.messages.ts';

type Row = z.output<(typeof reportContract)['evaluations']['output']>['items'][number];

export function EvaluationsPage() {
  const { t, day } = useText();
  const [isOpening, setOpening] = useState(false);
  const { rows, more, error, retry } = useRows(reportContract.evaluations, { limit: 50 });
  const columns: readonly Column<Row>[] = [
    { id: 'cadre', title: t(texts.cadre), priority: 1, cell: (row) => row.person.name },
    { id: 'term', title: t(texts.term), priority: 2, cell: (row) => t(texts.period, { from: day(row.from), to: day(row.to) }) },
    { id: 'state', title: t(texts.state), priority: 2, cell: (row) => t(texts[row.state]) },
    { id: 'level', title: t(texts.level), priority: 2, cell: (row) => (row.level ? t(levelNames[row.level]) : '–') },
  ];
  const open = <Act kind="main" onPress={() => setOpening(true)}>{t(texts.open)}</Act>;
  return (
    <>
      <PagePath steps={[{ label: t(visitsTitles.visits), href: '/bam-co-so/tham' }, { label: t(visitsTitles.evaluations) }]} />
      <PageHead title={t(visitsTitles.evaluations)} description={t(texts.about)} acts={open} />
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!(error && !rows) && <DataTable label={t(visitsTitles.evaluations)} columns={columns} rows={rows} more={more} rowId={(row) => row.id} rowName={(row) => row.person.name} rowHref={(row) => `/bam-co-so/danh-gia/${row.id}`} empty={<EmptyState title={t(texts.emptyTitle)} why={t(texts.emptyWhy)} act={<Act onPress={() => setOpening(true)}>{t(texts.open)}</Act>} />} />}
      {isOpening && <OpenSheet onClose={() => setOpening(false)} />}
    </>
  );
}

function OpenSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  const { today } = useAsOf();
  const go = useGo();
  const { home } = useSession();
  const regulations = useProcedure(oversightContract.regulations, { limit: 50 });
  const bodies = regulations.data?.items.map(({ unit }) => unit.id);
  // Who assigned evaluates: the unit with a regulation in force.
  const choice = useRegisterChoice(bodies?.find((id) => id === home?.unitId) ?? bodies?.[0]);
  const [person, setPerson] = useState<LookupChoice>();
  const [from, setFrom] = useState<string | undefined>(() => yearOf(asDay(today)).from);
  const [to, setTo] = useState<string | undefined>(() => yearOf(asDay(today)).to);
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = useVisitRecording({ onDone: ({ id }) => { onClose(); go(`/bam-co-so/danh-gia/${id}`); } });
  const submit = async () => {
    setChecked(true);
    const unitId = choice.unit?.id;
    if (unitId && person && from && to) await record(() => call(reportContract.openEvaluation, { unitId, personId: person.id, from, to }), { told: t(texts.saved) });
  };
  const missing = (value: unknown) => (isChecked && !value ? t(texts.missing) : undefined);
  return (
    <ActSheet title={t(texts.open)} verb={t(texts.open)} intro={introOf(choice)} onSubmit={() => void submit()} onClose={onClose} busy={busy || choice.isOnly === undefined} problem={problem}>
      <RegisterField choice={choice} error={missing(choice.unit) ?? fault('unitId')} />
      <Lookup label={t(texts.cadre)} value={person} onChange={setPerson} search={searchPeople} required error={missing(person) ?? fault('personId')} />
      <DayInput label={t(texts.from)} value={from} onChange={setFrom} required error={missing(from) ?? fault('from')} />
      <DayInput label={t(texts.to)} value={to} onChange={setTo} required {...(from ? { least: from } : {})} error={missing(to) ?? fault('to')} />
    </ActSheet>
  );
}
