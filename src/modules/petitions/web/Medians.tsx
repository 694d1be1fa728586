/** How long places wait in the middle, by group of topics; how many were answered opens to the very petitions. */
import { figureHref, RECORDS_PLACE } from '../../../figures/web/figure.address.ts';
import { FigureNotes } from '../../../figures/web/FigureNotes.tsx';
import { useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { petitionContract } from '../petition.contract.ts';
import { topicGroups } from '../petition.topics.ts';
import { petitionsWeb as texts } from './petitions.web.messages.ts';
import classes from './petitions.module.css';

export function Medians({ unitId }: { readonly unitId: string }) {
  const { t, number, day: written } = useText();
  const { day } = useAsOf();
  const { data, error, refetch } = useProcedure(petitionContract.times, { unitId, on: day });
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  const days = (value: number | null) => (value === null ? '–' : number(value));
  const records = (group: string | null) => `${figureHref({ figure: 'petitions.times', unit: unitId, filter: group === null ? [] : [`group:${group}`] })}#${RECORDS_PLACE}`;
  return (
    <Section title={t(texts.medianTitle)} description={t(texts.medianAbout, { day: written(day) })}>
      {data && <FigureNotes notes={data.notes} question={{ figure: 'petitions.times', unit: unitId, on: day, boundaries: 'day', filter: [] }} />}
      <div className={classes.numbers}><DataTable
        label={t(texts.medianTitle)}
        rows={data?.items}
        rowId={(row) => row.group ?? ''}
        empty={<p className={classes.soft}>{t(texts.medianNone)}</p>}
        columns={[
          { id: 'group', title: t(texts.medianGroup), priority: 1, cell: (row) => (row.name ? t(row.name) : <strong>{t(texts.medianAll)}</strong>) },
          { id: 'count', title: t(texts.medianCount), align: 'end', priority: 2, width: '11rem', cell: ({ group, name, answered }) => {
            const count = number(answered);
            // Figures divide by the groups that came with the system alone.
            if (group !== null && !(group in topicGroups)) return count;
            return <PageLink href={records(group)} className={classes.number} aria-label={`${t(name ?? texts.medianAll)}: ${t(texts.medianCount)}, ${count}`}>{count}</PageLink>;
          } },
          { id: 'first', title: t(texts.medianFirst), align: 'end', priority: 2, cell: (row) => days(row.first) },
          { id: 'final', title: t(texts.medianFinal), align: 'end', priority: 2, cell: (row) => days(row.final) },
        ]}
      /></div>
    </Section>
  );
}
