/** How long places wait in the middle, by topic: medians do not add up, so they are told beside the figures. */
import { useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { useText } from '../../../ui/language.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { petitionContract } from '../petition.contract.ts';
import { petitionsWeb as texts } from './petitions.web.messages.ts';
import classes from './petitions.module.css';

export function Medians({ unitId }: { readonly unitId: string }) {
  const { t, number } = useText();
  const { data, error, refetch } = useProcedure(petitionContract.times, { unitId, on: useAsOf().day });
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  const days = (value: number | null) => (value === null ? '–' : number(value));
  return (
    <Section title={t(texts.medianTitle)}>
      <DataTable
        label={t(texts.medianTitle)}
        rows={data?.items}
        rowId={(row) => row.group ?? ''}
        empty={<p className={classes.soft}>{t(texts.medianNone)}</p>}
        columns={[
          { id: 'group', title: t(texts.medianGroup), priority: 1, cell: (row) => (row.name ? t(row.name) : <strong>{t(texts.medianAll)}</strong>) },
          { id: 'count', title: t(texts.medianCount), align: 'end', priority: 2, cell: (row) => number(row.answered) },
          { id: 'first', title: t(texts.medianFirst), align: 'end', priority: 2, cell: (row) => days(row.first) },
          { id: 'final', title: t(texts.medianFinal), align: 'end', priority: 2, cell: (row) => days(row.final) },
        ]}
      />
    </Section>
  );
}
