/** Over any time: which units nobody followed, from when to when. */
import { useState } from 'react';
import { useRows } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import type { Column } from '../../../ui/table.ts';
import { unitHref } from '../../units/web/unit.words.ts';
import { boardContract } from '../board.contract.ts';
import { oversightWeb as texts } from './oversight.web.messages.ts';
import type { GapRow } from './oversight.words.ts';
import classes from './oversight.module.css';

export function GapsTable({ regulationId }: { readonly regulationId: string }) {
  const { t, day } = useText();
  const { day: on } = useAsOf();
  const [from, setFrom] = useState<string | undefined>(`${on.slice(0, 4)}-01-01`);
  const [to, setTo] = useState<string | undefined>(on);
  const asked = from !== undefined && to !== undefined && from <= to;
  const { rows, more, error, retry } = useRows(boardContract.gaps, { regulationId, from: from ?? on, to: asked ? to : (from ?? on), limit: 50 });
  const columns: readonly Column<GapRow>[] = [
    { id: 'unit', title: t(texts.unit), priority: 1, cell: ({ unit }) => <PageLink href={unitHref(unit.id)} className={classes.open}>{unit.name}</PageLink> },
    { id: 'gaps', title: t(texts.gaps), priority: 2, cell: ({ gaps }) => <span className={classes.followers}>{gaps.map((gap) => <span key={gap.from}>{t(texts.gapDays, { from: day(gap.from), to: day(gap.to), days: String(gap.days) })}</span>)}</span> },
  ];
  return (
    <>
      <div className={classes.tools} data-screen-only>
        <DayInput label={t(texts.gapsFrom)} value={from} onChange={setFrom} />
        <DayInput label={t(texts.gapsTo)} value={to} onChange={setTo} {...(from ? { least: from } : {})} />
      </div>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!(error && !rows) && <DataTable label={t(texts.gapsOver)} columns={columns} rows={rows} more={more} rowId={({ unit }) => unit.id} rowName={({ unit }) => unit.name} empty={<EmptyState title={t(texts.noGaps)} why={t(texts.noGapsWhy)} />} />}
    </>
  );
}
